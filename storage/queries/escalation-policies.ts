import type { EscalationPolicies } from '#domain/incident/rules-schema.ts';
import { json } from '#storage/json.ts';
import { unitsAbove } from '#storage/queries/units.ts';
import type { Reader, Tx } from '#storage/store.ts';

/** A policy as it was written; whoever goes by it reads it through zod. */
export interface StoredPolicy {
  unit: { id: string; code: string; name: string };
  policy: unknown;
}

/** The policy that holds for a unit: its own, else that of the nearest unit above which has one. */
export async function policyFor(db: Reader, unitId: string): Promise<StoredPolicy | undefined> {
  const nearestFirst = [unitId, ...(await unitsAbove(db, unitId))];
  const rows = await policyRows(db).where('unitId', 'in', nearestFirst).execute();
  const [nearest] = rows.sort((a, b) => nearestFirst.indexOf(a.id) - nearestFirst.indexOf(b.id));
  return nearest && storedOf(nearest);
}

export async function putPolicy(tx: Tx, unitId: string, policies: EscalationPolicies): Promise<void> {
  const policy = json(policies) as never;
  await tx
    .insertInto('escalationPolicies')
    .values({ unitId, policy })
    .onConflict((conflict) => conflict.column('unitId').doUpdateSet({ policy }))
    .execute();
}

/** False when the unit had none of its own. */
export async function dropPolicy(tx: Tx, unitId: string): Promise<boolean> {
  const rows = await tx
    .deleteFrom('escalationPolicies')
    .where('unitId', '=', unitId)
    .returning('unitId')
    .execute();
  return rows.length > 0;
}

function policyRows(db: Reader) {
  return db
    .selectFrom('escalationPolicies')
    .innerJoin('units', 'units.id', 'escalationPolicies.unitId')
    .select(['units.id', 'units.code', 'units.name', 'policy'])
    .where('units.leftOn', 'is', null);
}

function storedOf({
  policy,
  ...unit
}: {
  id: string;
  code: string;
  name: string;
  policy: unknown;
}): StoredPolicy {
  return { unit, policy };
}
