import { findDuty, type Catalogue } from '#domain/catalogue.ts';
import type { NewId } from '#domain/clock.ts';
import { deadlineOf } from '#domain/deadline.ts';
import { reminderDue, type DueReminder } from '#domain/reminder-plan.ts';
import { reminderSteps, type ReminderRole, type ReminderStep } from '#domain/reminder-steps.ts';
import { mayRemindAt, sendingHours } from '#domain/sending-hours.ts';
import { startOfDay, type Instant } from '#domain/time.ts';
import { directivesOnSince } from '#storage/queries/directives.ts';
import { preferredChats } from '#storage/queries/identities.ts';
import { putInLine } from '#storage/queries/messages.ts';
import {
  noteReminders,
  owedPeriods,
  reminderCandidates,
  type ReminderCandidate,
} from '#storage/queries/reminders.ts';
import type { Store, Tx } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';

export interface PlanDeps {
  store: Store;
  catalogue: Catalogue;
  newId: NewId;
}

/** What one officer is to be told now, in one role. */
interface DueForOfficer {
  officerId: string;
  role: ReminderRole;
  reminders: { assignmentId: string; reminder: DueReminder }[];
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
  const due = await dueReminders(deps, now);
  for (let start = 0; start < due.length; start += batchSize) {
    const batch = due.slice(start, start + batchSize);
    await inTransaction(store, (tx) => remind(deps, tx, batch, now));
  }
  return due.length;
}

/** The steps of a duty's period that go to a role, from the calendar as it is now, with since when it is tracked. */
export interface TrackedSteps {
  due: { directive: string; duty: string; period: string };
  steps: Record<ReminderRole, ReminderStep[]>;
  trackedSince: Instant;
}

export async function trackedSteps({ store, catalogue }: PlanDeps): Promise<TrackedSteps[]> {
  const onSince = await directivesOnSince(store.db);
  const periods = await owedPeriods(store.db);
  return periods.flatMap((due) => {
    const duty = findDuty(catalogue, due)?.duty;
    const deadline = deadlineOf(catalogue, due, due.period);
    const since = onSince.get(due.directive);
    if (!duty || !deadline || since === undefined || !catalogue.on.has(due.directive)) return [];
    const steps = reminderSteps(duty.cadence, deadline, catalogue);
    const forRole = (role: ReminderRole) => steps.filter(({ to }) => to.includes(role));
    return [
      {
        due,
        steps: { reporter: forRole('reporter'), head: forRole('head') },
        trackedSince: startOfDay(since, catalogue.zone),
      },
    ];
  });
}

async function dueReminders(deps: PlanDeps, now: Instant): Promise<DueForOfficer[]> {
  const byOfficer = new Map<string, DueForOfficer>();
  for (const tracked of await trackedSteps(deps)) {
    const candidates = await reminderCandidates(deps.store.db, tracked.due, {
      reporter: latestOrder(tracked.steps.reporter, now),
      head: latestOrder(tracked.steps.head, now),
      now,
    });
    for (const candidate of candidates) {
      const decision = reminderDue(now, stateOf(candidate, tracked), deps.catalogue);
      if (decision.kind === 'none') continue;
      const { officerId, role, assignmentId } = candidate;
      const key = `${officerId} ${role}`;
      const entry = byOfficer.get(key) ?? { officerId, role, reminders: [] };
      entry.reminders.push({ assignmentId, reminder: decision.reminder });
      byOfficer.set(key, entry);
    }
  }
  return [...byOfficer.values()];
}

function latestOrder(steps: ReminderStep[], now: Instant): number {
  return Math.max(-1, ...steps.filter(({ at }) => at <= now).map(({ order }) => order));
}

/** What the pure plan needs to know of one officer and one assignment. */
export function stateOf(candidate: ReminderCandidate, { steps, trackedSince }: TrackedSteps) {
  return {
    steps: steps[candidate.role],
    remindedUpTo: candidate.remindedUpTo,
    snoozedUntil: candidate.snoozedUntil ?? undefined,
    trackedSince: candidate.heldSince > trackedSince ? candidate.heldSince : trackedSince,
    hours: sendingHours,
  };
}

/** Everything for a batch of officers in a handful of statements: a base day reminds tens of thousands. */
async function remind(deps: PlanDeps, tx: Tx, batch: DueForOfficer[], now: Instant): Promise<void> {
  const chats = await preferredChats(tx, [...new Set(batch.map(({ officerId }) => officerId))]);
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
      reminders.map(({ assignmentId, reminder }) => ({
        ...{ messageKey: key, assignmentId, officerId, role },
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
