import type { Question } from '#domain/directives/schema.ts';
import { asTyped, isSupposed } from '#domain/answers/as-typed.ts';
import {
  affirmations,
  asking,
  courtesies,
  deeds,
  fillersOf,
  negations,
  ownWordsOf,
} from '#domain/answers/lexicon.ts';
import { withoutOpening } from '#domain/answers/openings.ts';
import { fold, spellings, tidy } from '#domain/vietnamese.ts';

/**
 * "có", "đã làm rồi ạ", "dạ chưa", "ko có", "👍". Undefined for anything with a yes and a no in it ("có không"), for a bare
 * "dạ", and where a word says more than yes or no ("có nhưng chưa đủ", "đang làm"). With a question, its own words may be
 * repeated: "đã sao lưu", "sao lưu rồi".
 */
export function readYesNo(typed: string, question?: Question): boolean | undefined {
  if (isSupposed(typed)) return undefined;
  const sign = signOf(typed);
  const inWords = readWords(asTyped(typed), question) ?? (question && readPieces(asTyped(typed), question));
  if (inWords === 'nothing') return sign;
  // "Có ❌" is both; a thumb is also how people say goodbye.
  return sign !== undefined && sign !== inWords && !/👍|👌/u.test(typed) ? undefined : inWords;
}

function readWords(text: string, question: Question | undefined): boolean | undefined | 'nothing' {
  const typedWords = text.replace(agreement, 'đúng').match(/[\p{L}\p{M}]+|[^\s\p{L}\p{M}.,!]/gu) ?? [];
  if (!typedWords.some((word) => /[\p{L}\p{N}?]/u.test(word))) return 'nothing';
  const opened = question ? withoutOpening(typedWords, question) : typedWords;
  const said = opened.filter((word) => !courtesies.has(word));
  const [first, ...rest] = said;
  if (first === undefined) return typedWords.some((word) => assents.has(word)) ? true : 'nothing';
  if (negations.has(first) || first === 'sai') return isPlainNo(rest, question) ? false : undefined;
  return isPlainYes(said, question) ? true : undefined;
}

/** "Không ạ, em chưa làm": says the same twice. */
function readPieces(text: string, question: Question): boolean | undefined {
  const [first, ...rest] = text.split(/[,.;]/).map((piece) => readWords(piece, question));
  return first !== 'nothing' && rest.length > 0 && rest.every((one) => one === first) ? first : undefined;
}

function isPlainNo(rest: readonly string[], question: Question | undefined): boolean {
  const isFiller = fillers(question);
  const own = question ? ownWordsOf(question) : new Set<string>();
  // "Không sao" lets it pass, whatever is asked about "sao lưu".
  if (fold(rest[0] ?? '') === 'sao' && (rest[1] === undefined || asking.has(rest[1]))) return false;
  const isPlain = (word: string) =>
    affirmations.has(word) || deeds.has(word) || isFiller(word) || (question && undone.has(word));
  return rest.every((word) => {
    if (negations.has(word) || (partly.has(word) && !own.has(fold(word)))) return false;
    return isPlain(word);
  });
}

/** "Có", "có làm", "đã làm đầy đủ"; and "làm rồi", where the yes comes last. */
function isPlainYes(said: readonly string[], question: Question | undefined): boolean {
  const isFiller = fillers(question);
  const begins = affirmations.has(said[0] ?? '');
  const ends = done.has(said.at(-1) ?? '') && !partly.has(said[0] ?? '');
  const isPlain = (word: string) =>
    [affirmations, deeds, done, firmly].some((list) => list.has(word)) ||
    isFiller(word) ||
    (question && partly.has(word));
  return (begins || ends) && said.every((word) => isPlain(word) && !negations.has(word) && !asking.has(word));
}

function fillers(question: Question | undefined): (word: string) => boolean {
  return question ? fillersOf(question) : () => false;
}

/** What signs alone say; undefined for those that say nothing, or both. */
function signOf(typed: string): boolean | undefined {
  const [yes, no] = [/[👍👌✅✔☑✓]/u.test(tidy(typed)), /[👎❌✖✗✘]/u.test(tidy(typed))];
  return yes === no ? undefined : yes;
}

/** Courtesies that are a yes when nothing else is said. */
const assents: ReadonlySet<string> = new Set(['vâng', 'vang']);
const agreement =
  /(?<!\p{L})(?:đồng ý|dong y|nhất trí|nhat tri|chính xác|chinh xac|xác nhận|xac nhan)(?!\p{L})/gu;
const done = spellings('rồi rùi roài r xong');
/** "Chưa làm được", "chưa kịp": not done. */
const undone = spellings('được kịp xong hoàn thành');
/** "Có đầy đủ" is a yes; "chưa đầy đủ" is neither. */
const partly = spellings('hết đầy đủ đều đặn thường xuyên liên tục luôn tốt');
const firmly = spellings('chứ đấy đó mà');
