import { expect, test } from 'vitest';
import { readAgreement } from '#domain/answers/agreement.ts';

test.each([
  ['đúng', true],
  ['Đúng, không phát sinh', true],
  ['ok', true],
  ['vẫn ghi ngày này', true],
  ['sai', false],
  ['không đúng', false],
  ['gõ lại', false],
  ['Go lai', false],
  ['nhầm rồi', false],
  ['Không, trả lời từng câu', false],
  ['12', undefined],
  ['đúng là 12', undefined],
  ['hôm qua', undefined],
])('under “đúng không?” “%s” is %s', (typed, meant) => {
  expect(readAgreement(typed)).toBe(meant);
});
