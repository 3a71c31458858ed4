import { Command } from 'commander';
import { headsWords } from '#domain/heads-word.ts';
import { positionKinds } from '#domain/organisation.ts';
import { textIn } from '#locales/text.ts';
import {
  contactsAdd,
  contactsList,
  contactsRemove,
  incidentsDrill,
  systemsAdd,
  systemsList,
} from '#app/cli/incident-settings.ts';
import { escalationSet, escalationShow } from '#app/cli/escalation-actions.ts';
import * as actions from '#app/cli/actions.ts';
import { bots } from '#app/cli/bot-actions.ts';
import type { Came } from '#app/cli/came.ts';
import type { Env } from '#app/cli/configured.ts';
import { addFormCommands } from '#app/cli/form-program.ts';
import * as officerActions from '#app/cli/officer-actions.ts';

/** A command's result and whether it is to be printed as JSON. */
export type Finish = (came: Came, json: boolean | undefined) => void;

interface Printing {
  out(text: string): void;
}

/** The commands, their options and what `--help` says of them. Parsing throws commander's errors and prints none. */
export function createProgram(env: Env, { out }: Printing, finish: Finish): Command {
  const program = new Command('npm run -s cli --');
  program
    .description(say('cli-about'))
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: () => {}, outputError: () => {} })
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .helpOption('-h, --help', say('cli-help-help'))
    .helpCommand(false);

  ranged(leaf(program, 'deadlines', say('cli-help-deadlines'))).action(async (options) =>
    finish(await actions.deadlines(env, options), options.json),
  );
  ranged(leaf(program, 'reminders', say('cli-help-reminders'))).action(async (options) =>
    finish(await actions.reminders(env, options), options.json),
  );

  const units = program.command('units').description(say('cli-help-units')).helpCommand(false);
  leaf(units, 'import', say('cli-help-units-import'))
    .argument('<file>', say('cli-help-units-file'))
    .action(async (file, options) => finish(await actions.unitsImport(env, file), options.json));
  leaf(units, 'list', say('cli-help-units-list')).action(async (options) =>
    finish(await actions.unitsList(env), options.json),
  );
  leaf(units, 'set', say('cli-help-units-set'))
    .requiredOption('--unit <code>', say('cli-help-unit'))
    .requiredOption('--heads-word <word>', say('cli-help-heads-word', { known: headsWords.join(', ') }))
    .action(async (options) => finish(await actions.unitsSet(env, options), options.json));

  const officers = program.command('officers').description(say('cli-help-officers')).helpCommand(false);
  leaf(officers, 'add', say('cli-help-officers-add'))
    .requiredOption('--unit <code>', say('cli-help-unit'))
    .requiredOption('--name <name>', say('cli-help-name'))
    .requiredOption('--position <position>', say('cli-help-position', { known: positionKinds.join(', ') }))
    .option('--qr <file>', say('cli-help-invite-qr'))
    .action(async (options) => finish(await officerActions.officersAdd(env, options), options.json));

  leaf(officers, 'list', say('cli-help-officers-list'))
    .option('--unit <code>', say('cli-help-only-unit'))
    .action(async (options) => finish(await officerActions.officersList(env, options), options.json));
  leaf(officers, 'invite', say('cli-help-officers-invite'))
    .argument('<officer>', say('cli-help-officer-id'))
    .option('--unlink', say('cli-help-unlink'))
    .option('--qr <file>', say('cli-help-invite-qr'))
    .action(async (officerId, options) =>
      finish(await officerActions.officersInvite(env, officerId, options), options.json),
    );

  leaf(program, 'bots', say('cli-help-bots'))
    .option('--qr <folder>', say('cli-help-bots-qr'))
    .action(async (options) => finish(await bots(env, options), options.json));
  leaf(program, 'status', say('cli-help-status'))
    .requiredOption('--period <period>', say('cli-help-period'))
    .option('--duty <duty>', say('cli-help-duty'))
    .action(async (options) => finish(await actions.status(env, options), options.json));
  const quota = leaf(program, 'quota', say('cli-help-quota')).helpCommand(false);
  quota.action(async (options) => finish(await actions.quota(env), options.json));
  leaf(quota, 'lift', say('cli-help-quota-lift'))
    .argument('<bot>', say('cli-help-quota-bot'))
    // The command above it takes `--json` wherever it stands.
    .action(async (bot, _options, command) =>
      finish(await actions.quotaLift(env, bot), command.optsWithGlobals().json),
    );
  const incidents = program.command('incidents').description(say('cli-help-incidents')).helpCommand(false);
  leaf(incidents, 'list', say('cli-help-incidents-list'))
    .option('--open', say('cli-help-incidents-open'))
    .action(async (options) => finish(await actions.incidentsList(env, options), options.json));
  leaf(incidents, 'paper', say('cli-help-incidents-paper'))
    .argument('<number>', say('cli-help-incident-number'))
    .requiredOption('--kind <kind>', say('cli-help-paper-kind'))
    .requiredOption('--out <file>', say('cli-help-paper-out'))
    .action(async (number, options) =>
      finish(await actions.incidentsPaper(env, number, options), options.json),
    );
  leaf(incidents, 'drill', say('cli-help-incidents-drill'))
    .requiredOption('--unit <code>', say('cli-help-unit'))
    .requiredOption('--text <text>', say('cli-help-drill-text'))
    .action(async (options) => finish(await incidentsDrill(env, options), options.json));
  const escalation = program.command('escalation').description(say('cli-help-escalation')).helpCommand(false);
  leaf(escalation, 'show', say('cli-help-escalation-show'))
    .option('--unit <code>', say('cli-help-unit'))
    .action(async (options) => finish(await escalationShow(env, options), options.json));
  leaf(escalation, 'set', say('cli-help-escalation-set'))
    .argument('[file]', say('cli-help-escalation-file'))
    .requiredOption('--unit <code>', say('cli-help-unit'))
    .option('--default', say('cli-help-escalation-default'))
    .action(async (file, options) => finish(await escalationSet(env, file, options), options.json));
  const contacts = program.command('contacts').description(say('cli-help-contacts')).helpCommand(false);
  leaf(contacts, 'list', say('cli-help-contacts-list')).action(async (options) =>
    finish(await contactsList(env), options.json),
  );
  leaf(contacts, 'add', say('cli-help-contacts-add'))
    .requiredOption('--name <name>', say('cli-help-contact-name'))
    .requiredOption('--phone <number>', say('cli-help-contact-phone'))
    .option('--public', say('cli-help-contact-public'))
    .action(async (options) => finish(await contactsAdd(env, options), options.json));
  leaf(contacts, 'remove', say('cli-help-contacts-remove'))
    .argument('<number>', say('cli-help-contact-phone'))
    .action(async (phone, options) => finish(await contactsRemove(env, phone), options.json));
  const systems = program.command('systems').description(say('cli-help-systems')).helpCommand(false);
  leaf(systems, 'list', say('cli-help-systems-list'))
    .option('--unit <code>', say('cli-help-only-unit'))
    .action(async (options) => finish(await systemsList(env, options), options.json));
  leaf(systems, 'add', say('cli-help-systems-add'))
    .requiredOption('--unit <code>', say('cli-help-unit'))
    .requiredOption('--name <name>', say('cli-help-system-name'))
    .option('--level <level>', say('cli-help-system-level'))
    .action(async (options) => finish(await systemsAdd(env, options), options.json));
  addFormCommands(program, env, finish);
  leaf(program, 'demo', say('cli-help-demo')).action(async (options) =>
    finish(await actions.demo(env), options.json),
  );
  leaf(program, 'doctor', say('cli-help-doctor')).action(async (options) =>
    finish(await actions.doctorOf(env), options.json),
  );
  leaf(program, 'backup', say('cli-help-backup'))
    .argument('<file>', say('cli-help-backup-file'))
    .action(async (file, options) => finish(await actions.backup(env, file), options.json));
  return program;
}

const say = textIn('vi');

/** Commander's own words, in ours. */
const titles: Record<string, string> = {
  'Usage:': say('cli-help-usage'),
  'Options:': say('cli-help-options'),
  'Arguments:': say('cli-help-arguments'),
  'Commands:': say('cli-help-commands'),
};

function leaf(parent: Command, name: string, about: string): Command {
  return parent.command(name).description(about).option('--json', say('cli-help-json'));
}

function ranged(command: Command): Command {
  return command
    .requiredOption('--from <day>', say('cli-help-from'))
    .requiredOption('--to <day>', say('cli-help-to'))
    .option('--directives <ids>', say('cli-help-directives'));
}
