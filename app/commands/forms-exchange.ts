import { existsSync } from 'node:fs';
import { stringify } from 'yaml';
import type { Directive, Form } from '#domain/directives/schema.ts';
import { readXlsform } from '#domain/xlsform/read.ts';
import type { CellMistake } from '#domain/xlsform/workbook.ts';
import { writeXlsform } from '#domain/xlsform/write.ts';
import { textIn } from '#locales/text.ts';
import { newestOf } from '#app/commands/forms-check.ts';
import { readWorkbook, workbookFile } from '#app/commands/forms-workbook.ts';
import { writeWholeFile } from '#app/commands/write-whole-file.ts';

const say = textIn('vi');

export type WrittenForm = { kind: 'written'; file: string; form: Form } | NotWritten;

type NotWritten = { kind: 'not-written'; reason: string } | { kind: 'mistaken'; mistakes: CellMistake[] };

/** Writes a form as XLSForm; a file of that name is replaced. */
export async function exportForm(form: Form, file: string): Promise<WrittenForm> {
  const english = textIn('en');
  const words = {
    yes: { vi: say('yes'), en: english('yes') },
    no: { vi: say('no'), en: english('no') },
  };
  const reason = await writeWholeFile(file, await workbookFile(writeXlsform(form, words)));
  if (reason !== undefined)
    return { kind: 'not-written', reason: say('cli-backup-not-written', { file, reason }) };
  return { kind: 'written', file, form };
}

/**
 * Writes the form of an XLSForm file as a YAML section `forms`, which an administrator puts into a directive; it switches
 * nothing on, and replaces no file. Where a form of its id and version exists and is another, it becomes the next version.
 */
export async function importForm(
  file: string,
  { id, out, directives }: { id: string | undefined; out: string; directives: readonly Directive[] },
): Promise<WrittenForm> {
  if (existsSync(out)) return { kind: 'not-written', reason: say('cli-form-out-exists', { file: out }) };
  const found = await readWorkbook(file);
  if (found.kind === 'unreadable') return { kind: 'not-written', reason: found.reason };
  const read = readXlsform(found.workbook, { id, directives });
  if (read.kind === 'refused') return { kind: 'mistaken', mistakes: read.mistakes };
  const form = nextVersion(
    read.form,
    directives.flatMap(({ forms }) => forms),
  );
  const reason = await writeWholeFile(out, Buffer.from(formsYaml(form)));
  if (reason !== undefined)
    return { kind: 'not-written', reason: say('cli-backup-not-written', { file: out, reason }) };
  return { kind: 'written', file: out, form };
}

function nextVersion(form: Form, known: readonly Form[]): Form {
  const same = known.find(({ id, version }) => id === form.id && version === form.version);
  if (!same || JSON.stringify(same) === JSON.stringify(form)) return form;
  return { ...form, version: newestOf(known, form.id) + 1 };
}

/** What goes without saying is left out, as in the files that ship. */
function formsYaml({ rules, questions, ...form }: Form): string {
  const shown = {
    ...form,
    questions: questions.map(({ required, ...question }) =>
      required ? question : { ...question, required },
    ),
    ...(rules.length > 0 ? { rules } : {}),
  };
  const head = say('cli-form-yaml-head', { id: form.id, version: form.version })
    .split('\n')
    .map((line) => `# ${line}\n`);
  return `${head.join('')}\n${stringify({ forms: [shown] }, { lineWidth: 120, aliasDuplicateObjects: false })}`;
}
