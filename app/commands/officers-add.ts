import { z } from 'zod';
import { positionKinds } from '#domain/organisation.ts';
import { textIn } from '#locales/text.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { addOfficer, addPosition } from '#storage/queries/officers.ts';
import { inTransaction } from '#storage/transaction.ts';
import { type CommandContext, done, type Outcome, refused } from '#app/commands/command.ts';
import { newInvite, type NewInvite } from '#app/commands/new-invite.ts';
import { unitWithCode } from '#app/commands/unit-with-code.ts';

export const officersAddOptions = z.strictObject({
  unit: z.string(),
  name: z.string(),
  position: z.enum(positionKinds),
});

/** What `cli officers add --json` prints. */
export interface AddedOfficer extends NewInvite {
  officerId: string;
}

const longestName = 100;

/** Adds an officer with one position at a unit, and an invite that opens their chat for `inviteDays` days. */
export async function addInvitedOfficer(
  context: CommandContext,
  options: z.infer<typeof officersAddOptions>,
): Promise<Outcome<AddedOfficer>> {
  const say = textIn('vi');
  const { store, newId } = context;
  const name = options.name.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (name === '' || name.length > longestName)
    return refused(say('cli-officer-name', { limit: longestName }));
  return inTransaction(store, async (tx) => {
    const unit = await unitWithCode(tx, options.unit);
    if (!unit) return refused(say('cli-unit-unknown', { code: options.unit.trim() }));
    if (options.position === 'coordinator' && !unit.coordinator) {
      return refused(say('cli-unit-not-coordinator', { unit: unit.name }));
    }
    const now = context.clock.now();
    const officerId = newId();
    await addOfficer(tx, { id: officerId, name, language: 'vi', createdAt: now });
    await addPosition(tx, { id: newId(), unitId: unit.id, officerId, kind: options.position, since: now });
    const details = { unit: unit.id, position: options.position };
    await recordAudit(tx, { at: now, action: 'officer-added', subjectId: officerId, details });
    return done({ officerId, ...(await newInvite(tx, context, { officerId, now })) });
  });
}
