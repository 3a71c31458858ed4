import { addWorkingDays } from '#domain/calendar/working-days.ts';
import type { Catalogue } from '#domain/catalogue.ts';
import { dayOf, type Instant, instantAt, type TimeOfDay, timeOf } from '#domain/time.ts';

/** When people may be written to without having asked: from that hour up to, and not at, the other. */
export interface SendingHours {
  from: TimeOfDay;
  to: TimeOfDay;
}

/** The default. Incidents, their clocks and Tết duty know no hours. */
export const sendingHours: SendingHours = { from: '07:30', to: '18:00' };

/** The morning slot of every cadence; what was missed is not sent before it either. */
const morning: TimeOfDay = '08:30';

/** Reminders go out on working days from 08:30 until the sending hours end. */
export function mayRemindAt(instant: Instant, { calendar, zone }: Place, hours: SendingHours): boolean {
  const time = timeOf(instant, zone);
  return calendar.isWorkingDay(dayOf(instant, zone)) && time >= firstHour(hours) && time < hours.to;
}

/** That instant if a reminder may go out then, else the next morning of a working day on which one may. */
export function nextTimeToRemind(instant: Instant, place: Place, hours: SendingHours): Instant {
  if (mayRemindAt(instant, place, hours)) return instant;
  const { calendar, zone } = place;
  const today = dayOf(instant, zone);
  const morningIsAhead = calendar.isWorkingDay(today) && timeOf(instant, zone) < firstHour(hours);
  return instantAt(morningIsAhead ? today : addWorkingDays(calendar, today, 1), firstHour(hours), zone);
}

type Place = Pick<Catalogue, 'calendar' | 'zone'>;

function firstHour({ from }: SendingHours): TimeOfDay {
  return from > morning ? from : morning;
}
