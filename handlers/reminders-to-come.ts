import type { Catalogue } from '#domain/catalogue.ts';
import type { BotId } from '#domain/channel.ts';
import { nextReminderInstant } from '#domain/reminder-plan.ts';
import type { Instant } from '#domain/time.ts';
import { reminderStateOf, trackSteps, withoutEarlySteps } from '#domain/tracked-steps.ts';
import { directivesOnSince } from '#storage/queries/directives.ts';
import { officersAt, preferredChats } from '#storage/queries/identities.ts';
import { owedPeriods, reminderCandidates } from '#storage/queries/reminders.ts';
import type { Reader } from '#storage/store.ts';

interface Ahead {
  catalogue: Catalogue;
  now: Instant;
  until: Instant;
  /** Bots whose reminders are asked for, and which of them send no early ones. */
  bots: BotId[];
  thinned: ReadonlySet<BotId>;
}

const moreThanAnyCadence = 1_000;

/**
 * How many reminders each bot still has before it until an instant, if nobody sends a report that is open now: one
 * message for each person, role and time, whatever number of reports it is about.
 */
export async function remindersToCome(db: Reader, ahead: Ahead): Promise<Map<BotId, number>> {
  const { catalogue, now, bots, thinned } = ahead;
  const chats = await preferredChats(db, await officersAt(db, bots));
  const people = [...chats].filter(([, { bot }]) => bots.includes(bot)).map(([officerId]) => officerId);
  if (people.length === 0) return new Map();

  const messages = new Map<BotId, Set<string>>();
  const latest = { reporter: moreThanAnyCadence, head: moreThanAnyCadence, now, among: people };
  for (const tracked of trackSteps(catalogue, await owedPeriods(db), await directivesOnSince(db))) {
    for (const candidate of await reminderCandidates(db, tracked.due, latest)) {
      const { officerId, role } = candidate;
      const bot = chats.get(officerId)?.bot ?? '';
      const state = reminderStateOf(candidate, thinned.has(bot) ? withoutEarlySteps(tracked) : tracked);
      const ofBot = messages.get(bot) ?? new Set();
      messages.set(bot, ofBot);
      for (const at of instantsUntil(ahead, (after) => nextReminderInstant(after, state, catalogue))) {
        ofBot.add(`${officerId} ${role} ${at.toISOString()}`);
      }
    }
  }
  return new Map([...messages].map(([bot, ofBot]) => [bot, ofBot.size]));
}

function instantsUntil({ now, until }: Ahead, next: (after: Instant) => Instant | undefined): Instant[] {
  const instants: Instant[] = [];
  for (let at = next(now); at && at < until; at = next(at)) instants.push(at);
  return instants;
}
