import type { Incident } from '#domain/incident/incident.ts';
import type { PositionKind } from '#domain/organisation.ts';
import { unitsAbove } from '#storage/queries/units.ts';
import type { Reader } from '#storage/store.ts';

/** Somebody concerned by an incident. */
export interface IncidentPerson {
  id: string;
  name: string;
}

/**
 * Everyone who knows of it: whoever reported it; and of those who were alerted, or handle it, whoever still holds something at
 * its unit, at one above it, or at a coordinating one. Who has left hears no more of it.
 */
export async function peopleOfIncident(
  db: Reader,
  { id, reportedBy, handler, unit }: Pick<Incident, 'id' | 'reportedBy' | 'handler' | 'unit'>,
): Promise<IncidentPerson[]> {
  const alerted = await alertedOf(db, id);
  const known = new Set(handler === null ? alerted : [...alerted, handler]);
  const concerned = await concernedOf(db, unit.id, [...known]);
  return db
    .selectFrom('officers')
    .select(['id', 'name'])
    .where('id', 'in', [...concerned, reportedBy])
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Everyone whom an incident was told to by its escalation. */
export async function alertedOf(db: Reader, incidentId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('incidentAlerts')
    .select('officerId')
    .distinct()
    .where('incidentId', '=', incidentId)
    .execute();
  return rows.map(({ officerId }) => officerId);
}

/** Those of them who hold anything at a unit, at one above it, or at a coordinating one: its incidents concern them. */
export async function concernedOf(db: Reader, unitId: string, officerIds: string[]): Promise<string[]> {
  if (officerIds.length === 0) return [];
  const near = [unitId, ...(await unitsAbove(db, unitId))];
  const rows = await db
    .selectFrom('positions')
    .innerJoin('units', 'units.id', 'positions.unitId')
    .select('positions.officerId')
    .distinct()
    .where('positions.officerId', 'in', officerIds)
    .where('positions.until', 'is', null)
    .where('units.leftOn', 'is', null)
    .where((where) => where.or([where('units.id', 'in', near), where('units.coordinator', '=', true)]))
    .execute();
  return rows.map(({ officerId }) => officerId);
}

/** Who may take an incident of this unit on: its heads and responders, those of the units above, the coordinating ones. */
export async function peopleWhoMayHandle(db: Reader, unitId: string): Promise<IncidentPerson[]> {
  const above = [unitId, ...(await unitsAbove(db, unitId))];
  const rows = await holders(db)
    .where((where) =>
      where.or([
        where.and([where('units.id', 'in', above), where('positions.kind', 'in', ['head', 'responder'])]),
        where.and([
          where('units.coordinator', '=', true),
          where('positions.kind', 'in', ['coordinator', 'responder']),
        ]),
      ]),
    )
    .execute();
  return withoutRepeats(rows);
}

/** Those who can give or lead help: coordinators and responders of the coordinating units, and heads of the units above. */
export async function peopleWhoHelp(db: Reader, unitId: string): Promise<IncidentPerson[]> {
  const above = await unitsAbove(db, unitId);
  const rows = await holders(db)
    .where((where) =>
      where.or([
        where.and([
          where('units.coordinator', '=', true),
          where('positions.kind', 'in', ['coordinator', 'responder']),
        ]),
        ...(above.length > 0
          ? [where.and([where('units.id', 'in', above), where('positions.kind', '=', 'head')])]
          : []),
      ]),
    )
    .execute();
  return withoutRepeats(rows);
}

/** Whose business it is how an incident of this unit stands: its heads, those of the units above, and coordinators. */
export async function overseersOf(db: Reader, unitId: string): Promise<IncidentPerson[]> {
  const above = [unitId, ...(await unitsAbove(db, unitId))];
  const rows = await holders(db)
    .where((where) =>
      where.or([
        where.and([where('units.id', 'in', above), where('positions.kind', '=', 'head')]),
        where.and([where('units.coordinator', '=', true), where('positions.kind', '=', 'coordinator')]),
      ]),
    )
    .execute();
  return withoutRepeats(rows);
}

/** Who reads a warning at other units: responders and heads; where a unit has neither, its reporters. */
export async function peopleToWarn(
  db: Reader,
  { exceptUnit, below }: { exceptUnit: string; below?: string | undefined },
): Promise<IncidentPerson[]> {
  const rows = await holders(db)
    .select(['units.id as unitId', 'positions.kind as position'])
    .where('units.id', '!=', exceptUnit)
    .$if(below !== undefined, (query) => query.where('units.parentId', '=', below ?? ''))
    .where('positions.kind', 'in', ['head', 'responder', 'reporter'])
    .execute();
  const first: PositionKind[] = ['head', 'responder'];
  const chosen = [...Map.groupBy(rows, ({ unitId }) => unitId).values()].flatMap((ofUnit) => {
    const leading = ofUnit.filter(({ position }) => first.includes(position));
    return leading.length > 0 ? leading : ofUnit;
  });
  return withoutRepeats(chosen);
}

function holders(db: Reader) {
  return db
    .selectFrom('positions')
    .innerJoin('units', 'units.id', 'positions.unitId')
    .innerJoin('officers', 'officers.id', 'positions.officerId')
    .select(['officers.id', 'officers.name'])
    .where('positions.until', 'is', null)
    .where('units.leftOn', 'is', null)
    .orderBy('officers.name')
    .orderBy('officers.id');
}

function withoutRepeats(rows: IncidentPerson[]): IncidentPerson[] {
  return [...new Map(rows.map(({ id, name }) => [id, { id, name }])).values()];
}

/** Who holds the first of these positions that anybody holds at a unit; the first by name. */
export async function firstHolderAt(
  db: Reader,
  unitId: string,
  kinds: readonly PositionKind[],
): Promise<string | undefined> {
  const rows = await holders(db)
    .select('positions.kind')
    .where('units.id', '=', unitId)
    .where('positions.kind', 'in', [...kinds])
    .execute();
  return rows.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))[0]?.id;
}
