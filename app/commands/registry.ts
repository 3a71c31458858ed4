import { z } from 'zod';
import { textIn } from '#locales/text.ts';
import { backupOptions, writeBackup } from '#app/commands/backup.ts';
import { type CommandContext, type Outcome, refused } from '#app/commands/command.ts';
import { showBots } from '#app/commands/bots.ts';
import {
  addNewContact,
  contactsAddOptions,
  contactsRemoveOptions,
  removeOldContact,
  showContacts,
} from '#app/commands/contacts.ts';
import { beginDrillAt, incidentsDrillOptions } from '#app/commands/incidents-drill.ts';
import { checkDatabase } from '#app/commands/database-check.ts';
import { incidentsListOptions, showIncidents } from '#app/commands/incidents-list.ts';
import { incidentsPaperOptions, writePaper } from '#app/commands/incidents-paper.ts';
import { addInvitedOfficer, officersAddOptions } from '#app/commands/officers-add.ts';
import { liftQuotaPause, quotaLiftOptions, showQuota } from '#app/commands/quota.ts';
import { inviteOfficer, officersInviteOptions } from '#app/commands/officers-invite.ts';
import { officersListOptions, showOfficers } from '#app/commands/officers-list.ts';
import { showStatus, statusOptions } from '#app/commands/status.ts';
import { addSystem, showSystems, systemsAddOptions, systemsListOptions } from '#app/commands/systems.ts';
import { importUnits, unitsImportOptions } from '#app/commands/units-import.ts';
import { showUnits } from '#app/commands/units-list.ts';
import { setUnit, unitsSetOptions } from '#app/commands/units-set.ts';
import {
  escalationSetOptions,
  escalationShowOptions,
  setEscalation,
  showEscalation,
} from '#app/commands/escalation.ts';
import { fillDemo } from '#app/demo.ts';

/** The commands that need the database: run in the command line's process, or in the server that has it open. */
const commands = {
  'units-import': { options: unitsImportOptions, run: importUnits },
  'units-set': { options: unitsSetOptions, run: setUnit },
  'units-list': { options: z.strictObject({}), run: showUnits },
  'officers-add': { options: officersAddOptions, run: addInvitedOfficer },
  'officers-list': { options: officersListOptions, run: showOfficers },
  'officers-invite': { options: officersInviteOptions, run: inviteOfficer },
  bots: { options: z.strictObject({}), run: showBots },
  status: { options: statusOptions, run: showStatus },
  quota: { options: z.strictObject({}), run: showQuota },
  'quota-lift': { options: quotaLiftOptions, run: liftQuotaPause },
  'incidents-list': { options: incidentsListOptions, run: showIncidents },
  'incidents-paper': { options: incidentsPaperOptions, run: writePaper },
  'escalation-show': { options: escalationShowOptions, run: showEscalation },
  'escalation-set': { options: escalationSetOptions, run: setEscalation },
  'incidents-drill': { options: incidentsDrillOptions, run: beginDrillAt },
  'contacts-list': { options: z.strictObject({}), run: showContacts },
  'contacts-add': { options: contactsAddOptions, run: addNewContact },
  'contacts-remove': { options: contactsRemoveOptions, run: removeOldContact },
  'systems-list': { options: systemsListOptions, run: showSystems },
  'systems-add': { options: systemsAddOptions, run: addSystem },
  demo: { options: z.strictObject({}), run: fillDemo },
  backup: { options: backupOptions, run: writeBackup },
  'database-check': { options: z.strictObject({}), run: checkDatabase },
} satisfies Record<string, Command>;

interface Command {
  options: z.ZodType;
  // Each takes what its own schema gives.
  run(context: CommandContext, options: never): Promise<Outcome<unknown>>;
}

export type CommandName = keyof typeof commands;
export type CommandOptions<N extends CommandName> = z.input<(typeof commands)[N]['options']>;
export type CommandResult<N extends CommandName> =
  Awaited<ReturnType<(typeof commands)[N]['run']>> extends Outcome<infer T> ? T : never;

const requestSchema = z.strictObject({
  command: z.enum(Object.keys(commands) as CommandName[]),
  options: z.unknown(),
});

/** Checks a request as it came over the socket and does it; one that is not understood is refused, never half done. */
export async function runCommand(context: CommandContext, request: unknown): Promise<Outcome<unknown>> {
  const asked = requestSchema.safeParse(request);
  if (!asked.success) return refused(textIn('vi')('cli-request-unreadable'));
  const command: Command = commands[asked.data.command];
  const options = command.options.safeParse(asked.data.options);
  if (!options.success) return refused(textIn('vi')('cli-request-unreadable'));
  return command.run(context, options.data as never);
}
