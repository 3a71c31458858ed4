import type { PositionKind } from '#domain/organisation.ts';
import type { Story } from '#test/kit/province.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

/** From now on this person holds that position no more: somebody else has taken over the desk. */
export async function leaves(
  { store, clock }: Story,
  officer: StoryOfficer,
  kind: PositionKind,
  unitCode: string,
): Promise<void> {
  const unit = store.db.selectFrom('units').select('id').where('code', '=', unitCode);
  await store.db
    .updateTable('positions')
    .set({ until: clock.now() })
    .where('officerId', '=', officer.id)
    .where('kind', '=', kind)
    .where('unitId', 'in', unit)
    .execute();
}
