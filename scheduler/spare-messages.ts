import type { BotId } from '#domain/channel.ts';
import type { QuotaLimits } from '#domain/quota.ts';
import type { Instant, ZoneName } from '#domain/time.ts';
import { isClosed, isThinned, quotasOfBots } from '#storage/queries/bot-quotas.ts';
import { type Chat, officersAt, openChatsOf, preferredChats } from '#storage/queries/identities.ts';
import type { Reader } from '#storage/store.ts';

/** What the plan spares of the bots that are near the end of their month. */
export interface Sparing {
  /** Whose reminders would go by such a bot: they get no early ones. */
  officers: ReadonlySet<string>;
  /** Bots that send nothing but urgent messages. */
  closed: ReadonlySet<BotId>;
}

/** Asked once for each plan. */
export async function sparingNow(
  db: Reader,
  bots: { limits: QuotaLimits; zone: ZoneName; now: Instant },
): Promise<Sparing> {
  const quotas = await quotasOfBots(db, bots);
  const thinned = new Set(quotas.filter(isThinned).map(({ bot }) => bot));
  const closed = new Set(quotas.filter(isClosed).map(({ bot }) => bot));
  if (thinned.size === 0) return { officers: new Set(), closed };
  const chats = await preferredChats(db, await officersAt(db, [...thinned]));
  const spared = [...chats].filter(([, { bot }]) => thinned.has(bot));
  return { officers: new Set(spared.map(([officerId]) => officerId)), closed };
}

/** As `preferredChats`; whose preferred chat is with a closed bot is written to at another, if there is one. */
export async function chatsToRemindAt(
  db: Reader,
  officerIds: string[],
  closed: ReadonlySet<BotId>,
): Promise<Map<string, Chat>> {
  const chats = await preferredChats(db, officerIds);
  for (const [officerId, chat] of chats) {
    if (!closed.has(chat.bot)) continue;
    const other = (await openChatsOf(db, officerId)).find(({ bot }) => !closed.has(bot));
    if (other) chats.set(officerId, other);
  }
  return chats;
}
