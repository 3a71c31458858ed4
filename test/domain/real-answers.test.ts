import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDirectives } from '#app/load-directives.ts';
import { parseAnswer } from '#domain/answer.ts';
import type { AnswerContext, ParsedAnswer } from '#domain/answers/outcome.ts';
import type { Question } from '#domain/directives/schema.ts';
import { counts } from '#test/domain/real-answers/counts.table.ts';
import { days } from '#test/domain/real-answers/days.table.ts';
import { groups } from '#test/domain/real-answers/groups.table.ts';
import { december, type Means, type Row } from '#test/domain/real-answers/row.ts';
import { secondRound } from '#test/domain/real-answers/second-round.table.ts';
import { thirdRound } from '#test/domain/real-answers/third-round.table.ts';
import { saidInWords } from '#test/domain/real-answers/words.table.ts';

const questions = new Map<string, Question>(
  loadDirectives(join(import.meta.dirname, '../../domain/directives'))
    .flatMap(({ forms }) => forms)
    .flatMap((form) => form.questions)
    .map((question) => [question.key, question]),
);
const table: Row[] = [...counts, ...groups, ...days, ...saidInWords, ...secondRound, ...thirdRound];
const rows = table.map(([key, typed, means, within]) => ({ key, typed, means, within }));
/** A text is kept as it was typed. */
const readRows = rows.filter(({ key, typed }) => questionOf(key).type !== 'text' && typed.trim() !== '');

describe('what people type under the questions of the directives', () => {
  it('is written down in 320 ways or more, each once', () => {
    const ways = rows.map(({ key, typed, within }) => JSON.stringify([key, typed, within]));
    expect(new Set(ways).size).toBe(ways.length);
    expect(ways.length).toBeGreaterThanOrEqual(320);
  });

  it.each(rows)('$key: “$typed” → $means', ({ key, typed, means, within }) => {
    expect(heard(key, typed, within)).toEqual(exactly(means));
  });
});

describe('what never changes the meaning', () => {
  const anyRow = fc.constantFrom(...readRows);
  const same = (change: (typed: string) => string, { key, typed, within }: (typeof rows)[number]) =>
    expect(heard(key, change(typed), within)).toEqual(heard(key, typed, within));

  it('how the marks are encoded, and capitals', () => {
    const changes = [
      (typed: string) => typed.normalize('NFD'),
      (typed: string) => typed.toUpperCase(),
      (typed: string) => typed.toLowerCase(),
      (typed: string) => typed.toUpperCase().normalize('NFD'),
      (typed: string) => typed.replace(/(?<=\s|^)\p{L}/gu, (letter) => letter.toUpperCase()),
    ];
    for (const row of readRows) for (const change of changes) same(change, row);
  });

  it('courtesy before and after it', () => {
    const before = ['dạ ', 'Dạ thưa anh ', 'em thưa chị, ', 'dạ em chào anh ạ, ', ''];
    const after = [' ạ', ' a', ' nhé', ' nhé em', ' anh ạ', ' ạ em cảm ơn', ''];
    const any = fc.tuple(anyRow, fc.constantFrom(...before), fc.constantFrom(...after));
    fc.assert(
      fc.property(any, ([row, head, tail]) => {
        same((typed) => head + typed + tail, row);
      }),
      { numRuns: 1000 },
    );
  });

  it('spaces, and a smile at the end', () => {
    const tails = ['  ', '\u00A0', ' 😊', '🙏🙏', ' :)', '\u200B', '  🙂 '];
    fc.assert(
      fc.property(anyRow, fc.constantFrom(...tails), (row, tail) => {
        same((typed) => `  ${typed.replaceAll(' ', '  ')}${tail}`, row);
      }),
      { numRuns: 1000 },
    );
  });

  it('figures as wide as the letters of the East', () => {
    const widened = (typed: string) =>
      typed.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    for (const row of readRows) same(widened, row);
  });
});

describe('what leaves it open', () => {
  const before = ['khoảng ', 'hơn ', 'gần ', 'chắc ', 'hình như ', 'có thể ', 'chưa đến '];
  const after = ['?', ' thì phải', ' hoặc hơn', ' chưa chắc', ' đúng không', ' trở lên'];
  const understood = readRows.filter(({ means }) => typeof means !== 'object' || Array.isArray(means));
  const doubtful = fc.oneof(
    fc.constantFrom(...before).map((head) => (typed: string) => head + typed),
    fc.constantFrom(...after).map((tail) => (typed: string) => typed + tail),
  );

  it('is never taken for an answer', () => {
    fc.assert(
      fc.property(fc.constantFrom(...understood), doubtful, ({ key, typed, within }, open) => {
        expect(heard(key, open(typed), within)).toEqual({ refused: expect.any(String) });
      }),
      { numRuns: 1000 },
    );
  });
});

function questionOf(key: string): Question {
  const question = questions.get(key);
  if (!question) throw new Error(`no question ${key}`);
  return question;
}

function heard(key: string, typed: string, within: Partial<AnswerContext> = {}): unknown {
  return short(parseAnswer(questionOf(key), typed, { ...december, ...within }));
}

function short(parsed: ParsedAnswer): unknown {
  switch (parsed.kind) {
    case 'understood':
      return parsed.value;
    case 'doubtful':
      return { doubt: parsed.value };
    case 'ambiguous':
      return { between: parsed.between };
    case 'out-of-range':
      return { refused: parsed.why };
    default:
      return { refused: parsed.kind };
  }
}

/** Some rows say only that there are several readings. */
function exactly(means: Means): unknown {
  const isAmbiguous = typeof means === 'object' && 'refused' in means && means.refused === 'ambiguous';
  return isAmbiguous ? { between: expect.any(Array) } : means;
}
