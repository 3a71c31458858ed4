import { resolve } from 'node:path';
import { textIn } from '#locales/text.ts';
import type { Came } from '#app/cli/came.ts';
import { configured, type Env } from '#app/cli/configured.ts';
import { showConversation } from '#app/cli/show-form.ts';
import { placed, showCheck, showExported, showForms, showImported } from '#app/cli/show-forms.ts';
import { checkForms } from '#app/commands/forms-check.ts';
import { exportForm, importForm, type WrittenForm } from '#app/commands/forms-exchange.ts';
import { listForms, showForm } from '#app/commands/forms-list.ts';
import { loadCatalogue } from '#app/load-catalogue.ts';
import { loadDirectives } from '#app/load-directives.ts';
import { directivesFolder } from '#app/shipped-directives.ts';

/** What the commands about forms do, given the environment and their options as they were typed. None opens a database. */

const say = textIn('vi');

export async function formsList(env: Env): Promise<Came> {
  return configured(env, (config) => {
    const rows = listForms(loadCatalogue(config));
    return { kind: 'shown', json: rows, text: showForms(rows) };
  });
}

export async function formsShow(id: string, { version }: { version?: string }): Promise<Came> {
  const found = findForm(id, version);
  if ('kind' in found) return found;
  return { kind: 'shown', json: found, text: showConversation(found) };
}

export async function formsCheck(file: string): Promise<Came> {
  const checked = await checkForms(file);
  return { kind: 'shown', json: checked, text: showCheck(checked), failed: checked.mistakes.length > 0 };
}

export async function formsExport(
  id: string,
  file: string,
  { version }: { version?: string },
): Promise<Came> {
  const found = findForm(id, version);
  if ('kind' in found) return found;
  return cameOfWriting(file, await exportForm(found.form, resolve(file)), showExported);
}

export async function formsImport(file: string, { id, out }: { id?: string; out: string }): Promise<Came> {
  const directives = loadDirectives(directivesFolder);
  return cameOfWriting(file, await importForm(file, { id, out: resolve(out), directives }), showImported);
}

function findForm(id: string, version: string | undefined) {
  const wanted = version === undefined ? undefined : Number(version);
  if (wanted !== undefined && !Number.isInteger(wanted)) {
    return { kind: 'misused' as const, error: say('cli-form-wrong-version', { text: version ?? '' }) };
  }
  const directives = loadDirectives(directivesFolder);
  const found = showForm(directives, id, wanted);
  if (found) return found;
  const known = directives.flatMap(({ forms }) => forms).map((form) => `${form.id} ${form.version}`);
  const error = say('cli-form-unknown', { id, known: [...new Set(known)].join(', ') });
  return { kind: 'refused' as const, error };
}

/** `file`: the one that mistakes are in. */
function cameOfWriting(
  file: string,
  written: WrittenForm,
  textOf: (written: Extract<WrittenForm, { kind: 'written' }>) => string,
): Came {
  switch (written.kind) {
    case 'written': {
      const { id, version, questions } = written.form;
      const json = { file: written.file, id, version, questions: questions.length };
      return { kind: 'shown', json, text: textOf(written) };
    }
    case 'not-written':
      return { kind: 'refused', error: written.reason };
    case 'mistaken': {
      const mistakes = written.mistakes.map((mistake) => ({ file, ...mistake }));
      return { kind: 'refused', error: mistakes.map((mistake) => placed(file, mistake)).join('\n') };
    }
  }
}
