import type { Duty, OwedBy, UnitKind } from '#domain/directives/schema.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import { dutyNamed } from '#handlers/duty-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** Why just this unit owes a report: its kind among the addressees, or the role it holds; and whether the text says so. */
export function whyUnit(
  { say, officer, deps }: OfficerTurn,
  report: Pick<Assignment, 'directive' | 'duty' | 'unitId'>,
): string[] {
  const unit = officer.positions.find((held) => held.unit.id === report.unitId)?.unit;
  if (!unit) return [];
  const { duty } = dutyNamed(deps.catalogue, report);
  const role = roleOf(duty, unit);
  if (role === 'coordinator' || role === 'chair') return [say(`why-role-${role}`, { unit: unit.name })];
  const kind = say(`unit-kind-${unit.kind}`);
  return [say(kindKey(duty, unit.kind), { unit: unit.name, kind })];
}

function kindKey({ addressees }: Duty, kind: UnitKind) {
  if (addressees.source === 'product') return 'why-kind-product';
  if (addressees.byDefault?.includes(kind) || addressees.source === 'default') return 'why-kind-default';
  return addressees.kinds.length === 0 ? 'why-kind-any' : 'why-kind-text';
}

/** Of several who owe it, the one that this unit is. */
function roleOf({ owedBy }: Duty, { coordinator }: { coordinator: boolean }): OwedBy {
  const roles = [owedBy.value, ...(owedBy.also ?? [])];
  const ofCoordinators = (role: OwedBy) => role === 'coordinator' || role === 'chair';
  return roles.find((role) => ofCoordinators(role) === coordinator) ?? owedBy.value;
}
