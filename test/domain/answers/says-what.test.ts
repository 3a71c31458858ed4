import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadDirectives } from '#app/load-directives.ts';
import { saysWhat } from '#domain/answers/says-what.ts';

const questions = loadDirectives(join(import.meta.dirname, '../../../domain/directives'))
  .flatMap(({ forms }) => forms)
  .flatMap((form) => form.questions);

test.each([
  ['systems-approved', 'trong đó 9 cái duyệt rồi', true],
  ['systems-approved', 'trong do 9 cai duyet roi', true],
  ['systems-approved', 'trong đó 9', true],
  ['systems-approved', '9 đã phê duyệt', true],
  ['systems-approved', '9', false],
  ['systems-approved', '9 hệ thống', false],
  ['systems-approved', 'có 9', false],
  ['systems-deployed', '7 triển khai đủ', true],
  ['systems-deployed', '7 trien khai du', true],
  ['systems-deployed', 'trong đó 7', false],
  ['vulnerabilities-fixed', 'đã vá 1', true],
  ['vulnerabilities-fixed', 'da va 1', true],
  ['vulnerabilities-fixed', 'đã khắc phục 1', true],
  ['vulnerabilities-fixed', '1', false],
  ['budget-share', '8%', true],
  ['budget-share', '8', false],
])('under %s, “%s” says what it counts: %s', (key, piece, says) => {
  const question = questions.find((one) => one.key === key);
  expect(question && saysWhat(question, piece)).toBe(says);
});
