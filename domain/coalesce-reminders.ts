import type { ReminderRole, Slot, StepName } from '#domain/reminder-steps.ts';
import type { Period } from '#domain/period.ts';
import type { Instant } from '#domain/time.ts';

/** One step of one assignment for one role. */
export interface PlannedReminder extends RemindedDuty {
  at: Instant;
  slot: Slot;
  to: ReminderRole;
}

export interface RemindedDuty {
  directive: string;
  duty: string;
  period: Period;
  step: StepName;
}

/** What a person gets at one instant: everything that was due then, in one reminder. */
export interface CoalescedReminder {
  at: Instant;
  slot: Slot;
  duties: RemindedDuty[];
  to: ReminderRole;
}

/** One reminder for each instant and role, ascending, reporters before heads; duties keep the order given. */
export function coalesceReminders(planned: readonly PlannedReminder[]): CoalescedReminder[] {
  const reminders = new Map<string, CoalescedReminder>();
  for (const { at, slot, to, directive, duty, period, step } of planned) {
    const key = `${at.getTime()} ${to}`;
    const reminder = reminders.get(key) ?? { at, slot, duties: [], to };
    reminder.duties.push({ directive, duty, period, step });
    reminders.set(key, reminder);
  }
  return [...reminders.values()].sort(
    (a, b) => a.at.getTime() - b.at.getTime() || roles.indexOf(a.to) - roles.indexOf(b.to),
  );
}

const roles: readonly ReminderRole[] = ['reporter', 'head'];
