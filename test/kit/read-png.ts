import { inflateSync } from 'node:zlib';

/** The brightness of each pixel, 0 to 255, of a PNG with eight bits a channel, opaque, not interlaced. */
export function readPng(file: Uint8Array): number[][] {
  const bytes = Buffer.from(file);
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error('no PNG');
  const parts = chunksOf(bytes);
  const header = parts.find(({ kind }) => kind === 'IHDR')?.data ?? Buffer.alloc(13);
  const [width, height, channels] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9] === 6 ? 4 : 3];
  const packed = Buffer.concat(parts.filter(({ kind }) => kind === 'IDAT').map(({ data }) => data));
  const lines = unfiltered(inflateSync(packed), width * channels, height, channels);
  return lines.map((line) => Array.from({ length: width }, (_, x) => line[x * channels] ?? 0));
}

function chunksOf(bytes: Buffer): { kind: string; data: Buffer }[] {
  const parts = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    parts.push({
      kind: bytes.toString('latin1', at + 4, at + 8),
      data: bytes.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  return parts;
}

/** Each line says by which rule it was written as differences from what is left, above, and above on the left. */
function unfiltered(raw: Buffer, length: number, height: number, channels: number): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let y = 0; y < height; y += 1) {
    const start = y * (length + 1);
    const above = lines[y - 1] ?? new Uint8Array(length);
    const line = new Uint8Array(length);
    for (let x = 0; x < length; x += 1) {
      const [left, up, corner] = [line[x - channels] ?? 0, above[x] ?? 0, above[x - channels] ?? 0];
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][raw[start] ?? 0] ?? 0;
      line[x] = (raw[start + 1 + x] ?? 0) + guess;
    }
    lines.push(line);
  }
  return lines;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [left, up, corner].map((one) => Math.abs(guess - one));
  if ((byLeft ?? 0) <= (byUp ?? 0) && (byLeft ?? 0) <= (byCorner ?? 0)) return left;
  return (byUp ?? 0) <= (byCorner ?? 0) ? up : corner;
}
