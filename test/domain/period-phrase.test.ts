import { describe, expect, test } from 'vitest';
import { periodAsked } from '#domain/period-phrase.ts';

/** On that day, this question means that period. */
const questions: [today: string, text: string, period: string | undefined | 'impossible'][] = [
  ['2026-12-07', 'ai chưa nộp tháng 12?', '2026-M12'],
  ['2026-12-07', 'ai chua nop thang 11', '2026-M11'],
  ['2026-12-07', 'thang 11/2025', '2025-M11'],
  ['2026-12-07', 'tháng 3 năm 2026', '2026-M03'],
  ['2026-12-07', 't12', '2026-M12'],
  ['2026-12-07', 'quý 4', '2026-Q4'],
  ['2026-12-07', 'quý IV', '2026-Q4'],
  ['2026-12-07', 'quy iii/2026', '2026-Q3'],
  ['2026-12-07', 'q2', '2026-Q2'],
  ['2026-12-07', 'năm 2026', '2026'],
  ['2026-12-07', 'năm nay', '2026'],
  ['2026-12-07', 'năm ngoái', '2025'],
  ['2026-12-07', '6 tháng đầu năm', '2026-H1'],
  ['2026-12-07', 'sáu tháng cuối năm 2025', '2025-H2'],
  ['2026-12-07', '2026-M10', '2026-M10'],
  ['2026-12-07', 'tháng trước', '2026-M11'],
  ['2026-12-07', 'quý trước', '2026-Q3'],
  ['2026-12-07', 'ai chưa báo cáo?', undefined],
  ['2026-12-07', 'số 214/BC-STC ngày 5 tháng 12', undefined],
  ['2026-12-07', 'báo cáo tháng 11, công văn ngày 5 tháng 12 năm 2026', '2026-M11'],
  ['2026-12-07', 'tháng 13', 'impossible'],
  ['2026-12-07', 'quý 5', 'impossible'],
  // Asked in January, the fourth quarter and December are those just past.
  ['2027-01-05', 'quý 4', '2026-Q4'],
  ['2027-01-05', 'tháng 12', '2026-M12'],
  ['2027-01-05', 'tháng 1', '2027-M01'],
  ['2027-01-05', 'quý trước', '2026-Q4'],
  ['2027-01-05', 'tháng trước', '2026-M12'],
  // The figures of December count from 15/11: then it has begun, and before that it is last year's.
  ['2026-11-20', 'tháng 12', '2026-M12'],
  ['2026-11-10', 'tháng 12', '2025-M12'],
];

describe('the period that a question names', () => {
  test.each(questions)('on %s, "%s"', (today, text, period) => {
    const expected =
      period === undefined
        ? { kind: 'none' }
        : period === 'impossible'
          ? { kind: period }
          : { kind: 'period', period };
    expect(periodAsked(text, today)).toEqual(expected);
  });
});
