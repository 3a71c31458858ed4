import { Resvg } from '@resvg/resvg-js';
import { renderSVG, renderUnicodeCompact } from 'uqr';

/** Light modules around the code: the standard's 4 for a picture; a terminal is dark around it anyway. */
const pictureBorder = 4;
const terminalBorder = 2;

/** Pixels to a module: a link of 40 characters is then some 600 pixels wide, sharp on a phone and in print. */
const pixelSize = 16;

/** A seventh of the code may be covered or smeared. */
const ecc = 'M';

/** A QR code in half blocks, two modules to a character, for a terminal with light letters on a dark ground. */
export function qrForTerminal(text: string): string {
  return renderUnicodeCompact(text, { ecc, border: terminalBorder });
}

/** A QR code as a PNG file, black on white. */
export function qrPicture(text: string): Uint8Array {
  const svg = renderSVG(text, { ecc, border: pictureBorder, pixelSize });
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}
