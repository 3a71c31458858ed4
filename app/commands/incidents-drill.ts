import { z } from 'zod';
import { textIn } from '#locales/text.ts';
import { recordIncident } from '#handlers/incident/record.ts';
import { escalateIncident } from '#scheduler/escalate-incident.ts';
import { keepClocks } from '#storage/queries/incident-clocks.ts';
import { firstHolderAt } from '#storage/queries/incident-people.ts';
import { peopleTold } from '#storage/queries/incident-told.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { inTransaction } from '#storage/transaction.ts';
import { type CommandContext, done, type Outcome, refused } from '#app/commands/command.ts';
import { unitWithCode } from '#app/commands/unit-with-code.ts';

export const incidentsDrillOptions = z.strictObject({ unit: z.string(), text: z.string().trim().min(1) });

/** What `cli incidents drill --json` prints: the number of the drill, and whom it has been told to. */
export interface BegunDrill {
  number: string;
  unit: string;
  told: { name: string; unit: string }[];
}

/** Begins a drill at a unit, as if its reporter, else its head or a responder, had reported what the text says. */
export async function beginDrillAt(
  { store, catalogue, newId, clock }: CommandContext,
  { unit: code, text }: z.infer<typeof incidentsDrillOptions>,
): Promise<Outcome<BegunDrill>> {
  const say = textIn('vi');
  const unit = await unitWithCode(store.db, code);
  if (!unit) return refused(say('cli-unit-unknown', { code: code.trim() }));
  return inTransaction(store, async (tx) => {
    const officerId = await firstHolderAt(tx, unit.id, ['reporter', 'head', 'responder']);
    const officer = officerId === undefined ? undefined : await findOfficer(tx, officerId);
    if (!officer) return refused(say('cli-drill-nobody', { unit: unit.name }));
    const deps = {
      ...{ catalogue, newId },
      escalate: (...[on, incident, now]: Escalating) =>
        escalateIncident({ catalogue, newId, log: unheard }, on, incident, now),
      keepClocks: (...[on, incident, now]: Escalating) => keepClocks(on, catalogue, incident, now),
    };
    const report = { officer, unit, description: text, drill: true };
    const incident = await recordIncident({ tx, deps, now: clock.now() }, report);
    if (!incident) throw new Error(`No drill was recorded at unit ${unit.id}.`);
    const told = await peopleTold(tx, incident.id);
    return done({
      number: incident.number,
      unit: unit.code,
      told: told.map(({ name, unit: theirs }) => ({ name, unit: theirs })),
    });
  });
}

type Escalating = Parameters<Parameters<typeof recordIncident>[0]['deps']['keepClocks']>;

/** The command line prints what it did; a policy that cannot be read is the default. */
const unheard = { debug() {}, info() {}, warn() {}, error() {} };
