import { dayOf, type Instant, timeOf } from '#domain/time.ts';
import { isThinned, quotasOfBots } from '#storage/queries/bot-quotas.ts';
import { preferredChats } from '#storage/queries/identities.ts';
import { overseersOf } from '#storage/queries/incident-people.ts';
import { openIncidents } from '#storage/queries/incidents.ts';
import { knownKeys, type NewMessage, putInLine } from '#storage/queries/messages.ts';
import { inTransaction } from '#storage/transaction.ts';
import type { PlanDeps } from '#scheduler/plan-reminders.ts';

/**
 * Twice a day, how the open incidents stand; between the two hours, so that an outage brings no digest at midnight. Who is on a bot
 * with little left of its month has the afternoon's with the next morning's.
 */
const slots = [
  { from: '08:00', until: '10:00', isLeftOut: false },
  { from: '16:30', until: '18:00', isLeftOut: true },
] as const;

/**
 * Puts a digest in line for every head and coordinator of whose units an incident is open: on working days, and on any
 * day while one of them is severe. It is composed at sending. Returns how many were put in line.
 */
export async function tellOfIncidents(deps: PlanDeps, now: Instant): Promise<number> {
  const { store, catalogue, newId, quota: limits } = deps;
  const time = timeOf(now, catalogue.zone);
  const slot = slots.find(({ from, until }) => from <= time && time < until);
  if (!slot) return 0;
  const day = dayOf(now, catalogue.zone);
  return inTransaction(store, async (tx) => {
    const open = (await openIncidents(tx)).filter(
      ({ severity }) => severity === 'severe' || catalogue.calendar.isWorkingDay(day),
    );
    const people = new Set<string>();
    for (const unitId of new Set(open.map(({ unit }) => unit.id))) {
      for (const { id } of await overseersOf(tx, unitId)) people.add(id);
    }
    const chats = await preferredChats(tx, [...people]);
    const quotas = slot.isLeftOut ? await quotasOfBots(tx, { limits, zone: catalogue.zone, now }) : [];
    const short = new Set(quotas.filter(isThinned).map(({ bot }) => bot));
    const told = [...chats].filter(([, { bot }]) => !short.has(bot));
    const rows: NewMessage[] = told.map(([officerId, { bot, chatId }]) => ({
      ...{ id: newId(), key: `incident-digest:${day}:${slot.from}:${officerId}`, bot, chatId, officerId },
      ...{ kind: 'notice', priority: 'routine', content: { kind: 'incident-digest' }, createdAt: now },
    }));
    const known = await knownKeys(
      tx,
      rows.flatMap(({ key }) => key ?? []),
    );
    const fresh = rows.filter(({ key }) => !known.has(key ?? null));
    if (fresh.length > 0) await putInLine(tx, fresh);
    return fresh.length;
  });
}
