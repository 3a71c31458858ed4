import { z } from 'zod';
import { inviteDays } from '#domain/invite-code.ts';
import { positionKinds } from '#domain/organisation.ts';
import { inviteDigest } from '#handlers/join.ts';
import { textIn } from '#locales/text.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { addInvite } from '#storage/queries/invites.ts';
import { addOfficer, addPosition } from '#storage/queries/officers.ts';
import { listUnits } from '#storage/queries/units.ts';
import { inTransaction } from '#storage/transaction.ts';
import { type CommandContext, done, type Outcome, refused } from '#app/commands/command.ts';

export const officersAddOptions = z.strictObject({
  unit: z.string(),
  name: z.string(),
  position: z.enum(positionKinds),
});

/** What `cli officers add --json` prints. The code is shown this once: only its digest is kept. */
export interface AddedOfficer {
  officerId: string;
  inviteCode: string;
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
    const code = options.unit.normalize('NFC').trim();
    const unit = (await listUnits(tx)).find((one) => one.code.toUpperCase() === code.toUpperCase());
    if (!unit) return refused(say('cli-unit-unknown', { code }));
    if (options.position === 'coordinator' && !unit.coordinator) {
      return refused(say('cli-unit-not-coordinator', { unit: unit.name }));
    }
    const now = context.clock.now();
    const officerId = newId();
    const inviteCode = context.newInviteCode();
    await addOfficer(tx, { id: officerId, name, language: 'vi', createdAt: now });
    await addPosition(tx, { id: newId(), unitId: unit.id, officerId, kind: options.position, since: now });
    await addInvite(tx, {
      id: newId(),
      officerId,
      codeDigest: inviteDigest(inviteCode),
      createdAt: now,
      expiresAt: new Date(now.getTime() + inviteDays * 24 * 60 * 60_000),
    });
    const details = { unit: unit.id, position: options.position };
    await recordAudit(tx, { at: now, action: 'officer-added', subjectId: officerId, details });
    return done({ officerId, inviteCode });
  });
}
