import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadCalendar } from '#app/load-calendar.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'calendar-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the calendar that ships is read', () => {
  expect(loadCalendar().isWorkingDay('2026-12-14')).toBe(true);
});

test('a file with a mistake is refused with its line', () => {
  const file = join(folder, 'calendar.yaml');
  writeFileSync(file, 'decidedYears: [2026]\nrows:\n  - day: 2026-02-30\nstatutory:\n  days: []\n');
  expect(() => loadCalendar(file)).toThrow(`${file}:3: rows.0`);
});
