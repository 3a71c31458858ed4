import { findForm } from '#domain/catalogue.ts';
import { ownersOf } from '#domain/duty-owner.ts';
import { receiptCode } from '#domain/receipt-code.ts';
import { addDays, dayOf, type Instant, startOfDay } from '#domain/time.ts';
import { markReceived, openAssignments, unitsWithout } from '#storage/queries/assignments.ts';
import { confirmFiledPapers } from '#storage/queries/filed-papers.ts';
import { addSubmission, type NewSubmission } from '#storage/queries/submissions.ts';
import type { Tx } from '#storage/store.ts';
import type { CommandContext } from '#app/commands/command.ts';
import { demoAnswers } from '#app/demo/answers.ts';
import type { DemoOrganisation } from '#app/demo/organisation.ts';
import { longMissing, type PastDeadline, receivedInTime, receivedLate } from '#app/demo/past-reports.ts';
import type { Province } from '#app/demo/province.ts';

interface Past {
  province: Province;
  organisation: DemoOrganisation;
  past: readonly PastDeadline[];
  now: Instant;
}

/**
 * Stores what every unit reported at the deadlines that are past: nearly all in time, one unit late at each of the
 * latest two, on paper where a unit has no reporter or a report no form, and one monthly report never.
 */
export async function storePastReports(tx: Tx, context: CommandContext, demo: Past): Promise<void> {
  const { catalogue, newId } = context;
  const missing = longMissing(demo.past, demo.now, catalogue.zone);
  let variant = 0;
  for (const deadline of demo.past) {
    const unitIds = await unitsWithout(tx, deadline, ownersOf(deadline.dutyData));
    if (unitIds.length === 0) continue;
    const assignments = unitIds.map((unitId) => ({ assignmentId: newId(), unitId }));
    const { dutyData: _data, age, ...due } = deadline;
    await openAssignments(tx, due, assignments, startOfDay(deadline.windowFrom, catalogue.zone));
    const late = age < 2 ? lateUnit(demo.organisation, unitIds, variant) : undefined;
    for (const { assignmentId, unitId } of assignments) {
      variant += 1;
      if (deadline === missing && isNobody(demo.organisation, unitId)) continue;
      const report = {
        assignmentId,
        unitId,
        deadline,
        variant,
        wanted: unitId === late ? 'late' : 'in-time',
      } as const;
      await storeReport(tx, context, demo, report);
    }
  }
}

/** Of those with a reporter, if there are enough that one stands out. */
function lateUnit({ reporterAt }: DemoOrganisation, unitIds: string[], variant: number): string | undefined {
  const reporting = unitIds.filter((id) => reporterAt.has(id));
  return reporting.length > 3 ? reporting[variant % reporting.length] : undefined;
}

/** The last of those without a reporter: nobody is reminded of its missing report. */
function isNobody({ unitOf, reporterAt }: DemoOrganisation, unitId: string): boolean {
  return [...unitOf.keys()].findLast((id) => !reporterAt.has(id)) === unitId;
}

interface Report {
  assignmentId: string;
  unitId: string;
  deadline: PastDeadline;
  variant: number;
  wanted: 'late' | 'in-time';
}

async function storeReport(tx: Tx, context: CommandContext, demo: Past, report: Report): Promise<void> {
  const { catalogue, newId } = context;
  const { assignmentId } = report;
  const { at, onTime } = receiptOf(context, demo, report);
  const id = newId();
  const received = {
    id,
    assignmentId,
    receivedAt: at,
    onTime,
    receiptCode: receiptCode(id, dayOf(at, catalogue.zone)),
  };
  const submission = submissionOf(context, demo, report, received);
  await addSubmission(tx, submission);
  await markReceived(tx, assignmentId, {
    state: submission.kind === 'filed' ? 'filed' : 'submitted',
    at,
    onTime,
  });
  if (submission.kind === 'filed') await confirmFiledPapers(tx, [id], demo.organisation.coordinator, at);
}

/** Nothing comes in later than now, so right after a deadline nobody is late yet. */
function receiptOf({ catalogue }: CommandContext, { now }: Past, { deadline, variant, wanted }: Report) {
  const late = receivedLate(catalogue, deadline, variant);
  if (wanted === 'late' && late < now) return { at: late, onTime: false };
  return { at: receivedInTime(catalogue, deadline, variant), onTime: true };
}

type Received = Omit<
  NewSubmission & { kind: 'filed' },
  'kind' | 'officerId' | 'documentNumber' | 'documentDate'
>;

function submissionOf(
  { catalogue }: CommandContext,
  demo: Past,
  report: Report,
  received: Received,
): NewSubmission {
  const { province, organisation } = demo;
  const { deadline, unitId, variant } = report;
  const unit = organisation.unitOf.get(unitId);
  const officerId = organisation.reporterAt.get(unitId);
  const today = dayOf(received.receivedAt, catalogue.zone);
  const form = deadline.dutyData.form && findForm(catalogue, deadline.dutyData.form.id);
  const answers =
    form &&
    officerId &&
    demoAnswers({
      form,
      on: catalogue.on,
      standing: { ...province.answers, ...unit?.stock },
      difficulties: province.difficulties,
      variant,
      context: { today, windowFrom: deadline.windowFrom, windowTo: deadline.windowTo },
    });
  if (answers) {
    return { ...received, officerId, kind: 'answers', formId: form.id, formVersion: form.version, answers };
  }
  const documentNumber = `${100 + variant}/BC-${unit?.code ?? ''}`;
  const documentDate = received.onTime ? addDays(today, -1) : today;
  return {
    ...received,
    officerId: officerId ?? organisation.coordinator,
    kind: 'filed',
    documentNumber,
    documentDate,
  };
}
