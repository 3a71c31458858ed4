export type ImageType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'image/heic';

/** What the first bytes (12 are enough) say, whatever a name or a header says; undefined for anything that is no picture we take. */
export function imageType(start: Uint8Array): ImageType | undefined {
  const latin = Buffer.from(start.subarray(0, 12)).toString('latin1');
  if (latin.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (latin.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (latin.startsWith('GIF87a') || latin.startsWith('GIF89a')) return 'image/gif';
  if (latin.startsWith('RIFF') && latin.startsWith('WEBP', 8)) return 'image/webp';
  if (latin.startsWith('ftyp', 4) && heicBrands.has(latin.slice(8, 12))) return 'image/heic';
  return undefined;
}

/** Brands of HEIF pictures coded with HEVC, single and in sequences, and the general ones that iPhones write. */
const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']);
