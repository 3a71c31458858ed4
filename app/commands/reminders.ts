import { type Catalogue, dutiesOn } from '#domain/catalogue.ts';
import { coalesceReminders, type PlannedReminder, type RemindedDuty } from '#domain/coalesce-reminders.ts';
import { type Deadline, deadlinesIn } from '#domain/deadline.ts';
import type { Duty } from '#domain/directives/schema.ts';
import { reminderSteps, type Slot } from '#domain/reminder-steps.ts';
import { addDays, type Day, isoInstant } from '#domain/time.ts';

/** One row of `cli reminders --json`: one message that one role at the unit gets. `at` is ISO with the zone's offset. */
export interface ReminderRow {
  at: string;
  slot: Slot;
  duties: RemindedDuty[];
  /** `coordinator` never comes up: an agency owes nothing as one. */
  to: 'reporter' | 'head' | 'coordinator';
}

/**
 * What an agency gets on the days of the range (both ends included) if it owes the reports of every agency, no
 * milestones, and sends nothing in. In one reminder, what is due first stands first.
 */
export function listReminders(catalogue: Catalogue, { from, to }: { from: Day; to: Day }): ReminderRow[] {
  const reports = new Map(
    dutiesOn(catalogue)
      .filter(({ duty }) => isReportOfEveryAgency(duty))
      .map(({ directive, duty }) => [`${directive.id}/${duty.id}`, duty]),
  );
  // Far enough either way for the longest cadence that reaches into the range.
  const planned = deadlinesIn(catalogue, { from: addDays(from, -366), to: addDays(to, 366) })
    .flatMap((deadline) =>
      remindersOf(catalogue, reports.get(`${deadline.directive}/${deadline.duty}`), deadline),
    )
    .filter(({ day }) => from <= day && day <= to);
  return coalesceReminders(planned).map(({ at, slot, duties, to: role }) => ({
    at: isoInstant(at, catalogue.zone),
    slot,
    duties,
    to: role,
  }));
}

function isReportOfEveryAgency({ kind, owedBy }: Duty): boolean {
  return kind === 'report' && (owedBy.value === 'agency' || owedBy.also?.includes('agency') === true);
}

function remindersOf(
  catalogue: Catalogue,
  duty: Duty | undefined,
  deadline: Deadline,
): (PlannedReminder & { day: Day })[] {
  if (!duty) return [];
  return reminderSteps(duty.cadence, deadline, catalogue).flatMap(({ step, at, day, slot, to }) =>
    to.map((role) => ({
      at,
      day,
      slot,
      to: role,
      directive: deadline.directive,
      duty: deadline.duty,
      period: deadline.period,
      step,
    })),
  );
}
