import { type Catalogue, findDuty } from '#domain/catalogue.ts';
import { deadlinesIn } from '#domain/deadline.ts';
import type { Duty, OwedBy, Source } from '#domain/directives/schema.ts';
import type { Period } from '#domain/period.ts';
import { type Day, isoInstant } from '#domain/time.ts';

/** One row of `cli deadlines --json`. Days are `YYYY-MM-DD`, the instant is ISO with the zone's offset. */
export interface DeadlineRow {
  directive: string;
  duty: string;
  kind: 'report' | 'milestone';
  period: Period;
  owedBy: OwedBy;
  /** `coordinator` for that role, else the recipient's name in Vietnamese; null where the text names nobody. */
  to: string | null;
  windowFrom: Day;
  windowTo: Day;
  lastDay: Day;
  dueBefore: string;
  citation: string;
  /** The document's own words, as scanned; null where only its content is known. */
  quote: string | null;
  /** Where the date comes from. */
  source: Source;
  provisional: boolean;
}

/** All deadlines of the directives that are on whose last day lies in the range, by last day. */
export function listDeadlines(catalogue: Catalogue, range: { from: Day; to: Day }): DeadlineRow[] {
  return deadlinesIn(catalogue, range).flatMap((deadline) => {
    const duty = findDuty(catalogue, deadline)?.duty;
    if (!duty || duty.kind === 'event') return [];
    return {
      directive: deadline.directive,
      duty: deadline.duty,
      kind: duty.kind,
      period: deadline.period,
      owedBy: duty.owedBy.value,
      to: recipientOf(duty),
      windowFrom: deadline.windowFrom,
      windowTo: deadline.windowTo,
      lastDay: deadline.lastDay,
      dueBefore: isoInstant(deadline.dueBefore, catalogue.zone),
      citation: duty.citation,
      quote: duty.quote ?? null,
      source: duty.due.source,
      provisional: deadline.provisional,
    };
  });
}

function recipientOf({ recipient }: Duty): string | null {
  if (!recipient) return null;
  return recipient.role === 'coordinator' ? recipient.role : recipient.name.vi;
}
