import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { messagesOf } from '#locales/ftl-messages.ts';

/** Writes `keys.ts`, the types of all texts, from the Vietnamese file: `npm run locales`. */
export function keysSource(ftl: string): string {
  const lines = messagesOf(ftl).flatMap(({ key, names }) => fieldLines(key, names));
  return [
    '// Written by `npm run locales` from vi.ftl; do not edit.',
    '',
    '/** Every text that a person can be shown, and the values that it takes. */',
    'export interface Texts {',
    ...lines,
    '}',
    '',
  ].join('\n');
}

/** A field as the formatter leaves it: quoted where it has to be, on one line where that fits. */
function fieldLines(key: string, names: string[]): string[] {
  const field = /^[a-z]+$/.test(key) ? key : `'${key}'`;
  if (names.length === 0) return [`  ${field}: Record<never, never>;`];
  const values = names.map((name) => `${name}: string | number`);
  const line = `  ${field}: { ${values.join('; ')} };`;
  if (line.length <= longestLine) return [line];
  return [`  ${field}: {`, ...values.map((value) => `    ${value};`), '  };'];
}

/** `lineWidth` in biome.json. */
const longestLine = 110;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = new URL('.', import.meta.url);
  writeFileSync(new URL('keys.ts', folder), keysSource(readFileSync(new URL('vi.ftl', folder), 'utf8')));
}
