import type { Unit } from '#domain/organisation.ts';
import type { Duty, OwedBy, UnitKind } from '#domain/directives/schema.ts';

/** Which units owe a duty, in terms that a query over units can use. */
export interface Owners {
  /** Units that hold the coordinator role owe only the coordinator's duties; all others never owe those. */
  coordinator: boolean;
  kinds: readonly UnitKind[] | 'any';
}

/** Everyone who owes a duty; several entries where each owes it for their own part. */
export function ownersOf(duty: Duty): Owners[] {
  const roles = [duty.owedBy.value, ...(duty.owedBy.also ?? [])];
  return roles.map((role) => ownersInRole(role, duty.addressees.kinds));
}

function ownersInRole(role: OwedBy, kinds: readonly UnitKind[]): Owners {
  switch (role) {
    case 'coordinator':
    // The chair of the province reports through the coordinator, who keeps the date.
    case 'chair':
      return { coordinator: true, kinds: 'any' };
    case 'agency':
    case 'company':
      return { coordinator: false, kinds: kinds.length > 0 ? kinds : 'any' };
    case 'portal-unit':
      return { coordinator: false, kinds: ['portal-unit'] };
    case 'provincial-police':
      return { coordinator: false, kinds: ['provincial-police'] };
  }
}

/** Is this unit among those who owe the duty? */
export function owes(duty: Duty, unit: Pick<Unit, 'kind' | 'coordinator'>): boolean {
  return ownersOf(duty).some(
    ({ coordinator, kinds }) =>
      unit.coordinator === coordinator && (kinds === 'any' || kinds.includes(unit.kind)),
  );
}
