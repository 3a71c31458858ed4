import { z } from 'zod';
import { type EscalationPolicies, escalationPolicies } from '#domain/incident/rules-schema.ts';
import { textIn } from '#locales/text.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { dropPolicy, policyFor, putPolicy } from '#storage/queries/escalation-policies.ts';
import { inTransaction } from '#storage/transaction.ts';
import { type CommandContext, done, type Outcome, refused } from '#app/commands/command.ts';
import { unitWithCode } from '#app/commands/unit-with-code.ts';

export const escalationShowOptions = z.strictObject({ unit: z.string().optional() });

/** `policies` null: the unit goes by what holds above it again. */
export const escalationSetOptions = z.strictObject({
  unit: z.string(),
  policies: escalationPolicies.nullable(),
});

/** What `cli escalation show --json` prints: whom the incidents of a unit are told to and when. */
export interface ShownPolicies extends EscalationPolicies {
  /** The unit asked about, by its code; null for the default alone. */
  unit: string | null;
  /** The code of the unit whose policy that is: its own, or one above; null where it is the default. */
  from: string | null;
}

/** The policy that holds for a unit, or the default. */
export async function showEscalation(
  { store, catalogue }: CommandContext,
  { unit: code }: z.infer<typeof escalationShowOptions>,
): Promise<Outcome<ShownPolicies>> {
  const { escalation } = catalogue.incidents;
  if (code === undefined) return done({ unit: null, from: null, ...escalation });
  const unit = await unitWithCode(store.db, code);
  if (!unit) return refused(textIn('vi')('cli-unit-unknown', { code: code.trim() }));
  const stored = await policyFor(store.db, unit.id);
  const own = escalationPolicies.safeParse(stored?.policy);
  return done(
    own.success
      ? { unit: unit.code, from: stored?.unit.code ?? null, ...own.data }
      : { unit: unit.code, from: null, ...escalation },
  );
}

/** Gives a unit, and those below it that have none, a policy of its own, or takes it away; incidents under way go by it at once. */
export async function setEscalation(
  context: CommandContext,
  { unit: code, policies }: z.infer<typeof escalationSetOptions>,
): Promise<Outcome<ShownPolicies>> {
  const { store, clock } = context;
  const unit = await unitWithCode(store.db, code);
  if (!unit) return refused(textIn('vi')('cli-unit-unknown', { code: code.trim() }));
  await inTransaction(store, async (tx) => {
    if (policies) await putPolicy(tx, unit.id, policies);
    else await dropPolicy(tx, unit.id);
    await recordAudit(tx, {
      ...{ at: clock.now(), action: 'escalation-policy-set', subjectId: unit.id },
      details: { own: policies !== null },
    });
  });
  return showEscalation(context, { unit: unit.code });
}
