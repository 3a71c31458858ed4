/**
 * Reads a QR code of ISO/IEC 18004, versions 1 to 6, bytes only, without mending anything: what is wrong in it throws. True
 * is a dark module; nothing of the package that makes the codes is used.
 */
export function readQr(modules: boolean[][]): string {
  const size = modules.length;
  const version = (size - 17) / 4;
  const dark = (row: number, column: number) => modules[row]?.[column] === true;
  checkFinders(dark, size);
  const { level, mask } = readFormat(dark);
  const bits = zigzag(size).filter(([row, column]) => !isFunction(row, column, version));
  const read = bits.map(([row, column]) => dark(row, column) !== masks[mask]?.(row, column));
  const codewords = chunks(read, 8).map(numberOf);
  return textOf(dataOf(codewords, version, level));
}

type Dark = (row: number, column: number) => boolean;
type Level = 'L' | 'M' | 'Q' | 'H';

const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];

function checkFinders(dark: Dark, size: number): void {
  for (const [top, left] of [
    [0, 0],
    [0, size - 7],
    [size - 7, 0],
  ] as const) {
    const seen = finder.map((line, row) =>
      [...line].map((_, column) => (dark(top + row, left + column) ? '#' : '.')).join(''),
    );
    if (seen.join() !== finder.join()) throw new Error(`no finder at ${top}, ${left}`);
  }
}

/** Two bits of level and three of mask, each masked by 101 01…; the ten bits that protect them are not looked at. */
function readFormat(dark: Dark): { level: Level; mask: number } {
  const five = [0, 1, 2, 3, 4].map((column) => dark(8, column));
  const number = numberOf(five) ^ 0b10101;
  const level = (['M', 'L', 'H', 'Q'] as const)[number >> 3];
  return { level: level ?? 'L', mask: number & 0b111 };
}

const masks: ((row: number, column: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];

/** Two columns at a time from the right, up and down by turns; the column of the vertical timing is passed over. */
function zigzag(size: number): [number, number][] {
  const rights = Array.from({ length: (size - 1) / 2 }, (_, pair) => size - 1 - 2 * pair).map((right) =>
    right <= 6 ? right - 1 : right,
  );
  return rights.flatMap((right, pair) => {
    const rows = Array.from({ length: size }, (_, row) => (pair % 2 === 0 ? size - 1 - row : row));
    return rows.flatMap((row): [number, number][] => [
      [row, right],
      [row, right - 1],
    ]);
  });
}

/** Finders with their formats, timings, and from version 2 on the one alignment pattern. */
function isFunction(row: number, column: number, version: number): boolean {
  const size = 17 + 4 * version;
  const aligned = size - 7;
  const isAlignment = version > 1 && Math.abs(row - aligned) <= 2 && Math.abs(column - aligned) <= 2;
  return (
    (row <= 8 && (column <= 8 || column >= size - 8)) ||
    (row >= size - 8 && column <= 8) ||
    row === 6 ||
    column === 6 ||
    isAlignment
  );
}

/** For versions 1 to 6: how many codewords of a block mend, and how many blocks there are. */
const mending = {
  L: [7, 10, 15, 20, 26, 18],
  M: [10, 16, 26, 18, 24, 16],
  Q: [13, 22, 18, 26, 18, 24],
  H: [17, 28, 22, 16, 22, 28],
};
const blocks = { L: [1, 1, 1, 1, 1, 2], M: [1, 1, 1, 2, 2, 4], Q: [1, 1, 2, 2, 4, 4], H: [1, 1, 2, 4, 4, 4] };
const totals = [26, 44, 70, 100, 134, 172];

/** The data of the blocks, which stand in turn, one after the other. */
function dataOf(codewords: number[], version: number, level: Level): number[] {
  const [count, total, mend] = [blocks[level], totals, mending[level]].map(
    (table) => table[version - 1] ?? 0,
  );
  if (!count || !total || !mend) throw new Error(`a QR code of version ${version} is not read here`);
  const shortest = Math.floor(total / count) - mend;
  const longOnes = total % count;
  const lengths = Array.from({ length: count }, (_, block) => shortest + (block >= count - longOnes ? 1 : 0));
  const data = lengths.map((): number[] => []);
  let next = 0;
  for (let place = 0; place <= shortest; place += 1) {
    for (const [block, length] of lengths.entries()) {
      if (place < length) data[block]?.push(codewords[next++] ?? 0);
    }
  }
  return data.flat();
}

/** One segment of bytes: 0100, a length of eight bits, the bytes. */
function textOf(data: number[]): string {
  const bits = data.flatMap((codeword) =>
    [...codeword.toString(2).padStart(8, '0')].map((bit) => bit === '1'),
  );
  if (numberOf(bits.slice(0, 4)) !== 0b0100) throw new Error('not a segment of bytes');
  const length = numberOf(bits.slice(4, 12));
  const bytes = chunks(bits.slice(12, 12 + length * 8), 8).map(numberOf);
  return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes));
}

function numberOf(bits: boolean[]): number {
  return bits.reduce((number, bit) => number * 2 + Number(bit), 0);
}

function chunks<T>(all: T[], length: number): T[][] {
  return Array.from({ length: Math.floor(all.length / length) }, (_, at) =>
    all.slice(at * length, (at + 1) * length),
  );
}
