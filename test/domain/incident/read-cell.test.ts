import { expect, test } from 'vitest';
import { readCell } from '#domain/incident/papers/read-cell.ts';

test.each([
  ['phone', '0912 345 678', '0912 345 678'],
  ['phone', '(0235) 385.2641', '(0235) 385.2641'],
  ['phone', '+84 912 345 678', '+84 912 345 678'],
  ['phone', '0235 3852 641; 0912 345 678', '0235 3852 641; 0912 345 678'],
  ['email', ' vanthu@stc.tinh.gov.vn ', 'vanthu@stc.tinh.gov.vn'],
  ['level', '3', '3'],
  ['level', 'cấp độ 3', '3'],
  ['level', 'cap 2', '2'],
  ['yes-no', 'dạ có', 'yes'],
  ['yes-no', 'không', 'no'],
  ['text', ' 12 Trần Phú ', '12 Trần Phú'],
] as const)('%s “%s”', (type, typed, text) => {
  expect(readCell(type, typed)).toEqual({ kind: 'read', text });
});

test.each([
  ['phone', 'hỏi văn thư'],
  ['phone', '0912'],
  ['phone', '0912 345 678; chưa rõ'],
  ['email', 'vanthu'],
  ['email', 'vanthu@stc'],
  ['email', 'văn thư@stc.gov.vn'],
  ['level', '6'],
  ['level', '2 hoặc 3'],
  ['yes-no', 'để xem'],
  ['text', '   '],
] as const)('%s does not take “%s”', (type, typed) => {
  expect(readCell(type, typed)).toEqual({ kind: 'wrong' });
});

test('a cell is no essay', () => {
  expect(readCell('text', 'a'.repeat(1_001))).toEqual({ kind: 'too-long', limit: 1_000 });
});
