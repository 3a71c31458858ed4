import type { RemindHours } from '#domain/remind-hours.ts';
import type { Reader, Tx } from '#storage/store.ts';

/** The hours that officers have chosen, by officer; whoever has not is not among them. */
export async function chosenHours(db: Reader): Promise<Map<string, RemindHours>> {
  const rows = await db
    .selectFrom('officers')
    .select(['id', 'remindFrom', 'remindUntil'])
    .where('remindFrom', 'is not', null)
    .execute();
  return new Map(
    rows.flatMap(({ id, remindFrom: from, remindUntil: until }) =>
      from !== null && until !== null ? [[id, { from, until }] as const] : [],
    ),
  );
}

export async function hoursOf(db: Reader, officerId: string): Promise<RemindHours | undefined> {
  const row = await db
    .selectFrom('officers')
    .select(['remindFrom', 'remindUntil'])
    .where('id', '=', officerId)
    .executeTakeFirst();
  return row?.remindFrom && row.remindUntil ? { from: row.remindFrom, until: row.remindUntil } : undefined;
}

/** Undefined: working hours again. */
export async function chooseHours(tx: Tx, officerId: string, hours: RemindHours | undefined): Promise<void> {
  await tx
    .updateTable('officers')
    .set({ remindFrom: hours?.from ?? null, remindUntil: hours?.until ?? null })
    .where('id', '=', officerId)
    .execute();
}
