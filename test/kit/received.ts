import { markReceived } from '#storage/queries/assignments.ts';
import { inTransaction } from '#storage/transaction.ts';
import type { Story } from '#test/kit/province.ts';
import { reportRow } from '#test/kit/report-rows.ts';

/** A unit's report is in, however that came about: `comesIn(story, 'STC', 'monthly 2026-M12', { onTime: false })`. */
export async function comesIn(
  story: Story,
  unitCode: string,
  report: string,
  { state = 'submitted', onTime = true }: { state?: 'submitted' | 'filed'; onTime?: boolean } = {},
): Promise<void> {
  const { id } = await reportRow(story, unitCode, report);
  await inTransaction(story.store, (tx) => markReceived(tx, id, { state, at: story.clock.now(), onTime }));
}
