import { describe, expect, test } from 'vitest';
import type { Impact, Known } from '#domain/incident/incident.ts';
import { readImpact, saysNotKnown } from '#domain/incident/read-impact.ts';

const letters: Record<Known, string> = { yes: 'y', no: 'n', unknown: '-' };

/** Spreading, service down, data harmed, personal data, beyond capacity: `y`, `n` or `-`. */
function inLetters({ spreading, serviceDown, dataHarmed, personalData, beyondCapacity }: Impact): string {
  return [spreading, serviceDown, dataHarmed, personalData, beyondCapacity]
    .map((known) => letters[known])
    .join('');
}

const typed: [text: string, impact: string | undefined][] = [
  // Numbers of the list.
  ['1', 'y----'],
  ['1 3', 'y-y--'],
  ['1,3', 'y-y--'],
  ['số 1 và 3 ạ', 'y-y--'],
  ['2 5', '-y--y'],
  ['6', 'nnnnn'],
  ['7', '-----'],
  ['1 6', undefined],
  ['8', undefined],
  ['135', undefined],
  // Words.
  ['đang lan, mất dữ liệu', 'y-y--'],
  ['dang lan mat du lieu', 'y-y--'],
  ['lan sang 3 máy nữa', 'y----'],
  ['mất hết dữ liệu cá nhân của dân rồi', '--yy-'],
  ['web không vào được', '-y---'],
  ['kg tự xử lý được', '----y'],
  ['không xử lý được', '----y'],
  ['đang lây, cần hỗ trợ', 'y---y'],
  // Denied.
  ['chưa lan, web vẫn chạy', 'nn---'],
  ['ko lan', 'n----'],
  ['hết lan rồi', 'n----'],
  ['không mất dữ liệu', '--n--'],
  ['tự xử lý được', '----n'],
  ['web không vào được, máy chủ vẫn chạy', '-y---'],
  // None, not known.
  ['không', 'nnnnn'],
  ['không có điều nào', 'nnnnn'],
  ['chưa rõ', '-----'],
  ['k biết ạ', '-----'],
  // Neither.
  ['đã rút dây mạng', undefined],
  ['sếp đang đi họp', undefined],
  ['', undefined],
];

describe('how bad it is', () => {
  test.each(typed)('“%s” → %s', (text, impact) => {
    const reading = readImpact(text);
    expect(reading.kind === 'read' ? inLetters(reading.impact) : undefined).toBe(impact);
  });
});

test.each([
  ['chưa rõ', true],
  ['không biết nữa em ơi', true],
  ['máy chủ web', false],
  ['không biết ai vào máy chủ xóa hết file từ tối qua', false],
])('“%s” says that it is not known: %s', (text, isUnknown) => {
  expect(saysNotKnown(text)).toBe(isUnknown);
});
