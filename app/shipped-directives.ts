import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the directives that ship. */
export const directivesFolder = fileURLToPath(new URL('../domain/directives', import.meta.url));

/** Their ids, as DIRECTIVES names them, without reading the files: each is called after its directive. */
export function shippedDirectiveIds(): string[] {
  return readdirSync(directivesFolder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
}
