import { addWorkingDays } from '#domain/calendar/working-days.ts';
import type { Catalogue } from '#domain/catalogue.ts';
import type { Incident } from '#domain/incident/incident.ts';
import type { AskedAgain, IncidentRules } from '#domain/incident/rules-schema.ts';
import { dayOf, type Instant, instantAt } from '#domain/time.ts';

/** What the asking again is reckoned from. */
export type Handled = Pick<Incident, 'status' | 'severity' | 'handler' | 'updatedAt' | 'askedAgainAt'>;

type Place = Pick<Catalogue, 'calendar' | 'zone'>;

/**
 * When whoever handles an incident is next asked how it stands: so long after the last word of anybody, or after the last
 * question. Undefined where nobody handles it, or it is over. One that is contained waits as long as an ordinary one.
 */
export function askAgainAt(
  { status, severity, handler, updatedAt, askedAgainAt }: Handled,
  { askedAgain }: Pick<IncidentRules, 'askedAgain'>,
  place: Place,
): Instant | undefined {
  const isHandled = status === 'acknowledged' || status === 'in-progress' || status === 'contained';
  if (!isHandled || handler === null) return undefined;
  const rule = askedAgain[status === 'contained' ? 'ordinary' : severity];
  return after(askedAgainAt ?? updatedAt, rule, place);
}

/** After so many questions in vain everyone is alerted again; of what is contained, nobody is woken for that. */
export function escalatesAgain(
  { status }: Pick<Handled, 'status'>,
  timesAsked: number,
  { askedAgain }: Pick<IncidentRules, 'askedAgain'>,
): boolean {
  return status !== 'contained' && timesAsked >= askedAgain.timesBeforeEscalating;
}

const minuteMs = 60_000;

/** The instant so many minutes later; of working time where the rule says so, and then inside it. */
function after(instant: Instant, { afterMinutes, within }: AskedAgain, { calendar, zone }: Place): Instant {
  if (!within) return new Date(instant.getTime() + afterMinutes * minuteMs);
  let leftMs = afterMinutes * minuteMs;
  let day = dayOf(instant, zone);
  if (!calendar.isWorkingDay(day)) day = addWorkingDays(calendar, day, 1);
  for (;;) {
    const opens = Math.max(instantAt(day, within.from, zone).getTime(), instant.getTime());
    const closes = instantAt(day, within.to, zone).getTime();
    if (opens + leftMs < closes) return new Date(opens + leftMs);
    leftMs -= Math.max(0, closes - opens);
    day = addWorkingDays(calendar, day, 1);
  }
}
