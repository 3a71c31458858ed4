import { unitsReportedFor } from '#domain/access.ts';
import { encodeTap } from '#domain/callback.ts';
import { isAskedFor } from '#domain/catalogue.ts';
import { lastDayToCorrect } from '#domain/closing-of-figures.ts';
import { periodAsked } from '#domain/period-phrase.ts';
import { dayWithoutYear } from '#locales/dates.ts';
import { type Assignment, lockAssignments } from '#storage/queries/assignments.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { beginCorrection, receivedOf, setCorrection } from '#storage/queries/corrections.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { lastPaper, lastSent } from '#storage/queries/sent-reports.ts';
import { isOwed } from '#storage/tables.ts';
import { isBeingCorrected, mayCorrect, wasAnswered } from '#handlers/after-sending/may-correct.ts';
import { correctChoices, correctable } from '#handlers/after-sending/lately-sent.ts';
import { openSent } from '#handlers/after-sending/open-sent.ts';
import { sentAction } from '#handlers/after-sending/sent-action.ts';
import { tellClosed } from '#handlers/after-sending/reopen.ts';
import { askAside } from '#handlers/aside.ts';
import { titlesOf } from '#handlers/duty-words.ts';
import { waitsForHead } from '#handlers/head-ask.ts';
import { tellOthers } from '#handlers/take-over.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "Sửa báo cáo đã gửi": what a unit has sent that was due on one day; `takeOver`: though a colleague is at it. */
export async function correctOf(
  turn: OfficerTurn,
  lastDay: string,
  unitId: string,
  options: { takeOver: boolean },
): Promise<void> {
  if (!unitsReportedFor(turn.officer).includes(unitId))
    return turn.reply({ text: turn.say('fill-not-yours') });
  await correct(turn, await receivedOf(turn.tx, [unitId], lastDay), options);
}

/** "Sửa báo cáo tháng 12": without a period, what can be corrected now. */
export async function correctTyped(turn: OfficerTurn, typed: string): Promise<void> {
  const { say, officer, tx, today } = turn;
  const units = unitsReportedFor(officer);
  if (units.length === 0) return turn.reply({ text: say('owed-not-reporter') });
  const asked = periodAsked(typed, today);
  if (asked.kind === 'impossible') return turn.reply({ text: say('period-impossible') });
  if (asked.kind === 'period') return correct(turn, await receivedOf(tx, units, asked.period));
  const groups = await correctable(turn);
  const [only, ...others] = groups;
  if (!only) return turn.reply({ text: say('correction-none') });
  if (others.length === 0) return correct(turn, only.assignments);
  await turn.reply({ text: say('correction-which'), choices: correctChoices(turn, groups) });
}

async function correct(turn: OfficerTurn, reports: Assignment[], { takeOver = false } = {}): Promise<void> {
  const { tx, say, officer, deps, today, language } = turn;
  const locked = await lockTheirs(turn, idsOf(reports));
  const answered = locked.filter(wasAnswered);
  if (answered.length === 0) return turn.reply({ text: await whyNot(turn, locked) });
  const open = answered.filter((one) => mayCorrect(one, today, deps.catalogue));
  if (open.length === 0) return tellClosed(turn, answered);

  const waiting = await waitsForHead(turn, open);
  if (waiting) return turn.reply(waiting);
  const begun = open.filter(({ correctionReason }) => correctionReason !== null);
  const other = begun.find(({ draftBy }) => draftBy !== null && draftBy !== officer.id)?.draftBy;
  if (other && !takeOver) return askToGoOn(turn, open, (await findOfficer(tx, other))?.name ?? '');
  if (begun.length > 0) {
    if (other) await tellOthers(turn, idsOf(begun));
    await setCorrection(tx, idsOf(begun), { draftBy: officer.id });
    return openSent(turn, begun, [beginning(turn, begun), say('fill-carried-on')]);
  }
  const titles = titlesOf(deps.catalogue, language, open);
  const question = say('correction-why', { titles });
  await askAside(turn, { about: 'correction', assignmentIds: idsOf(open) }, question);
}

/** The reason was typed: the conversation opens with what was sent. */
export async function correctBecause(
  turn: OfficerTurn,
  assignmentIds: string[],
  reason: string,
): Promise<void> {
  const { tx, officer, now, today, deps } = turn;
  const locked = await lockTheirs(turn, assignmentIds);
  const open = locked.filter((one) => mayCorrect(one, today, deps.catalogue));
  // A colleague may have been quicker.
  if (open.length === 0 || open.some((one) => isBeingCorrected(one, today, deps.catalogue))) {
    return correct(turn, locked);
  }
  const sent = await lastSent(tx, idsOf(open));
  for (const { id } of open) {
    const version = sent.get(id);
    if (!version) continue;
    await beginCorrection(tx, { by: officer.id, reason, at: now }, version);
    await recordAudit(tx, {
      ...{ at: now, actorId: officer.id, action: 'correction-begun', subjectId: id },
      details: { version: version.version },
    });
  }
  await openSent(turn, open, [beginning(turn, open)]);
}

/** "Báo cáo tháng 12/2026: anh/chị sửa được đến hết thứ Hai 21/12." */
function beginning({ say, deps, language }: OfficerTurn, reports: Assignment[]): string {
  const until = reports.map((one) => lastDayToCorrect(one, deps.catalogue)).sort()[0] ?? '';
  return say('correction-begin', {
    titles: titlesOf(deps.catalogue, language, reports),
    until: dayWithoutYear(language, until),
  });
}

async function lockTheirs(turn: OfficerTurn, ids: string[]): Promise<Assignment[]> {
  const units = unitsReportedFor(turn.officer);
  const locked = await lockAssignments(turn.tx, ids);
  return locked.filter((one) => units.includes(one.unitId) && isAskedFor(turn.deps.catalogue, one));
}

async function whyNot({ tx, say }: OfficerTurn, locked: Assignment[]): Promise<string> {
  const filed = locked.find(({ state }) => state === 'filed');
  const paper = filed && (await lastPaper(tx, filed.id));
  if (paper) return say('correction-filed', { number: paper.documentNumber });
  return locked.some(({ state }) => isOwed(state)) ? say('correction-owed') : say('correction-none');
}

async function askToGoOn({ say, reply }: OfficerTurn, open: Assignment[], name: string): Promise<void> {
  const [first] = open;
  if (!first) return;
  const data = encodeTap(sentAction, 'over', first.lastDay, first.unitId);
  await reply({
    text: say('correction-take-over', { name }),
    choices: [[{ label: say('button-take-over'), data }]],
  });
}

function idsOf(reports: readonly Assignment[]): string[] {
  return reports.map(({ id }) => id);
}
