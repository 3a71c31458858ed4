import { mayConfirmFiling, unitsReportedFor } from '#domain/access.ts';
import { encodeTap } from '#domain/callback.ts';
import { lastDayToCorrect, reopenedFrom } from '#domain/closing-of-figures.ts';
import { dayWithoutYear } from '#locales/dates.ts';
import { type Language, textIn } from '#locales/text.ts';
import { type Assignment, lockAssignments } from '#storage/queries/assignments.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import {
  beginCorrection,
  lockReopenRequest,
  putReopenRequest,
  receivedOf,
  reopeningAsked,
  reopenReport,
  settleReopenRequests,
} from '#storage/queries/corrections.ts';
import { coordinatingOfficers } from '#storage/queries/officers.ts';
import { lastSent } from '#storage/queries/sent-reports.ts';
import { mayCorrect, wasAnswered } from '#handlers/after-sending/may-correct.ts';
import { sentAction } from '#handlers/after-sending/sent-action.ts';
import { askAside } from '#handlers/aside.ts';
import { titlesOf } from '#handlers/duty-words.ts';
import { tell } from '#handlers/tell.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** The figures of these reports are closed: said, with the offer to ask for them to be reopened. */
export async function tellClosed(turn: OfficerTurn, reports: Assignment[]): Promise<void> {
  const { tx, say, deps, language } = turn;
  const [first] = reports;
  if (!first) return;
  const titles = titlesOf(deps.catalogue, language, reports);
  const asked = await reopeningAsked(tx, idsOf(reports));
  if (reports.every(({ id }) => asked.has(id)))
    return turn.reply({ text: say('reopening-asked-before', { titles }) });
  const isAccepted = reports.every(({ state }) => state === 'accepted');
  const day = dayWithoutYear(language, lastDayToCorrect(first, deps.catalogue));
  await turn.reply({
    text: isAccepted ? say('figures-accepted', { titles }) : say('figures-closed', { titles, day }),
    choices: [
      [
        {
          label: say('button-ask-reopening'),
          data: encodeTap(sentAction, 'closed', first.lastDay, first.unitId),
        },
      ],
    ],
  });
}

/** "Đề nghị mở lại": why? */
export async function askWhyReopen(turn: OfficerTurn, lastDay: string, unitId: string): Promise<void> {
  const { say, tx, deps, language } = turn;
  if (!unitsReportedFor(turn.officer).includes(unitId)) return turn.reply({ text: say('fill-not-yours') });
  const closed = await closedOf(turn, await receivedOf(tx, [unitId], lastDay));
  if (closed.length === 0) return turn.reply({ text: say('old-button') });
  const question = say('reopening-why', { titles: titlesOf(deps.catalogue, language, closed) });
  await askAside(turn, { about: 'reopening', assignmentIds: idsOf(closed) }, question);
}

/** The reason was typed: the coordinators are asked once. */
export async function askToReopen(turn: OfficerTurn, assignmentIds: string[], reason: string): Promise<void> {
  const { tx, say, deps, officer, now, language } = turn;
  const locked = await lockAssignments(tx, assignmentIds);
  const mine = unitsReportedFor(officer);
  const closed = await closedOf(
    turn,
    locked.filter(({ unitId }) => mine.includes(unitId)),
  );
  const [first] = closed;
  if (!first) return turn.reply({ text: say('old-button') });
  const id = deps.newId();
  await putReopenRequest(tx, { id, assignmentIds: idsOf(closed), reason, askedBy: officer.id, askedAt: now });
  for (const officerId of await coordinatingOfficers(tx)) {
    await tell(turn, officerId, `reopen:${id}:${officerId}`, (theirs) => {
      const words = textIn(theirs);
      return {
        kind: 'text',
        text: words('reopening-asked', {
          ...{ unit: first.unitName, titles: titlesOf(deps.catalogue, theirs, closed), reason },
        }),
        choices: [
          [
            { label: words('button-reopen'), data: encodeTap(sentAction, 'reopen', id) },
            { label: words('button-reopen-no'), data: encodeTap(sentAction, 'reopen-no', id) },
          ],
        ],
      };
    });
  }
  await turn.reply({
    text: say('reopening-sent', { titles: titlesOf(deps.catalogue, language, closed) }),
  });
}

/** The coordinator's word on a request. */
export async function settleReopening(turn: OfficerTurn, requestId: string, agreed: boolean): Promise<void> {
  const { tx, say, deps, officer, now, today, language } = turn;
  if (!mayConfirmFiling(officer)) return turn.reply({ text: say('filing-not-yours') });
  const rows = await lockReopenRequest(tx, requestId);
  const request = rows.find(({ settledAt }) => settledAt === null);
  const locked = await lockAssignments(
    tx,
    rows.map(({ assignmentId }) => assignmentId),
  );
  const closed = request ? await closedOf(turn, locked, { asked: true }) : [];
  const [first] = closed;
  if (!request || !first) return turn.reply({ text: say('reopening-settled-before') });
  await settleReopenRequests(tx, idsOf(closed), now);
  const until = reopenedFrom(today, deps.catalogue);
  const figures = (theirs: Language) => ({
    ...{ unit: first.unitName, titles: titlesOf(deps.catalogue, theirs, closed) },
    until: dayWithoutYear(theirs, until),
  });
  await audit(turn, closed, agreed ? 'figures-reopened' : 'figures-kept-closed');
  if (agreed) {
    await reopen(turn, closed, until);
    const sent = await lastSent(tx, idsOf(closed));
    // Whoever asked has said why already.
    for (const version of sent.values())
      await beginCorrection(tx, { by: request.askedBy, reason: request.reason, at: now }, version);
  }
  await tell(turn, request.askedBy, `reopened:${requestId}`, (theirs) => {
    const words = textIn(theirs);
    if (!agreed) return { kind: 'text', text: words('reopening-refused-told', figures(theirs)) };
    const data = encodeTap(sentAction, 'correct', first.lastDay, first.unitId);
    return {
      ...{ kind: 'text', text: words('reopened-told', figures(theirs)) },
      choices: [[{ label: words('button-correct'), data }]],
    };
  });
  await turn.reply({ text: say(agreed ? 'reopened' : 'reopening-refused', figures(language)) });
}

/** "Mở lại" under a report that the coordinator looks at. */
export async function reopenOne(turn: OfficerTurn, assignmentId: string): Promise<void> {
  const { tx, say, deps, officer, now, today, language } = turn;
  if (!mayConfirmFiling(officer)) return turn.reply({ text: say('filing-not-yours') });
  const closed = await closedOf(turn, await lockAssignments(tx, [assignmentId]), { asked: true });
  const [report] = closed;
  if (!report) return turn.reply({ text: say('reopening-settled-before') });
  const until = reopenedFrom(today, deps.catalogue);
  await audit(turn, closed, 'figures-reopened');
  await settleReopenRequests(tx, [report.id], now);
  await reopen(turn, closed, until);
  const { unitName: unit } = report;
  const titles = titlesOf(deps.catalogue, language, closed);
  await turn.reply({ text: say('reopened', { unit, titles, until: dayWithoutYear(language, until) }) });
}

async function reopen({ tx }: OfficerTurn, reports: Assignment[], until: string): Promise<void> {
  for (const { id } of reports) await reopenReport(tx, id, until);
}

async function audit(
  { tx, now, officer }: OfficerTurn,
  reports: Assignment[],
  action: string,
): Promise<void> {
  for (const { id } of reports)
    await recordAudit(tx, { at: now, actorId: officer.id, action, subjectId: id });
}

/** Those that were answered and may not be corrected now; without `asked` only those that nobody has asked to reopen yet. */
async function closedOf(
  { tx, deps, today }: OfficerTurn,
  reports: Assignment[],
  { asked = false } = {},
): Promise<Assignment[]> {
  const closed = reports.filter((one) => wasAnswered(one) && !mayCorrect(one, today, deps.catalogue));
  if (asked) return closed;
  const known = await reopeningAsked(tx, idsOf(closed));
  return closed.filter(({ id }) => !known.has(id));
}

function idsOf(reports: readonly Assignment[]): string[] {
  return reports.map(({ id }) => id);
}
