import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';

const font = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');

/** How many pixels of a 200 × 100 picture are inked by the text. */
function ink(text: string, fontFiles: string[]): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">
    <text x="10" y="70" font-size="60" font-family="DejaVu Sans">${text}</text></svg>`;
  const options = { font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'DejaVu Sans' } };
  const { pixels } = new Resvg(svg, options).render();
  return pixels.filter((value, index) => index % 4 === 3 && value > 128).length;
}

test('pictures can be drawn with Vietnamese letters from a font that npm brings', () => {
  expect(ink('Ặễ', [font])).toBeGreaterThan(ink('Ae', [font]) + 50);
  expect(ink('✓', [font])).toBeGreaterThan(50);
  // Without the font the text is silently missing: this is why pixels are counted.
  expect(ink('Ặễ', [])).toBe(0);
});
