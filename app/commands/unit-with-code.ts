import type { Unit } from '#domain/organisation.ts';
import { listUnits } from '#storage/queries/units.ts';
import type { Reader } from '#storage/store.ts';

/** The unit that an administrator means by a code, however it is written: `stc` is `STC`. */
export async function unitWithCode(db: Reader, typed: string): Promise<Unit | undefined> {
  const code = typed.normalize('NFC').trim().toUpperCase();
  return (await listUnits(db)).find((unit) => unit.code.toUpperCase() === code);
}
