import { z } from 'zod';
import { isId } from '#domain/callback.ts';
import { textIn } from '#locales/text.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { linkedChatsOf, unlinkChats } from '#storage/queries/identities.ts';
import { cancelWaitingIn } from '#storage/queries/message-outcomes.ts';
import { lockOfficer } from '#storage/queries/officers.ts';
import type { Tx } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';
import { type CommandContext, done, type Outcome, refused } from '#app/commands/command.ts';
import { newInvite, type NewInvite } from '#app/commands/new-invite.ts';

export const officersInviteOptions = z.strictObject({
  officerId: z.string(),
  /** The phone is lost: nobody who has it is to be taken for the officer, or to read what is meant for them. */
  unlink: z.boolean(),
});

/** What `cli officers invite --json` prints. */
export interface InvitedOfficer extends NewInvite {
  officerId: string;
}

/** Gives an officer who is there a new invite. With `unlink` all their chats are unlinked first; a report that they are in the middle of stays. */
export async function inviteOfficer(
  context: CommandContext,
  { officerId, unlink }: z.infer<typeof officersInviteOptions>,
): Promise<Outcome<InvitedOfficer>> {
  return inTransaction(context.store, async (tx) => {
    if (!isId(officerId) || !(await lockOfficer(tx, officerId))) {
      return refused(textIn('vi')('cli-officer-unknown', { officerId }));
    }
    const now = context.clock.now();
    if (unlink) await unlinkAll(tx, officerId, now);
    await recordAudit(tx, { at: now, action: 'officer-invited', subjectId: officerId });
    return done({ officerId, ...(await newInvite(tx, context, { officerId, now })) });
  });
}

async function unlinkAll(tx: Tx, officerId: string, now: Date): Promise<void> {
  const chats = await linkedChatsOf(tx, officerId);
  await unlinkChats(
    tx,
    officerId,
    chats.map(({ id }) => id),
  );
  for (const chat of chats) {
    await cancelWaitingIn(tx, chat, 'unlinked');
    const details = { bot: chat.bot };
    await recordAudit(tx, { at: now, action: 'chat-unlinked', subjectId: officerId, details });
  }
}
