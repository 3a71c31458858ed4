import { affirmations, courtesies, deeds, fillersOf, leads, negations } from '#domain/answers/lexicon.ts';
import { relativesOf } from '#domain/answers/relatives.ts';
import type { Question } from '#domain/directives/schema.ts';
import { fold, tidy, words } from '#domain/vietnamese.ts';

/**
 * Whether a further figure of one message says that it answers this question: "9 cái duyệt rồi", "da va 1", "8%", "trong đó 9"
 * where the question begins so. A bare "5" does not: "12, 5" may be a slip for 12.5.
 */
export function saysWhat(question: Question, piece: string): boolean {
  const typed = tidy(piece);
  if (question.type === 'percent' && /%|phần trăm|phan tram/.test(typed)) return true;
  const asked = words(question.label.vi).join(' ');
  const among = /^trong (?:so )?do /.exec(words(typed).join(' '));
  if (among && /^trong (?:so )?do /.test(asked)) return true;
  const own = new Set(words(`${question.label.vi} ${question.shortLabel.vi}`));
  const related = relativesOf(question);
  const isFiller = fillersOf(question);
  return (typed.match(/[\p{L}\p{M}]+/gu) ?? []).some(
    (word) => isFiller(word) && !meansLittle(word) && (own.has(fold(word)) || related.has(word)),
  );
}

function meansLittle(word: string): boolean {
  return (
    [courtesies, affirmations, negations, deeds, leads].some((list) => list.has(word)) ||
    common.has(fold(word))
  );
}

/** Words of nearly every label, without their marks. */
const common: ReadonlySet<string> = new Set(
  'trong bao nhieu he thong so co quan ky cao do may lan cai theo cua cac nam'.split(' '),
);
