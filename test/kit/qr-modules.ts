import { readPng } from '#test/kit/read-png.ts';

/** The modules of a picture of a QR code, `pixels` wide each; the light border is cut off. */
export function modulesInPicture(file: Uint8Array, pixels: number): boolean[][] {
  const rows = readPng(file);
  const middle = Math.floor(pixels / 2);
  const sampled = rows.filter((_, y) => y % pixels === middle);
  return withoutBorder(
    sampled.map((row) => row.filter((_, x) => x % pixels === middle).map((light) => light < 128)),
  );
}

/** The modules of one that is printed in half blocks, light on dark. */
export function modulesInBlocks(printed: string): boolean[][] {
  const lines = printed.split('\n').map((line) => [...line]);
  return withoutBorder(
    lines.flatMap((line) => [
      line.map((sign) => !'█▀'.includes(sign)),
      line.map((sign) => !'█▄'.includes(sign)),
    ]),
  );
}

/** The first line with anything dark is the code's first: above it, and to the left and the right, stands as much border. */
function withoutBorder(modules: boolean[][]): boolean[][] {
  const border = modules.findIndex((row) => row.includes(true));
  const size = (modules[0]?.length ?? 0) - 2 * border;
  return modules.slice(border, border + size).map((row) => row.slice(border, border + size));
}
