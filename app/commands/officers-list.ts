import { z } from 'zod';
import type { ChannelKind } from '#domain/channel.ts';
import type { PositionKind } from '#domain/organisation.ts';
import { isoInstant } from '#domain/time.ts';
import { textIn } from '#locales/text.ts';
import { listOfficers } from '#storage/queries/officer-list.ts';
import { type CommandContext, done, type Outcome, refused } from '#app/commands/command.ts';
import { unitWithCode } from '#app/commands/unit-with-code.ts';

export const officersListOptions = z.strictObject({ unit: z.string().optional() });

/** One row of `cli officers list --json`: an officer at one unit; `unit` is its code, or null for who holds no position. */
export interface OfficerRow {
  officerId: string;
  name: string;
  unit: string | null;
  positions: PositionKind[];
  channels: {
    channel: ChannelKind;
    /** ISO with the zone's offset. */
    since: string;
    /** The person keeps this chat closed to us. */
    blocked: boolean;
    /** Its bot is no longer ours: nothing reaches the person there. */
    retired: boolean;
    /** Reminders go here. */
    preferred: boolean;
  }[];
}

/** All officers with where they can be reached, by unit and name. */
export async function showOfficers(
  { store, catalogue }: CommandContext,
  { unit: code }: z.infer<typeof officersListOptions>,
): Promise<Outcome<OfficerRow[]>> {
  const unit = code === undefined ? undefined : await unitWithCode(store.db, code);
  if (code !== undefined && !unit) return refused(textIn('vi')('cli-unit-unknown', { code: code.trim() }));
  const officers = await listOfficers(store.db, unit?.id);
  return done(
    officers.map(({ officerId, name, unitCode, positions, chats }) => ({
      ...{ officerId, name, unit: unitCode, positions },
      channels: chats.map(({ channel, linkedAt, reach }, at) => ({
        ...{ channel, since: isoInstant(linkedAt, catalogue.zone) },
        ...{ blocked: reach === 'blocked', retired: reach === 'retired' },
        preferred: at === 0 && reach === 'open',
      })),
    })),
  );
}
