import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { messagesOf } from '#locales/ftl-messages.ts';

/** Writes `keys.ts`, the types of all texts, from the Vietnamese file: `npm run locales`. */
export function keysSource(ftl: string): string {
  const lines = messagesOf(ftl).map(({ key, names }) => {
    const values = names.map((name) => `${name}: string | number`).join('; ');
    return `  '${key}': ${values ? `{ ${values} }` : 'Record<never, never>'};`;
  });
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

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = new URL('.', import.meta.url);
  writeFileSync(new URL('keys.ts', folder), keysSource(readFileSync(new URL('vi.ftl', folder), 'utf8')));
}
