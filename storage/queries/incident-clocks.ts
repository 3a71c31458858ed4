import type { Selectable } from 'kysely';
import type { Catalogue, DutyRef } from '#domain/catalogue.ts';
import { type ClockedUnit, clocksInDoubt, clocksOf, type RunningClock } from '#domain/incident/clocks.ts';
import type { Incident } from '#domain/incident/incident.ts';
import type { Instant } from '#domain/time.ts';
import type { IncidentClockRow } from '#storage/incident-tables.ts';
import { lockIncident, openIncidents } from '#storage/queries/incidents.ts';
import type { Reader, Tx } from '#storage/store.ts';

/** A time limit of an incident as it stands: running, met, waived, or missed and still owed. */
export interface IncidentClock extends RunningClock {
  incidentId: string;
  /** The last step that somebody was reminded of. */
  remindedAt: Instant | null;
  /** When whom was told, how, and why it was late where it was. */
  metAt: Instant | null;
  metBy: string | null;
  told: string | null;
  how: string | null;
  lateReason: string | null;
  waivedAt: Instant | null;
  waivedBy: string | null;
  waivedReason: string | null;
  /** When those concerned were told that it has passed. */
  missedAt: Instant | null;
}

/**
 * Brings the rows in line with what an incident's facts say now: clocks appear, move and go. One that was met or waived
 * stays as it was recorded. One that moves is reminded of again by its new time.
 */
export async function keepClocks(
  tx: Tx,
  catalogue: Catalogue,
  incident: Incident,
  now: Instant,
): Promise<void> {
  const clocks = clocksOf(catalogue, incident, await unitOf(tx, incident));
  const stored = await clocksOfIncident(tx, incident.id);
  for (const clock of clocks) {
    const known = stored.find((one) => isSame(one, clock));
    if (!known) await startClock(tx, incident.id, clock);
    else if (isOwed(known) && hasMoved(known, clock)) {
      const { startsAt, dueAt } = clock;
      // One whose passing was told, and that has passed by its new time too, is not told again.
      const missedAt = dueAt > now ? null : known.missedAt;
      await changeClock(tx, known, { startsAt, dueAt, remindedAt: null, missedAt });
    }
  }
  for (const gone of stored.filter((one) => isOwed(one) && !clocks.some((clock) => isSame(one, clock)))) {
    await removeClock(tx, gone);
  }
}

/** The same for every open incident, when a directive may have been switched on or off, or its file have changed. */
export async function keepOpenClocks(tx: Tx, catalogue: Catalogue, now: Instant): Promise<void> {
  for (const { id } of await openIncidents(tx)) {
    const incident = await lockIncident(tx, id);
    if (incident) await keepClocks(tx, catalogue, incident, now);
  }
}

/** Those that run as well if what nobody knows yet turns out to hold. */
export async function clocksThatMayRun(
  db: Reader,
  catalogue: Catalogue,
  incident: Incident,
): Promise<RunningClock[]> {
  return clocksInDoubt(catalogue, incident, await unitOf(db, incident));
}

/** Neither met nor waived: still to be done, however late. */
export function isOwed({ metAt, waivedAt }: Pick<IncidentClock, 'metAt' | 'waivedAt'>): boolean {
  return metAt === null && waivedAt === null;
}

/** All clocks of an incident, by when they are due. */
export async function clocksOfIncident(db: Reader, incidentId: string): Promise<IncidentClock[]> {
  const rows = await clockRows(db).where('incidentId', '=', incidentId).execute();
  return rows.map(clockOf);
}

/** Clocks that still run towards their limit, of all incidents, by when they are due. */
export async function runningClocks(db: Reader): Promise<IncidentClock[]> {
  const rows = await clockRows(db)
    .where('metAt', 'is', null)
    .where('waivedAt', 'is', null)
    .where('missedAt', 'is', null)
    .execute();
  return rows.map(clockOf);
}

async function unitOf(db: Reader, incident: Incident): Promise<ClockedUnit> {
  return db
    .selectFrom('units')
    .select(['kind', 'coordinator'])
    .where('id', '=', incident.unit.id)
    .executeTakeFirstOrThrow();
}

type ClockRef = Pick<IncidentClock, 'incidentId' | 'directive' | 'duty'>;

/** Records what became of a clock of a locked incident, or when it runs. */
export async function changeClock(
  tx: Tx,
  { incidentId, directive, duty }: ClockRef,
  change: Partial<Omit<IncidentClock, keyof ClockRef>>,
): Promise<void> {
  await tx
    .updateTable('incidentClocks')
    .set(change)
    .where('incidentId', '=', incidentId)
    .where('directiveId', '=', directive)
    .where('dutyId', '=', duty)
    .execute();
}

async function startClock(tx: Tx, incidentId: string, clock: RunningClock): Promise<void> {
  const { directive, duty, startsAt, dueAt } = clock;
  await tx
    .insertInto('incidentClocks')
    .values({
      ...{ incidentId, directiveId: directive, dutyId: duty, startsAt, dueAt, remindedAt: null },
      ...{ metAt: null, metBy: null, told: null, how: null, lateReason: null },
      ...{ waivedAt: null, waivedBy: null, waivedReason: null, missedAt: null },
    })
    .execute();
}

async function removeClock(tx: Tx, { incidentId, directive, duty }: ClockRef): Promise<void> {
  await tx
    .deleteFrom('incidentClocks')
    .where('incidentId', '=', incidentId)
    .where('directiveId', '=', directive)
    .where('dutyId', '=', duty)
    .execute();
}

function clockRows(db: Reader) {
  return db
    .selectFrom('incidentClocks')
    .selectAll()
    .orderBy('dueAt')
    .orderBy('directiveId')
    .orderBy('dutyId');
}

function clockOf({ directiveId, dutyId, ...row }: Selectable<IncidentClockRow>): IncidentClock {
  return { ...row, directive: directiveId, duty: dutyId };
}

function isSame(a: DutyRef, b: DutyRef): boolean {
  return a.directive === b.directive && a.duty === b.duty;
}

function hasMoved(known: RunningClock, { startsAt, dueAt }: RunningClock): boolean {
  return known.startsAt.getTime() !== startsAt.getTime() || known.dueAt.getTime() !== dueAt.getTime();
}
