import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { faultsIn } from '#domain/directives/consistency.ts';
import { type Directive, directiveSchema } from '#domain/directives/schema.ts';
import { DataFileError, readYamlFile, type Mistake, type YamlFile } from '#app/yaml-file.ts';

/**
 * Reads every directive of a folder, in the order of the file names; `calendar.yaml` is not one of them.
 * @throws DirectiveFileError that lists every mistake of every file as `file:line: reason`
 */
export function loadDirectives(folder: string): Directive[] {
  const read = yamlFilesIn(folder).map((file) => readYamlFile(file, directiveSchema));
  const unreadable = read.flatMap((result) => ('mistakes' in result ? result.mistakes : []));
  if (unreadable.length > 0) throw new DirectiveFileError(unreadable);

  const files = read.filter((result) => 'data' in result);
  const mistakes = [...files.flatMap(misnamed), ...inconsistent(files)];
  if (mistakes.length > 0) throw new DirectiveFileError(mistakes);
  return files.map(({ data }) => data);
}

/** The directives cannot be relied on, so the server does not start. */
export class DirectiveFileError extends DataFileError {}

function yamlFilesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && name !== 'calendar.yaml')
    .sort()
    .map((name) => join(folder, name));
}

/** The file of a directive is found by its id. */
function misnamed({ file, data, lineOf }: YamlFile<Directive>): Mistake[] {
  if (basename(file) === `${data.id}.yaml`) return [];
  return [{ file, line: lineOf(['id']), reason: `the file of ${data.id} is called ${data.id}.yaml` }];
}

function inconsistent(files: YamlFile<Directive>[]): Mistake[] {
  return faultsIn(files.map(({ data }) => data)).flatMap(({ directive, path, reason }) => {
    const at = files[directive];
    return at ? [{ file: at.file, line: at.lineOf(path), reason }] : [];
  });
}
