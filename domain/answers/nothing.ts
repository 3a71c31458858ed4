import type { Question } from '#domain/directives/schema.ts';
import { courtesies, fillersOf, negations } from '#domain/answers/lexicon.ts';
import { withoutOpening } from '#domain/answers/openings.ts';
import { spellings } from '#domain/vietnamese.ts';

/**
 * "Không", "dạ chưa có", "bên em không phát sinh sự cố nào", "sự cố: không có": one denial, and nothing else that matters. Not
 * what denies only a part ("chưa duyệt hết", "không đủ") or the question itself ("không báo cáo").
 * @param said tidy words and signs
 */
export function saysNone(said: readonly string[], question: Question): boolean {
  const rest = withoutOpening(said, question).filter((word) => !courtesies.has(word));
  const at = rest.findIndex((word) => negations.has(word));
  if (at < 0) return false;
  const isFiller = fillersOf(question);
  const [topic, after] = [rest.slice(0, at), rest.slice(at + 1)];
  return (
    isTopic(topic, after, isFiller) && after.every((word) => isHarmless(word, isFiller)) && !isPart(after)
  );
}

/** "Sự cố: không", "sự cố không có"; "sự cố không" and "có sự cố không" may be questions. */
function isTopic(
  topic: readonly string[],
  after: readonly string[],
  isFiller: (word: string) => boolean,
): boolean {
  if (topic.length === 0) return true;
  const isNamed = topic.every((word) => word === ':' || (isFiller(word) && !asks.has(word)));
  return isNamed && (topic.at(-1) === ':' || after.some((word) => !/^[.,!]$/.test(word)));
}

function isHarmless(word: string, isFiller: (word: string) => boolean): boolean {
  return /^[.,!]$/.test(word) || (!negations.has(word) && isFiller(word));
}

/** Some of them are, or nobody says how many: "chưa xong", "chưa đầy đủ", "không được", "không báo cáo". */
function isPart(after: readonly string[]): boolean {
  const [first = '', second = ''] = after;
  if (after.length === 1 && given.has(first)) return true;
  if (telling.every((word, at) => word.has([first, second][at] ?? ''))) return true;
  return after.some((word, at) => wholly.has(word) || (whole.has(word) && all.has(after[at + 1] ?? '')));
}

const asks = spellings('có nào');
const given = spellings('được');
const telling = ['báo', 'cáo'].map(spellings);
const wholly = spellings('hết xong đủ đầy kịp');
const whole = spellings('toàn tất');
const all = spellings('bộ cả');
