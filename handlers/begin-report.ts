import { unitsReportedFor } from '#domain/access.ts';
import { encodeTap } from '#domain/callback.ts';
import type { Choice } from '#domain/channel.ts';
import { startDialogue } from '#domain/dialogue.ts';
import { type BegunReport, carriedDraft } from '#domain/dialogue/form-change.ts';
import { lockAssignments, type Assignment } from '#storage/queries/assignments.ts';
import { findDialogue } from '#storage/queries/dialogues.ts';
import { isOwed } from '#storage/tables.ts';
import { openReturned } from '#handlers/after-sending/open-returned.ts';
import { begunReport } from '#handlers/begun-report.ts';
import { dueGroups } from '#handlers/due-groups.ts';
import { dutyNamed, titlesOf } from '#handlers/duty-words.ts';
import { waitsForHead } from '#handlers/head-ask.ts';
import { formChangeWords } from '#handlers/form-change-words.ts';
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

  const waiting = await waitsForHead(turn, fillable);
  if (waiting) return turn.reply(waiting);
  const other = await draftedByOther(turn, fillable);
  if (other && !takeOver) return askToTakeOver(turn, fillable, other.name);
  if (other) await tellOthers(turn, idsOf(fillable));
  if (fillable.every(({ isReturned }) => isReturned)) return openReturned(turn, fillable);

  const reports = fillable.map((one) => begun(turn, one));
  const assignments = reports.map(({ assignment }) => assignment);
  const context = await contextOf(turn, assignments);
  const carried = reports.map((report) => ({ report, ...carriedDraft(report, context) }));
  const drafts = Object.fromEntries(
    carried.map(({ report, kept }) => [report.assignment.assignmentId, kept]),
  );
  const started = startDialogue(assignments, drafts, context);
  await saveDrafts(turn, started.state, fillable);
  const before = [[say('fill-begin', beginning(turn, fillable)), say('fill-hint')].join('\n')];
  if (Object.values(drafts).some((draft) => Object.keys(draft).length > 0))
    before.push(say('fill-carried-on'));
  const news = formChangeWords(
    turn,
    carried.flatMap(({ change, report }) => (change && isBegun(report) ? change : [])),
  );
  if (news) before.push(news);
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

function begun(turn: OfficerTurn, one: Assignment): BegunReport {
  const report = begunReport(turn, one);
  if (!report) throw new Error(`There is no form for ${one.directive}/${one.duty} in the directive files.`);
  return report;
}

/** Nobody is told what is new in a form that they have answered nothing of. */
function isBegun({ draft }: BegunReport): boolean {
  return Object.keys(draft).length > 0;
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
