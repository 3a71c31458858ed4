import type { Command } from 'commander';
import { textIn } from '#locales/text.ts';
import type { Came } from '#app/cli/came.ts';
import type { Env } from '#app/cli/configured.ts';
import { formsCheck, formsExport, formsImport, formsList, formsShow } from '#app/cli/form-actions.ts';

const say = textIn('vi');

/** The commands about forms, and their options. `finish`: what is to be printed of a command, and whether as JSON. */
export function addFormCommands(
  program: Command,
  env: Env,
  finish: (came: Came, json: boolean | undefined) => void,
): void {
  const forms = program.command('forms').description(say('cli-help-forms')).helpCommand(false);
  leaf(forms, 'list', say('cli-help-forms-list')).action(async (options) =>
    finish(await formsList(env), options.json),
  );
  leaf(forms, 'show', say('cli-help-forms-show'))
    .argument('<id>', say('cli-help-form-id'))
    .option('--version <n>', say('cli-help-form-version'))
    .action(async (id, options) => finish(await formsShow(id, options), options.json));
  leaf(forms, 'check', say('cli-help-forms-check'))
    .argument('<file>', say('cli-help-form-file'))
    .action(async (file, options) => finish(await formsCheck(file), options.json));
  leaf(forms, 'export', say('cli-help-forms-export'))
    .argument('<id>', say('cli-help-form-id'))
    .argument('<file>', say('cli-help-form-workbook-out'))
    .option('--version <n>', say('cli-help-form-version'))
    .action(async (id, file, options) => finish(await formsExport(id, file, options), options.json));
  leaf(forms, 'import', say('cli-help-forms-import'))
    .argument('<file>', say('cli-help-form-workbook'))
    .option('--id <id>', say('cli-help-form-new-id'))
    .requiredOption('--out <file>', say('cli-help-form-out'))
    .action(async (file, options) => finish(await formsImport(file, options), options.json));
}

function leaf(parent: Command, name: string, about: string): Command {
  return parent.command(name).description(about).option('--json', say('cli-help-json'));
}
