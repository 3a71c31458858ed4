import type { HeldPosition, Officer } from '#domain/organisation.ts';

/** Which units' reports a person may see: their own positions decide, and nothing else does. */
export type ViewScope =
  | { kind: 'all' }
  /** These units and everything below them. */
  | { kind: 'below'; unitIds: string[] }
  | { kind: 'none' };

/** A coordinator sees all; a head sees their unit and what is below it; others see no list of names. */
export function viewScope(officer: Officer): ViewScope {
  if (officer.positions.some(isCoordinating)) return { kind: 'all' };
  const unitIds = officer.positions.filter(({ kind }) => kind === 'head').map(({ unit }) => unit.id);
  return unitIds.length > 0 ? { kind: 'below', unitIds } : { kind: 'none' };
}

/** Units that this person fills in reports for. */
export function unitsReportedFor(officer: Officer): string[] {
  const held = officer.positions.filter(
    (position) => position.kind === 'reporter' || isCoordinating(position),
  );
  return [...new Set(held.map(({ unit }) => unit.id))];
}

/** Their word is that of the unit's head. */
export function isHeadOf(officer: Officer, unitId: string): boolean {
  return officer.positions.some(({ kind, unit }) => kind === 'head' && unit.id === unitId);
}

/** Recording that a paper was received is the coordinator's word, never the sender's own. */
export function mayConfirmFiling(officer: Officer): boolean {
  return officer.positions.some(isCoordinating);
}

/** Whoever looks after the product itself: its bots, who may use it. */
export function looksAfterProduct(officer: Officer): boolean {
  return officer.positions.some(({ kind }) => kind === 'administrator');
}

/** Where an incident is: its unit, and the units above it. */
export interface IncidentPlace {
  unitId: string;
  unitsAbove: readonly string[];
}

/**
 * Who may take an incident on, change it and see all of it: heads and responders of its unit and of the units above,
 * coordinators, and responders of a unit that coordinates. Whoever reported it sees it and adds to it, no more.
 */
export function mayHandleIncident(officer: Officer, { unitId, unitsAbove }: IncidentPlace): boolean {
  return officer.positions.some((position) => {
    const { kind, unit } = position;
    if (isCoordinating(position)) return true;
    if (kind !== 'head' && kind !== 'responder') return false;
    return unit.id === unitId || unitsAbove.includes(unit.id) || (kind === 'responder' && unit.coordinator);
  });
}

/** Coordinating units whose drills this person may put on record. */
export function unitsDrillRecordedFor(officer: Officer): string[] {
  const held = officer.positions.filter(
    (position) => isCoordinating(position) || (position.kind === 'responder' && position.unit.coordinator),
  );
  return [...new Set(held.map(({ unit }) => unit.id))];
}

/** The position counts only at a unit that holds the coordinator role. */
function isCoordinating({ kind, unit }: HeldPosition): boolean {
  return kind === 'coordinator' && unit.coordinator;
}
