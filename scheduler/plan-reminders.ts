import { isQuiet } from '#domain/remind-hours.ts';
import type { Catalogue } from '#domain/catalogue.ts';
import type { NewId } from '#domain/clock.ts';
import type { QuotaLimits } from '#domain/quota.ts';
import { reminderDue, type DueReminder } from '#domain/reminder-plan.ts';
import type { ReminderRole, ReminderStep } from '#domain/reminder-steps.ts';
import { mayRemindAt, sendingHours } from '#domain/sending-hours.ts';
import { type Instant, timeOf } from '#domain/time.ts';
import { reminderStateOf, type TrackedSteps, trackSteps, withoutEarlySteps } from '#domain/tracked-steps.ts';
import { directivesOnSince } from '#storage/queries/directives.ts';
import { putInLine } from '#storage/queries/messages.ts';
import { noteReminders, owedPeriods, reminderCandidates } from '#storage/queries/reminders.ts';
import type { Store, Tx } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';
import { chosenHours } from '#storage/queries/remind-hours.ts';
import { chatsToRemindAt, type Sparing, sparingNow } from '#scheduler/spare-messages.ts';

export interface PlanDeps {
  store: Store;
  catalogue: Catalogue;
  newId: NewId;
  quota: QuotaLimits;
}

/** What one officer is to be told now, in one role. */
interface DueForOfficer {
  officerId: string;
  role: ReminderRole;
  reminders: { assignmentId: string; round: number; reminder: DueReminder }[];
}

/** How many officers one transaction reminds. */
const batchSize = 100;

/**
 * Puts in line what is due at `now`: one message for each officer and role, whatever number of reports it is about. Keys
 * are made of officer, role and instant, so running it again, or at a time that the clock has passed before, plans
 * nothing twice. Returns how many messages were put in line.
 */
export async function planReminders(deps: PlanDeps, now: Instant): Promise<number> {
  const { store, catalogue } = deps;
  // Most minutes end here: it is night, a weekend or a holiday.
  if (!mayRemindAt(now, catalogue, sendingHours)) return 0;
  const bots = { limits: deps.quota, zone: catalogue.zone, now };
  const sparing = await sparingNow(store.db, bots);
  const due = await dueReminders(deps, sparing, now);
  for (let start = 0; start < due.length; start += batchSize) {
    const batch = due.slice(start, start + batchSize);
    await inTransaction(store, (tx) => remind(deps, tx, batch, sparing, now));
  }
  return due.length;
}

/** The steps of everything that somebody still owes. */
export async function trackedSteps({ store, catalogue }: PlanDeps): Promise<TrackedSteps[]> {
  return trackSteps(catalogue, await owedPeriods(store.db), await directivesOnSince(store.db));
}

async function dueReminders(deps: PlanDeps, sparing: Sparing, now: Instant): Promise<DueForOfficer[]> {
  const byOfficer = new Map<string, DueForOfficer>();
  const hours = await chosenHours(deps.store.db);
  const time = timeOf(now, deps.catalogue.zone);
  for (const tracked of await trackedSteps(deps)) {
    const spared = sparing.officers.size > 0 ? withoutEarlySteps(tracked) : tracked;
    const candidates = await reminderCandidates(deps.store.db, tracked.due, {
      reporter: latestOrder(tracked.steps.reporter, now),
      head: latestOrder(tracked.steps.head, now),
      now,
    });
    for (const candidate of candidates) {
      // What is due in their quiet hours stays due, and comes with the first of their own.
      const own = hours.get(candidate.officerId);
      if (own && isQuiet(own, time)) continue;
      const steps = sparing.officers.has(candidate.officerId) ? spared : tracked;
      const decision = reminderDue(now, reminderStateOf(candidate, steps), deps.catalogue);
      if (decision.kind === 'none') continue;
      const { officerId, role, assignmentId, round } = candidate;
      const key = `${officerId} ${role}`;
      const entry = byOfficer.get(key) ?? { officerId, role, reminders: [] };
      entry.reminders.push({ assignmentId, round, reminder: decision.reminder });
      byOfficer.set(key, entry);
    }
  }
  return [...byOfficer.values()];
}

function latestOrder(steps: ReminderStep[], now: Instant): number {
  return Math.max(-1, ...steps.filter(({ at }) => at <= now).map(({ order }) => order));
}

/** Everything for a batch of officers in a handful of statements: a base day reminds tens of thousands. */
async function remind(
  deps: PlanDeps,
  tx: Tx,
  batch: DueForOfficer[],
  { closed }: Sparing,
  now: Instant,
): Promise<void> {
  const officerIds = [...new Set(batch.map(({ officerId }) => officerId))];
  const chats = await chatsToRemindAt(tx, officerIds, closed);
  const reachable = batch.flatMap((due) => {
    const chat = chats.get(due.officerId);
    return chat ? [{ ...due, chat, key: keyOf(due) }] : [];
  });
  await putInLine(
    tx,
    reachable.map(({ officerId, role, chat, key }) => ({
      ...{ id: deps.newId(), key, officerId, bot: chat.bot, chatId: chat.chatId },
      ...{ kind: 'reminder', priority: 'routine', content: { kind: 'reminder', role }, createdAt: now },
    })),
  );
  await noteReminders(
    tx,
    reachable.flatMap(({ officerId, role, key, reminders }) =>
      reminders.map(({ assignmentId, round, reminder }) => ({
        ...{ messageKey: key, assignmentId, officerId, role, round },
        // An officer may put the same report off more than once.
        step: reminder.step === 'snooze' ? `snooze ${reminder.at.toISOString()}` : reminder.step,
        stepOrder: reminder.order,
        plannedFor: reminder.at,
      })),
    ),
  );
}

/** One message for each officer, role and instant, however often it is planned. */
function keyOf({ officerId, role, reminders }: DueForOfficer): string {
  const latest = Math.max(...reminders.map(({ reminder }) => reminder.at.getTime()));
  return `reminder:${officerId}:${role}:${new Date(latest).toISOString()}`;
}
