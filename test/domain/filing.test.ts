import { describe, expect, test } from 'vitest';
import { answerFiling, choose, documentNumberIn, startFiling } from '#domain/filing.ts';

const today = '2026-12-10';

describe('the number of a document in a text', () => {
  test.each([
    ['gửi qua trục rồi, số 214/BC-STC', '214/BC-STC'],
    ['so 214 / bc-stc', '214/BC-STC'],
    ['công văn 1880/UBND-KGVX ngày 3/12', '1880/UBND-KGVX'],
    ['12a/BC-VP.', '12A/BC-VP'],
    ['45/2026/BC-SYT', '45/2026/BC-SYT'],
    ['ngày 15/12/2026', undefined],
    ['214', undefined],
    ['đã gửi rồi', undefined],
  ])('%s', (text, number) => {
    expect(documentNumberIn(text)).toBe(number);
  });
});

describe('recording a paper', () => {
  test('one report, and everything said at once: only the confirmation is left', () => {
    expect(startFiling(['a'], 'gửi qua trục hôm qua rồi, số 214/BC-STC', today)).toEqual({
      version: 1,
      assignmentIds: ['a'],
      step: 'confirm',
      documentNumber: '214/BC-STC',
      documentDate: '2026-12-09',
    });
  });

  test.each(['ngày 8 tháng 12', 'ngay 8 thang 12 nam 2026', 'ngày 8-12-2026'])('the day as “%s”', (day) => {
    expect(startFiling(['a'], `số 214/BC-STC ${day}`, today)).toMatchObject({
      step: 'confirm',
      documentDate: '2026-12-08',
    });
  });

  test('several reports: first which one, and what was said before is kept', () => {
    const begun = startFiling(['a', 'b'], 'số 214/BC-STC ngày 8/12', today);
    expect(begun.step).toBe('choose');
    expect(choose(begun, ['b'])).toMatchObject({
      step: 'confirm',
      assignmentIds: ['b'],
      documentDate: '2026-12-08',
    });
    expect(answerFiling(begun, '2', today)).toMatchObject({ kind: 'moved', state: { assignmentIds: ['b'] } });
    expect(answerFiling(begun, 'cái thứ ba', today)).toEqual({ kind: 'misunderstood' });
  });

  test('step by step: number, then day, and a day ahead is not taken', () => {
    const begun = startFiling(['a'], '', today);
    expect(begun.step).toBe('number');
    expect(answerFiling(begun, 'khong nho', today)).toEqual({ kind: 'misunderstood' });
    const numbered = answerFiling(begun, '214/BC-STC', today);
    if (numbered.kind !== 'moved') throw new Error('the number was not taken');
    expect(numbered.state.step).toBe('date');
    expect(answerFiling(numbered.state, '20/12/2026', today)).toEqual({ kind: 'future-day' });
    expect(answerFiling(numbered.state, 'hôm qua', today)).toMatchObject({
      kind: 'moved',
      state: { step: 'confirm', documentDate: '2026-12-09' },
    });
  });
});
