export type AudioType = 'audio/ogg' | 'audio/mpeg' | 'audio/mp4' | 'audio/aac' | 'audio/amr';

/**
 * What the first bytes (12 are enough) say, whatever a name or a header says; undefined for anything that is no sound
 * that we take. An MP4 says only that it may hold sound: phones record into the same container as films.
 */
export function audioType(start: Uint8Array): AudioType | undefined {
  const latin = Buffer.from(start.subarray(0, 12)).toString('latin1');
  if (latin.startsWith('OggS')) return 'audio/ogg';
  if (latin.startsWith('#!AMR')) return 'audio/amr';
  if (latin.startsWith('ID3')) return 'audio/mpeg';
  if (latin.startsWith('ftyp', 4) && mp4Brands.has(latin.slice(8, 12))) return 'audio/mp4';
  return frameType(start[0] ?? 0, start[1] ?? 0);
}

/** Of M4A files, as iPhones (`M4A `) and Android's recorder (the others) write them. */
const mp4Brands = new Set(['M4A ', 'M4B ', 'mp41', 'mp42', 'isom', 'iso2', '3gp4', '3gp5', '3gp6']);

/** Both MP3 and AAC without a container begin with eleven set bits; the two bits of the layer tell them apart. */
function frameType(first: number, second: number): AudioType | undefined {
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
  const layer = (second >> 1) & 3;
  if (layer === 1) return 'audio/mpeg';
  return layer === 0 && (second & 0xf0) === 0xf0 ? 'audio/aac' : undefined;
}
