import { mayConfirmFiling } from '#domain/access.ts';
import { longDay } from '#locales/dates.ts';
import { textIn } from '#locales/text.ts';
import { lockAssignments } from '#storage/queries/assignments.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { extend, lockExtensionRequest, settleExtensionRequest } from '#storage/queries/extensions.ts';
import { isOwed } from '#storage/tables.ts';
import { dueOf, titlesOf } from '#handlers/duty-words.ts';
import { originalLastDay } from '#handlers/extension/original-day.ts';
import { tell } from '#handlers/tell.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** The coordinator's word on more time. Agreed: reminders go by the new last day; in time or late stays by the directive's own. */
export async function settleExtension(turn: OfficerTurn, id: string, agreed: boolean): Promise<void> {
  const { tx, say, officer, now, deps, language } = turn;
  if (!mayConfirmFiling(officer)) return turn.reply({ text: say('filing-not-yours') });
  const request = await lockExtensionRequest(tx, id);
  if (!request) return turn.reply({ text: say('old-button') });
  if (request.agreed !== null) return turn.reply({ text: say('extension-settled-before') });
  const { until, askedBy } = request;
  const locked = await lockAssignments(tx, request.assignmentIds);
  const reports = locked.filter(({ state, lastDay }) => isOwed(state) && lastDay < until);
  const [first] = reports;
  if (!first) return turn.reply({ text: say('extension-overtaken') });
  await settleExtensionRequest(tx, id, { agreed, settledBy: officer.id, settledAt: now });
  const ids = reports.map((report) => report.id);
  if (agreed) await extend(tx, ids, until, now);
  const action = agreed ? 'extension-agreed' : 'extension-refused';
  await recordAudit(tx, {
    ...{ at: now, actorId: officer.id, action, subjectId: id },
    details: { reports: ids.length, until },
  });
  await tell(turn, askedBy, `${action}:${id}`, (theirs) => {
    const titles = titlesOf(deps.catalogue, theirs, reports);
    const text = textIn(theirs)(agreed ? 'extension-agreed-told' : 'extension-refused-told', {
      ...{ titles, day: longDay(theirs, until) },
      due: dueOf(theirs, agreed ? originalLastDay(deps.catalogue.zone, first) : first.lastDay),
    });
    return { kind: 'text', text };
  });
  const words = {
    ...{ unit: first.unitName, titles: titlesOf(deps.catalogue, language, reports) },
    day: longDay(language, until),
  };
  await turn.reply({ text: agreed ? say('extension-agreed', words) : say('extension-refused', words) });
}
