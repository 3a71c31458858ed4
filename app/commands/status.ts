import { z } from 'zod';
import { isAskedFor } from '#domain/catalogue.ts';
import { parsePeriod, type Period } from '#domain/period.ts';
import { dayOf, isoInstant } from '#domain/time.ts';
import { textIn } from '#locales/text.ts';
import { openDueAssignments } from '#scheduler/open-assignments.ts';
import { directivesOnSince, trackDirectives } from '#storage/queries/directives.ts';
import { statusOf, type StatusRow } from '#storage/queries/status.ts';
import { isOwed } from '#storage/tables.ts';
import { inTransaction } from '#storage/transaction.ts';
import { type CommandContext, done, type Outcome, refused } from '#app/commands/command.ts';

export const statusOptions = z.strictObject({ period: z.string(), duty: z.string().optional() });

/** One report of one unit; `unit` is its code, `duty` the id within its directive. */
export interface ReportRow {
  unit: string;
  name: string;
  duty: string;
  period: Period;
  /** When it was received, ISO with the zone's offset; not there for what is missing. */
  at?: string;
}

/** What `cli status --json` prints: received on time, received late, not received. */
export interface PeriodStatus {
  submitted: ReportRow[];
  late: ReportRow[];
  missing: ReportRow[];
}

/** How the reports of a period stand, of all units, for one duty or for all that have this period. */
export async function showStatus(
  context: CommandContext,
  { period, duty }: z.infer<typeof statusOptions>,
): Promise<Outcome<PeriodStatus>> {
  const say = textIn('vi');
  if (!parsePeriod(period)) return refused(say('cli-period-unknown', { period }));
  const duties = new Set(
    context.catalogue.directives.flatMap((directive) => directive.duties.map(({ id }) => id)),
  );
  if (duty !== undefined && !duties.has(duty)) {
    return refused(say('cli-duty-unknown', { duty, known: [...duties].sort().join(', ') }));
  }
  await openWhatIsDue(context);
  const found = await statusOf(context.store.db, {
    periods: [period],
    ...(duty === undefined ? {} : { duty }),
  });
  const rows = found.filter((row) => isAskedFor(context.catalogue, row));
  const rowsOf = (wanted: 'submitted' | 'late' | 'missing') =>
    rows.filter((row) => standingOf(row) === wanted).map((row) => reportRow(row, context.catalogue.zone));
  return done({ submitted: rowsOf('submitted'), late: rowsOf('late'), missing: rowsOf('missing') });
}

/** Without a running server nothing has been opened since it stopped; whoever owes a report would not be missing it. */
async function openWhatIsDue(context: CommandContext): Promise<void> {
  const { store, catalogue, clock } = context;
  const now = clock.now();
  if ((await directivesOnSince(store.db)).size === 0) {
    await inTransaction(store, (tx) => trackDirectives(tx, [...catalogue.on], dayOf(now, catalogue.zone)));
  }
  await openDueAssignments(context, now);
}

function standingOf({ state, onTime }: StatusRow): keyof PeriodStatus {
  if (isOwed(state)) return 'missing';
  return onTime === false ? 'late' : 'submitted';
}

function reportRow(
  { unitCode, unitName, duty, period, receivedAt, state }: StatusRow,
  zone: string,
): ReportRow {
  // One that was asked for again keeps when it first came.
  const received = receivedAt && !isOwed(state) ? { at: isoInstant(receivedAt, zone) } : {};
  return { unit: unitCode, name: unitName, duty, period, ...received };
}
