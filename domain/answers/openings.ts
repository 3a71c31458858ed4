import { courtesies } from '#domain/answers/lexicon.ts';
import type { Question } from '#domain/directives/schema.ts';
import { spellings } from '#domain/vietnamese.ts';

/**
 * The words of an answer to the question without those that only say who speaks and of what time: "bên em", "báo cáo anh", "kỳ này", "hiện
 * nay". Not "tháng này" or "năm nay": the question may be about another length of time.
 * @param said tidy words; what is no word (":" and ",") may stand among them
 */
export function withoutOpening(
  said: readonly string[],
  { relevant = [] }: Pick<Question, 'relevant'>,
): string[] {
  const phrases = relevant.length > 0 ? [...amongThem, ...openings] : openings;
  let rest = [...said];
  for (;;) {
    const length = phrases.find((words) => words.every((word, at) => word.has(rest[at] ?? '')))?.length;
    const next = length ?? (courtesies.has(rest[0] ?? '') || /^[,:;]$/.test(rest[0] ?? '') ? 1 : 0);
    if (next === 0) return rest;
    rest = rest.slice(next);
  }
}

const speakers = ['bên', 'đơn vị', 'cơ quan', 'phòng', 'sở', 'xã', 'phường', 'trường', 'ủy ban', 'chỗ'];
const ours = ['em', 'e', 'mình', 'tui', 'chúng em', 'chúng mình', 'này', 'ta', 'anh', 'chị'];

const phrasesOf = (phrases: readonly string[]) => phrases.map((phrase) => phrase.split(' ').map(spellings));

/** What a question that follows from another one counts. */
const amongThem: readonly ReadonlySet<string>[][] = phrasesOf(['trong số đó', 'trong đó']);

/** Longest first, so that "trong kỳ này" is not left as "này". */
const openings: readonly ReadonlySet<string>[][] = phrasesOf([
  ...speakers.flatMap((who) => ours.map((whose) => `${who} ${whose}`)),
  ...['xin báo cáo', 'báo cáo', 'xin gửi', 'gửi', 'trả lời', 'câu trả lời', 'số liệu', 'kết quả', 'xin'],
  ...['sở', 'phòng', 'xã', 'phường', 'trường', 'bên', 'số lượng', 'tổng số'],
  ...['mình', 'tui', 'chúng em', 'chúng mình', 'tụi em', 'bọn em'],
  ...['trong kỳ báo cáo này', 'trong kỳ báo cáo', 'trong kỳ này', 'trong kỳ', 'kỳ báo cáo này', 'kỳ này'],
  ...['tính đến thời điểm này', 'đến thời điểm này', 'tính đến nay', 'đến nay', 'tới nay', 'đến giờ'],
  ...['hiện nay', 'hiện tại', 'hiện giờ', 'bây giờ', 'hiện', 'vẫn', 'thì'],
]).sort((one, other) => other.length - one.length);
