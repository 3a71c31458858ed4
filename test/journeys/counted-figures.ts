import { expect } from 'vitest';
import type { Store } from '#storage/store.ts';
import type { CountedPhone } from '#test/journeys/counted-phone.ts';
import { figuresOfEveryBranch, figuresOfNothing } from '#test/journeys/counted-story.ts';

/** Who lived a story: for which unit of the demo, and in which chat. */
export interface CountedOfficer {
  unit: string;
  chatId: string;
  phone: CountedPhone;
}

/** The three reports of the unit are exactly what was answered. */
export async function expectEveryBranch(store: Store, { unit }: CountedOfficer): Promise<void> {
  expect(await decemberOf(store, unit)).toEqual(figuresOfEveryBranch());
}

/** What happened is nothing in all three reports, and how things stand is what the demo says of the unit. */
export async function expectNothingNew(
  store: Store,
  { unit }: CountedOfficer,
  stock: Record<string, unknown>,
): Promise<void> {
  const reports = await decemberOf(store, unit);
  expect(Object.keys(reports).sort()).toEqual(['annual-agency', 'monthly', 'quarterly-agency']);
  for (const answers of Object.values(reports))
    expect(answers).toMatchObject({ ...figuresOfNothing, ...stock, backups: true });
}

/** The product has taken in just what was sent, and how the person joined before (`besides`). */
export async function expectTakenIn(
  store: Store,
  { chatId, phone }: CountedOfficer,
  besides = 0,
): Promise<void> {
  const rows = await store.db.selectFrom('inbox').select('status').where('chatId', '=', chatId).execute();
  expect(rows.map(({ status }) => status)).toEqual(
    Array.from({ length: phone.sent() + besides }, () => 'done'),
  );
}

/** What was received for December, the quarter and the year of 2026, by duty. */
async function decemberOf(store: Store, unit: string): Promise<Record<string, unknown>> {
  const rows = await store.db
    .selectFrom('submissions')
    .innerJoin('assignments', 'assignments.id', 'submissions.assignmentId')
    .innerJoin('units', 'units.id', 'assignments.unitId')
    .select(['assignments.dutyId', 'submissions.answers'])
    .where('units.code', '=', unit)
    .where('assignments.period', 'in', ['2026-M12', '2026-Q4', '2026'])
    .where('submissions.version', '=', 1)
    .execute();
  return Object.fromEntries(rows.map(({ dutyId, answers }) => [dutyId, answers]));
}
