import { unitsDrillRecordedFor } from '#domain/access.ts';
import type { AnswerValue } from '#domain/answers/answer-value.ts';
import { findDuty, findForm, isAskedFor } from '#domain/catalogue.ts';
import type { Choice } from '#domain/channel.ts';
import type { Form } from '#domain/directives/schema.ts';
import { answersOf, formAsked } from '#domain/form.ts';
import type { Incident } from '#domain/incident/incident.ts';
import { dayOf } from '#domain/time.ts';
import { type Assignment, lockAssignments, owedBy } from '#storage/queries/assignments.ts';
import { dutyNamed, periodWords } from '#handlers/duty-words.ts';
import { incidentToHandle } from '#handlers/incident/incident-of.ts';
import { inDrill, incidentTap } from '#handlers/incident/incident-words.ts';
import { tellReceivedElsewhere } from '#handlers/received-elsewhere.ts';
import { receiptWords, storeSubmission } from '#handlers/store-submission.ts';
import { tellOthers } from '#handlers/take-over.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** What stands under a drill that is over: a line that says what for, and a button for each period that it may stand for. */
export interface DrillOffer {
  lines: string[];
  choices: Choice[][];
}

/**
 * Offers to record a closed drill as the one that a directive asks for, to whoever coordinates; nothing while none is owed
 * for the day on which it was held. Whether it was of the right kind is for them to say: the document's words are quoted.
 */
export async function offerToRecordDrill(turn: OfficerTurn, incident: Incident): Promise<DrillOffer> {
  const { say, language, deps } = turn;
  const owed = await drillsOwed(turn, incident);
  const lines = owed.map((one) => {
    const { duty } = dutyNamed(deps.catalogue, one);
    return say('incident-drill-counts', {
      quote: duty.quote ?? duty.name[language],
      citation: duty.citation,
    });
  });
  const periods = [...new Set(owed.map(({ period }) => period))];
  return {
    lines: [...new Set(lines)],
    choices: periods.map((period) => [
      {
        label: say('button-incident-record-drill', { period: periodWords(language, period) }),
        data: incidentTap('drill', incident, period),
      },
    ]),
  };
}

/** "Ghi nhận diễn tập năm 2026": handed in like any other report, with the drill's day and number. */
export async function recordDrill(turn: OfficerTurn, incidentId: string, period: string): Promise<void> {
  const { tx, say, deps } = turn;
  const incident = await incidentToHandle(turn, incidentId);
  if (!incident) return;
  const owed = (await drillsOwed(turn, incident)).filter((one) => one.period === period);
  const locked = await lockAssignments(
    tx,
    owed.map(({ id }) => id),
  );
  const lines: string[] = [];
  for (const assignment of locked) {
    const form = formOf(turn, assignment);
    const answers = answersOf(formAsked(form, deps.catalogue.on), drillAnswers(turn, incident));
    const submission = { formId: form.id, formVersion: form.version, answers, remarks: {} };
    lines.push(await storeSubmission(turn, assignment, submission));
  }
  if (lines.length === 0) {
    return turn.reply({ text: inDrill(turn, incident, say('incident-drill-not-owed')) });
  }
  await tellOthers(
    turn,
    locked.map(({ id }) => id),
  );
  await turn.reply({ text: receiptWords(turn, locked, lines) });
  await tellReceivedElsewhere(turn, locked, 'received-elsewhere');
}

/** Owed by the units that this person coordinates for, and for the time in which the drill was held. */
async function drillsOwed(turn: OfficerTurn, incident: Incident): Promise<Assignment[]> {
  const { tx, officer, deps } = turn;
  if (!incident.drill || incident.status !== 'closed') return [];
  const day = dayHeld(turn, incident);
  return (await owedBy(tx, unitsDrillRecordedFor(officer))).filter(
    (one) =>
      isAskedFor(deps.catalogue, one) &&
      findDuty(deps.catalogue, one)?.duty.recordedFrom?.value === 'drill' &&
      one.windowFrom <= day &&
      day <= one.windowTo,
  );
}

/** The first day of it: one that began in the old year was of the old year. */
function dayHeld({ deps }: OfficerTurn, { reportedAt }: Incident): string {
  return dayOf(reportedAt, deps.catalogue.zone);
}

/** What the form for work that is done asks about it. */
function drillAnswers(turn: OfficerTurn, incident: Incident): Record<string, AnswerValue> {
  return {
    'milestone-done': true,
    'milestone-date': dayHeld(turn, incident),
    'milestone-document': turn.say('incident-drill-document', { number: incident.number }),
  };
}

function formOf({ deps: { catalogue } }: OfficerTurn, assignment: Assignment): Form {
  const { duty } = dutyNamed(catalogue, assignment);
  const form = duty.form && findForm(catalogue, duty.form.id);
  if (!form) throw new Error(`${assignment.directive}/${duty.id} is recorded from a drill, and has no form.`);
  return form;
}
