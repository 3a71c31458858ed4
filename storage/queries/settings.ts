import { json } from '#storage/json.ts';
import type { Reader, Tx } from '#storage/store.ts';

/** A stored setting as it was written; the caller knows its shape. */
export async function readSetting(db: Reader, key: string): Promise<unknown> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value;
}

export async function writeSetting(tx: Tx, key: string, value: object): Promise<void> {
  await tx
    .insertInto('settings')
    .values({ key, value: json(value) as never })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: json(value) as never }))
    .execute();
}
