import { describe, expect, test } from 'vitest';
import { qrForTerminal, qrPicture } from '#app/qr-code.ts';
import { modulesInBlocks, modulesInPicture } from '#test/kit/qr-modules.ts';
import { readPng } from '#test/kit/read-png.ts';
import { readQr } from '#test/kit/read-qr.ts';

const links = [
  'https://zalo.me/bot.nhachan4242',
  'https://t.me/nhac_han_bot?start=ABCD2345',
  // The longest name that Telegram gives.
  'https://t.me/thong_tin_bao_cao_tinh_thai_bot?start=ABCD2345',
];

describe.each(links)('%s', (link) => {
  test('is what the picture says', () => {
    expect(readQr(modulesInPicture(qrPicture(link), 16))).toBe(link);
  });

  test('is what the terminal shows, when it is dark', () => {
    expect(readQr(modulesInBlocks(qrForTerminal(link)))).toBe(link);
  });
});

test('the picture has four light modules on each side and is large enough to be read off a phone', () => {
  const pixels = readPng(qrPicture(links[0] ?? ''));
  // Version 3 has 29 modules; with the border 37, of 16 pixels.
  expect([pixels.length, pixels[0]?.length]).toEqual([592, 592]);
  expect(new Set(pixels.flat())).toEqual(new Set([0, 255]));
  const border = pixels.filter((_, y) => y < 64 || y >= 528);
  expect(border.flat().every((light) => light === 255)).toBe(true);
  expect(pixels[64]?.[64]).toBe(0);
});
