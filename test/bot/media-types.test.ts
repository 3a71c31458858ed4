import { expect, test } from 'vitest';

import { audioType } from '#bot/audio-type.ts';
import { imageType } from '#bot/image-type.ts';

test.each<[string, string, string | undefined]>([
  ['JPEG', 'ffd8ffe000104a4649460001', 'image/jpeg'],
  ['PNG', '89504e470d0a1a0a0000000d', 'image/png'],
  ['GIF', '474946383961010001000000', 'image/gif'],
  ['WebP', '524946460000000057454250', 'image/webp'],
  ['HEIC of an iPhone', '000000186674797068656963', 'image/heic'],
  ['a WAV, which is RIFF too', '524946460000000057415645', undefined],
  ['an MP4, which is ftyp too', '000000186674797069736f6d', undefined],
  ['SVG', '3c73766720786d6c6e733d22', undefined],
  ['PDF', '255044462d312e370a25e2e3', undefined],
  ['Office', '504b03041400060008000000', undefined],
  ['too short', 'ffd8', undefined],
])('what the first bytes of a picture say: %s', (_, hex, type) => {
  expect(imageType(Buffer.from(hex, 'hex'))).toBe(type);
});

test.each<[string, string, string | undefined]>([
  ['Ogg, as Telegram records', '4f67675300020000000000', 'audio/ogg'],
  ['M4A of an iPhone', '0000001c667479704d344120', 'audio/mp4'],
  ['M4A of Android', '00000018667479706d703432', 'audio/mp4'],
  ['AAC without a container', 'fff15c802e7ffc0000000000', 'audio/aac'],
  ['AAC of MPEG-2', 'fff94c802e7ffc0000000000', 'audio/aac'],
  ['MP3 with its tags', '494433030000000000000000', 'audio/mpeg'],
  ['MP3 without tags', 'fffb90640000000000000000', 'audio/mpeg'],
  ['MP3 of 22 kHz', 'fff340c00000000000000000', 'audio/mpeg'],
  ['AMR', '2321414d520a000000000000', 'audio/amr'],
  ['a picture', 'ffd8ffe000104a4649460001', undefined],
  ['HEIC, which is ftyp too', '000000186674797068656963', undefined],
  ['Unicode text, which begins with set bits too', 'fffe680065006c006c006f00', undefined],
  ['a page', '3c68746d6c3e3c6865616400', undefined],
  ['nothing', '', undefined],
])('what the first bytes of a voice message say: %s', (_, hex, type) => {
  expect(audioType(Buffer.from(hex, 'hex'))).toBe(type);
});
