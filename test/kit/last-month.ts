import { json } from '#storage/json.ts';
import { findUnitByCode } from '#storage/queries/units.ts';
import { inTransaction } from '#storage/transaction.ts';
import type { Story } from '#test/kit/province.ts';

const systems = {
  ...{ 'systems-managed': 6, 'systems-approved': 5, 'systems-by-level': [3, 2, 0, 0, 0] },
  'systems-deployed': 4,
};
const happened = {
  incidents: 2,
  'vulnerabilities-found': 1,
  'vulnerabilities-fixed': 1,
  'hunting-done': true,
};

/** What a unit answered for November, the third quarter and the year before: how things stood, and what happened. */
const earlier = [
  {
    ...{
      directiveId: 'thai-nguyen-1880-2024',
      dutyId: 'monthly',
      formId: 'monthly-agency',
      period: '2026-M11',
    },
    ...{ windowFrom: '2026-10-15', windowTo: '2026-11-14' },
    answers: { ...systems, ...happened, backups: true },
  },
  {
    ...{ directiveId: 'thai-nguyen-1880-2024', dutyId: 'quarterly-agency', formId: 'quarterly-agency' },
    ...{ period: '2026-Q3', windowFrom: '2026-06-15', windowTo: '2026-09-14' },
    answers: { ...systems, ...happened, backups: true, 'ncsc-connected': true },
  },
  {
    ...{
      directiveId: 'dong-nai-2455-2024',
      dutyId: 'annual-agency',
      formId: 'annual-agency',
      period: '2025',
    },
    ...{ windowFrom: '2024-12-15', windowTo: '2025-12-14' },
    answers: { ...systems, ...happened, backups: true, 'ncsc-connected': true, 'four-layers': true },
  },
];

/** Puts the reports of the periods before into the tables, as received in time from the story's reporter. */
export async function lastMonthOf({ store, newId, an }: Story, unitCode: string): Promise<void> {
  await inTransaction(store, async (tx) => {
    const unit = await findUnitByCode(tx, unitCode);
    if (!unit) throw new Error(`There is no unit ${unitCode}.`);
    for (const { formId, answers, ...report } of earlier) {
      const id = newId();
      const receivedAt = new Date(`${report.windowTo}T09:00:00+07:00`);
      await tx
        .insertInto('assignments')
        .values({
          ...{ id, unitId: unit.id, state: 'submitted', ...report, lastDay: report.windowTo },
          ...{ dueBefore: new Date(receivedAt.getTime() + 86_400_000), openedAt: receivedAt },
          ...{ draftBy: null, draft: null, draftAt: null, receivedAt, onTime: true },
        })
        .execute();
      await tx
        .insertInto('submissions')
        .values({
          ...{ id: newId(), assignmentId: id, version: 1, kind: 'answers', formId, formVersion: 1 },
          ...{ answers: json(answers) as never, remarks: json({}) as never, documentNumber: null },
          ...{ documentDate: null, officerId: an.id, receivedAt, onTime: true, receiptCode: `earlier-${id}` },
          ...{ confirmedBy: null, confirmedAt: null },
        })
        .execute();
    }
  });
}
