import { describe, expect, test } from 'vitest';
import { areFiguresClosed, lastDayToCorrect, newLastDay, reopenedFrom } from '#domain/closing-of-figures.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';

const catalogue = realCatalogue();

/** Due before 15/12/2026, a Tuesday. */
const december = { lastDay: '2026-12-14', reopenedUntil: null, accepted: false };

describe('figures may be corrected', () => {
  test('to the end of the fifth working day after the last day', () => {
    expect(lastDayToCorrect(december, catalogue)).toBe('2026-12-21');
    expect(areFiguresClosed(december, '2026-12-21', catalogue)).toBe(false);
    expect(areFiguresClosed(december, '2026-12-22', catalogue)).toBe(true);
  });

  test('days off are not counted: from 14/2/2026 to 22/2 nobody works', () => {
    const february = { ...december, lastDay: '2026-02-13' };
    expect(lastDayToCorrect(february, catalogue)).toBe('2026-02-27');
  });

  test('from the last day on, whatever day that is', () => {
    // A Sunday.
    expect(lastDayToCorrect({ ...december, lastDay: '2026-06-14' }, catalogue)).toBe('2026-06-19');
  });

  test('not once the coordinator has accepted the report', () => {
    expect(areFiguresClosed({ ...december, accepted: true }, '2026-12-15', catalogue)).toBe(true);
  });

  test('again for two working days when they are reopened', () => {
    expect(reopenedFrom('2026-12-25', catalogue)).toBe('2026-12-29');
    const reopened = { ...december, reopenedUntil: '2026-12-29' };
    expect(areFiguresClosed(reopened, '2026-12-29', catalogue)).toBe(false);
    expect(areFiguresClosed(reopened, '2026-12-30', catalogue)).toBe(true);
  });

  test('reopening never closes them sooner', () => {
    expect(lastDayToCorrect({ ...december, reopenedUntil: '2026-12-17' }, catalogue)).toBe('2026-12-21');
  });
});

describe('what is asked for again is asked for', () => {
  test('within three working days', () => {
    expect(newLastDay('2026-12-16', '2026-12-14', catalogue)).toBe('2026-12-21');
  });

  test('never sooner than it was due in the first place', () => {
    expect(newLastDay('2026-12-01', '2026-12-14', catalogue)).toBe('2026-12-14');
  });
});
