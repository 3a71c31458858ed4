import { describe, expect, test } from 'vitest';

import type { Choice } from '#domain/channel.ts';
import { choiceKeys } from '#domain/choice-keys.ts';
import { pickChoice } from '#domain/numbered-choice.ts';
import {
  letterScreens,
  none,
  screens,
  type Typed,
  underLetters,
  underNumbers,
} from '#test/domain/numbered-choice.table.ts';

const expected = (means: string) =>
  means === none ? { kind: 'none' } : { kind: 'chosen', data: `tap:${means}` };

describe('choices under numbers', () => {
  test.each<Typed>(underNumbers)('%s: “%s” means %s', (screen, typed, means) => {
    const shown: Choice[][] = screens[screen as keyof typeof screens];
    expect(pickChoice(shown, typed)).toEqual(expected(means));
  });

  test('every number means its own line', () => {
    for (const shown of Object.values<Choice[][]>(screens)) {
      for (const { key, choice } of choiceKeys(shown)) {
        expect(pickChoice(shown, key)).toEqual({ kind: 'chosen', data: choice.data });
      }
    }
  });

  test('two lines that do the same are one choice', () => {
    const shown = [[{ label: 'Xem', data: 'a' }], [{ label: 'Xem lại', data: 'a' }]];
    expect(pickChoice(shown, 'xem')).toEqual({ kind: 'chosen', data: 'a' });
  });

  test('nothing was shown', () => {
    expect(pickChoice([], '1')).toEqual({ kind: 'none' });
  });
});

describe('choices under letters, where numbers answer the question', () => {
  test.each<Typed>(underLetters)('%s: “%s” means %s', (screen, typed, means) => {
    const shown: Choice[][] = letterScreens[screen as keyof typeof letterScreens];
    expect(pickChoice(shown, typed, { takesNumbers: true })).toEqual(expected(means));
  });
});

describe('the letters', () => {
  const letters = (...labels: string[]) =>
    choiceKeys([labels.map((label) => ({ label, data: label }))], { takesNumbers: true })
      .map(({ key }) => key)
      .join(' ');

  test.each<[string, string[], string]>([
    [
      'each label has its own first letter',
      ['Giữ nguyên', 'Bỏ qua', 'Quay lại', 'Dừng, giữ nháp'],
      'G B Q D',
    ],
    ['đ is d', ['Đã gửi'], 'D'],
    [
      'who comes second takes another of its letters',
      ['Hôm nay 14/12', 'Hôm qua 13/12', 'Quay lại'],
      'H M Q',
    ],
    ['then the first letter of another word', ['Sửa: sự cố', 'Sửa: lỗ hổng'], 'S H'],
    ['I, L and O look like digits', ['Lập báo cáo', 'Ôn lại', 'In'], 'B A C'],
    [
      'K, N and Y are said for no and yes',
      ['Khác', 'Không có (0)', 'No', 'Nhắc lại', 'Yes', 'Ý khác'],
      'H K N A Y C',
    ],
    ['a label without letters', ['1', '2'], 'A B'],
  ])('%s', (_, labels, expectedLetters) => {
    expect(letters(...labels)).toBe(expectedLetters);
  });

  test('never two the same, however many', () => {
    const labels = Array.from({ length: 40 }, (_, at) => `Xã ${at}`);
    expect(new Set(letters(...labels).split(' ')).size).toBe(40);
  });
});
