import { unitsReportedFor } from '#domain/access.ts';
import { type Answers, answersSchema } from '#domain/answers/answer-value.ts';
import { encodeTap } from '#domain/callback.ts';
import { findForm } from '#domain/catalogue.ts';
import type { Choice } from '#domain/channel.ts';
import { startDialogue } from '#domain/dialogue.ts';
import type { DialogueAssignment } from '#domain/dialogue/state.ts';
import { lockAssignments, type Assignment } from '#storage/queries/assignments.ts';
import { findDialogue } from '#storage/queries/dialogues.ts';
import { isOwed } from '#storage/tables.ts';
import { dueGroups } from '#handlers/due-groups.ts';
import { dutyNamed, titlesOf } from '#handlers/duty-words.ts';
import { contextOf, keepAndSay, saveDrafts } from '#handlers/keep-report.ts';
import { owedByOfficer } from '#handlers/owed-by-officer.ts';
import { askToTakeOver, draftedByOther, tellOthers } from '#handlers/take-over.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** A button under reports of one unit (or, with none named, of all of this person's) with one last day, or of one period. */
export async function beginReportOf(
  turn: OfficerTurn,
  lastDayOrPeriod: string,
  unitId: string,
  options: { takeOver: boolean },
): Promise<void> {
  const { say, officer } = turn;
  const mine = unitsReportedFor(officer);
  if (mine.length === 0) return turn.reply({ text: say('owed-not-reporter') });
  if (unitId !== '' && !mine.includes(unitId)) return turn.reply({ text: say('fill-not-yours') });
  const meant = (await owedByOfficer(turn)).filter(
    (one) => [one.lastDay, one.period].includes(lastDayOrPeriod) && (unitId === '' || one.unitId === unitId),
  );
  await beginReport(turn, meant, options);
}

/**
 * Begins, or goes on with, the guided conversation over these reports. Where a colleague has begun one, the person is
 * asked before taking it over (`takeOver` is the yes).
 */
export async function beginReport(
  turn: OfficerTurn,
  asked: Assignment[],
  { takeOver = false } = {},
): Promise<void> {
  const { tx, say, deps, officer } = turn;
  const mine = new Set(unitsReportedFor(officer));
  const locked = await lockAssignments(tx, idsOf(asked));
  const owed = locked.filter((one) => isOwed(one.state) && mine.has(one.unitId));
  if (owed.length === 0) return turn.reply({ text: say('fill-already-sent') });
  const fillable = answeredTogether(
    turn,
    owed.filter((one) => dutyNamed(deps.catalogue, one).duty.form),
  );
  if (fillable.length === 0)
    return turn.reply({ text: say('fill-no-form'), choices: paperChoices(turn, owed) });

  const other = await draftedByOther(turn, fillable);
  if (other && !takeOver) return askToTakeOver(turn, fillable, other.name);
  if (other) await tellOthers(turn, idsOf(fillable));

  const assignments = fillable.map((one) => dialogueAssignment(turn, one));
  const drafts = Object.fromEntries(fillable.map(({ id, draft }) => [id, draftAnswers(draft)]));
  const started = startDialogue(assignments, drafts, await contextOf(turn, assignments));
  await saveDrafts(turn, started.state, new Set(idsOf(fillable)));
  const before = [[say('fill-begin', beginning(turn, fillable)), say('fill-hint')].join('\n')];
  if (Object.values(drafts).some((draft) => Object.keys(draft).length > 0))
    before.push(say('fill-carried-on'));
  // It takes the place of the conversation that the person was in, whose buttons go.
  const askedBy = (await findDialogue(tx, officer.id))?.askedBy ?? null;
  await keepAndSay(turn, { id: deps.newId(), askedBy }, started, before);
}

function idsOf(assignments: Assignment[]): string[] {
  return assignments.map(({ id }) => id);
}

/** Reports go together; a milestone is confirmed by itself, so that one that is not done holds up nothing else. */
function answeredTogether({ deps }: OfficerTurn, assignments: Assignment[]): Assignment[] {
  const reports = assignments.filter((one) => dutyNamed(deps.catalogue, one).duty.kind === 'report');
  return reports.length > 0 ? reports : assignments.slice(0, 1);
}

function dialogueAssignment({ deps }: OfficerTurn, one: Assignment): DialogueAssignment {
  const formId = dutyNamed(deps.catalogue, one).duty.form?.id ?? '';
  const form = findForm(deps.catalogue, formId);
  if (!form) throw new Error(`There is no form ${formId} in the directive files.`);
  const { id, directive, duty, period, unitId, unitName, windowFrom, windowTo } = one;
  return {
    ...{ assignmentId: id, directive, duty, period, windowFrom, windowTo },
    unit: { id: unitId, name: unitName },
    formId,
    formVersion: form.version,
  };
}

const draftSchema = answersSchema.catch({});

function draftAnswers(draft: unknown): Answers {
  return draftSchema.parse(draft ?? {});
}

function beginning(
  { deps, language }: OfficerTurn,
  assignments: Assignment[],
): { count: number; titles: string } {
  return { count: assignments.length, titles: titlesOf(deps.catalogue, language, assignments) };
}

function paperChoices({ say }: OfficerTurn, owed: Assignment[]): Choice[][] {
  return dueGroups(owed).map(({ lastDay, unitId }) => [
    { label: say('button-paper'), data: encodeTap('paper', lastDay, unitId) },
  ]);
}
