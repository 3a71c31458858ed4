import { textIn } from '#locales/text.ts';
import { table } from '#app/cli/table.ts';
import type { CheckedForms } from '#app/commands/forms-check.ts';
import type { WrittenForm } from '#app/commands/forms-exchange.ts';
import type { FormRow } from '#app/commands/forms-list.ts';

const say = textIn('vi');

export function showForms(rows: readonly FormRow[]): string {
  const headings = [
    say('cli-form-id'),
    say('cli-form-version'),
    say('cli-form-name'),
    say('cli-form-questions'),
    say('cli-form-file'),
    say('cli-form-in-use'),
  ];
  return table(
    headings,
    rows.map(({ id, version, title, questions, directive, inUse }) => [
      ...[id, String(version), title, String(questions), directive],
      inUse ? say('yes') : '',
    ]),
  );
}

/** One line for each mistake, with its place first. */
export function showCheck({ file, forms, mistakes }: CheckedForms): string {
  if (mistakes.length > 0) return mistakes.map((mistake) => placed(file, mistake)).join('\n');
  const named = forms.map(({ id, version, questions }) =>
    say('cli-form-named', { id, version, count: questions }),
  );
  return say('cli-form-right', { file, forms: named.join(', ') || say('cli-form-none-inside') });
}

/** `a.yaml:12: …`, or `a.xlsx: survey!G5 (relevant): …`. */
export function placed(file: string, mistake: CheckedForms['mistakes'][number]): string {
  if ('line' in mistake) return `${file}:${mistake.line}: ${mistake.reason}`;
  if (!('sheet' in mistake)) return mistake.reason;
  const { sheet, cell, column, reason } = mistake;
  return `${file}: ${sheet}!${cell} (${column}): ${reason}`;
}

export function showExported({
  file,
  form: { id, version },
}: Extract<WrittenForm, { kind: 'written' }>): string {
  return say('cli-form-exported', { file, id, version });
}

export function showImported({
  file,
  form: { id, version },
}: Extract<WrittenForm, { kind: 'written' }>): string {
  return say('cli-form-imported', { file, id, version });
}
