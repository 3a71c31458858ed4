import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswer, parseAnswer } from '#domain/answer.ts';
import type { AnswerValue } from '#domain/answers/answer-value.ts';
import type { ParsedAnswer } from '#domain/answers/outcome.ts';
import type { Question } from '#domain/directives/schema.ts';
import {
  backup,
  context,
  count,
  fixed,
  kinds,
  last,
  levels,
  money,
  note,
  share,
  state,
  table,
  when,
} from '#test/domain/typed-answers.table.ts';

describe('typed answers', () => {
  for (const [asked, typed, outcome] of table) {
    it(`${asked.key}: "${typed.slice(0, 40)}" → ${JSON.stringify(outcome).slice(0, 40)}`, () => {
      expect(short(parseAnswer(asked, typed, context))).toEqual(outcome);
      expect(short(parseAnswer(asked, typed.normalize('NFD'), context))).toEqual(outcome);
    });
  }

  it('what was expected comes as data, with the example of the question', () => {
    expect(parseAnswer(fixed, 'nhiều', context)).toEqual({
      kind: 'misunderstood',
      expected: { type: 'integer', example: '12', min: 0, max: 50 },
    });
    expect(parseAnswer(state, 'đang', context)).toMatchObject({ between: ['working', 'waiting'] });
    expect(parseAnswer(levels, '3 2', context)).toMatchObject({ given: 2, wanted: 5 });
    expect(parseAnswer(when, '1/11', context)).toEqual({
      kind: 'doubtful',
      value: '2026-11-01',
      doubt: { reason: 'outside-window', windowFrom: '2026-11-15', windowTo: '2026-12-14' },
    });
  });

  it('the year of a day falls into a window that reaches over New Year', () => {
    const overNewYear = { today: '2027-01-10', windowFrom: '2026-12-15', windowTo: '2027-01-14' };
    expect(short(parseAnswer(when, '20/12', overNewYear))).toBe('2026-12-20');
    expect(short(parseAnswer(when, '5/1', overNewYear))).toBe('2027-01-05');
  });

  it('a day that lies twice in a long window is asked back', () => {
    const twoYears = { today: '2026-12-10', windowFrom: '2024-12-01', windowTo: '2026-12-31' };
    expect(parseAnswer(when, '5/12', twoYears)).toMatchObject({
      kind: 'ambiguous',
      between: ['2026-12-05', '2025-12-05', '2024-12-05'],
    });
  });

  it('whatever is typed, what is understood is an answer to the question', () => {
    const questions = [count, share, money, backup, levels, state, kinds, when, last, note];
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc
        .array(fc.constantFrom('1', '12', 'không', 'có', 'mươi', 'hai', '-', ',', '/', 'năm', '2026', '%'), {
          maxLength: 6,
        })
        .map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...questions), typed, (asked, text) => {
        const parsed = parseAnswer(asked, text, context);
        if (parsed.kind !== 'understood') return;
        expect(checkAnswer(asked, parsed.value, context)).toEqual(parsed);
      }),
    );
  });

  it('a whole number is understood however its thousands are set apart by dots', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (number) => {
        expect(short(parseAnswer(count, String(number), context))).toBe(number);
        const dotted = String(number).replace(/\B(?=(\d{3})+$)/g, '.');
        expect(short(parseAnswer(count, `có ${dotted} hệ thống`, context))).toBe(number);
      }),
    );
  });
});

describe('values from buttons', () => {
  const refused: [Question, AnswerValue][] = [
    [count, 1.5],
    [count, 'x'],
    [count, Number.NaN],
    [backup, 'true'],
    [state, 'nonsense'],
    [kinds, []],
    [kinds, ['phishing', 'malware']],
    [levels, [1, 2]],
    [levels, [1, 2, 3, 4, 0.5]],
    [when, '2026-02-31'],
    [note, ''],
  ];
  for (const [asked, value] of refused) {
    it(`${asked.key} does not take ${JSON.stringify(value)}`, () => {
      expect(checkAnswer(asked, value, context).kind).toBe('misunderstood');
    });
  }
});

function short(parsed: ParsedAnswer): unknown {
  switch (parsed.kind) {
    case 'understood':
      return parsed.value;
    case 'doubtful':
      return { doubt: parsed.value };
    case 'out-of-range':
      return { refused: parsed.why };
    default:
      return { refused: parsed.kind };
  }
}
