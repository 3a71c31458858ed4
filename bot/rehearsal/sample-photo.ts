/**
 * What a phone of the room sends as a photo: a PNG of 96 × 64, a screen with a red bar and three lines. Whoever rehearses
 * need not upload anything.
 */
export const samplePhoto: Uint8Array = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAGAAAABACAMAAADS6oI8AAAADFBMVEUYGCBaWmTIKCjS0tIEpEwsAAAAWElEQVR42u3YQQqAMBADwKj//7N3T0Iba2Hy' +
    'gaGQ7KE5ygngFZBSAADAGuCcEAAAABgFnGsAILmGUgQ+esET0yI7qLRo/6FpkR1scK7rQ9MiwG8BX8tLgRvikRGr7AUTNwAAAABJRU5ErkJggg==',
  'base64',
);

/** Its id in the room, which keeps this one alone. */
export const samplePhotoId = 'sample';
