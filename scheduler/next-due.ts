import type { RemindHours } from '#domain/remind-hours.ts';
import { chosenHours } from '#storage/queries/remind-hours.ts';
import { deadlinesIn } from '#domain/deadline.ts';
import { nextReminderInstant, reminderDue } from '#domain/reminder-plan.ts';
import { reminderStateOf } from '#domain/tracked-steps.ts';
import { addDays, dayOf, type Instant, instantAt, startOfDay, timeOf, type ZoneName } from '#domain/time.ts';
import { nextOwedDeadline } from '#storage/queries/assignments.ts';
import { reminderCandidates } from '#storage/queries/reminders.ts';
import type { EscalateDeps } from '#scheduler/escalate-incident.ts';
import { trackedSteps, type PlanDeps } from '#scheduler/plan-reminders.ts';
import { nextIncidentMoment } from '#scheduler/watch-incidents.ts';

/** When something next happens by itself, strictly after an instant, if nobody does anything until then. */
export interface NextDue {
  /** A data window begins: reports are opened. */
  opening?: Instant;
  reminder?: Instant;
  /** Reports that are still owed become overdue. */
  deadline?: { at: Instant; count: number };
  /** A step of an incident's escalation, a clock of the law, a question that nobody answers. */
  incident?: Instant;
}

export async function nextDue(deps: PlanDeps & EscalateDeps, after: Instant): Promise<NextDue> {
  const [reminder, deadline] = [
    await nextReminder(deps, after),
    await nextOwedDeadline(deps.store.db, after),
  ];
  const incident = await nextIncidentMoment(deps, deps.store.db, after);
  const opening = nextOpening(deps, after);
  return {
    ...(incident ? { incident } : {}),
    ...(opening ? { opening } : {}),
    ...(reminder ? { reminder } : {}),
    ...(deadline ? { deadline } : {}),
  };
}

/** The windows of all recurring duties begin again within this time, days; a yearly one ends a year after it begins. */
const windowsAhead = 2 * 366;

function nextOpening({ catalogue }: PlanDeps, after: Instant): Instant | undefined {
  const today = dayOf(after, catalogue.zone);
  const next = deadlinesIn(catalogue, { from: today, to: addDays(today, windowsAhead) })
    .map(({ windowFrom }) => windowFrom)
    .filter((day) => day > today)
    .sort()[0];
  return next ? startOfDay(next, catalogue.zone) : undefined;
}

const moreThanAnyCadence = 1_000;

/** Reads everyone who could ever be reminded, which only a rehearsal, with its few units, can afford. */
async function nextReminder(deps: PlanDeps, after: Instant): Promise<Instant | undefined> {
  const instants: Instant[] = [];
  const hours = await chosenHours(deps.store.db);
  for (const tracked of await trackedSteps(deps)) {
    const latest = { reporter: moreThanAnyCadence, head: moreThanAnyCadence, now: after };
    for (const candidate of await reminderCandidates(deps.store.db, tracked.due, latest)) {
      const state = reminderStateOf(candidate, tracked);
      const own = hours.get(candidate.officerId);
      const held = own && reminderDue(after, state, deps.catalogue).kind !== 'none';
      const at = held ? after : nextReminderInstant(after, state, deps.catalogue);
      if (at) instants.push(own ? inOwnHours(own, at, deps.catalogue.zone) : at);
    }
  }
  return instants.filter((at) => at > after).sort((a, b) => a.getTime() - b.getTime())[0];
}

/** Their first hour of that day, where it comes before; what comes after their last waits for the next look. */
function inOwnHours(hours: RemindHours, at: Instant, zone: ZoneName): Instant {
  if (timeOf(at, zone) >= hours.from) return at;
  return instantAt(dayOf(at, zone), hours.from, zone);
}
