import { encodeTap } from '#domain/callback.ts';
import type { Day } from '#domain/time.ts';
import { dayAndMonth, longDay } from '#locales/dates.ts';
import { textIn } from '#locales/text.ts';
import { findAssignments, lockAssignments } from '#storage/queries/assignments.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { putExtensionRequest } from '#storage/queries/extensions.ts';
import { coordinatingOfficers } from '#storage/queries/officers.ts';
import { dueOf, titlesOf } from '#handlers/duty-words.ts';
import { askUntilWhen } from '#handlers/extension/ask.ts';
import { tell } from '#handlers/tell.ts';
import type { OfficerTurn } from '#handlers/turn.ts';
import { stillTheirs, whyOver } from '#handlers/why-over.ts';

/** The day was typed. */
export async function takeDay(turn: OfficerTurn, assignmentIds: string[], typed: string): Promise<void> {
  const found = await findAssignments(turn.tx, assignmentIds);
  const reports = stillTheirs(turn, found);
  if (reports.length === 0) return turn.reply({ text: whyOver(turn, found) });
  await askUntilWhen(turn, reports, typed);
}

/** The reason was typed: the coordinators are asked. Until they agree, the last day stays what it is, and that is said. */
export async function requestExtension(
  turn: OfficerTurn,
  { assignmentIds, until }: { assignmentIds: string[]; until: Day },
  reason: string,
): Promise<void> {
  const { tx, say, deps, officer, now, language } = turn;
  const locked = await lockAssignments(tx, assignmentIds);
  const reports = stillTheirs(turn, locked);
  const [first] = reports;
  if (!first) return turn.reply({ text: whyOver(turn, locked) });
  const id = deps.newId();
  const ids = reports.map((report) => report.id);
  await putExtensionRequest(tx, {
    ...{ id, assignmentIds: ids, until, reason, askedBy: officer.id, askedAt: now },
  });
  await recordAudit(tx, {
    ...{ at: now, actorId: officer.id, action: 'extension-asked', subjectId: id },
    details: { reports: ids.length, until },
  });
  for (const coordinator of await coordinatingOfficers(tx)) {
    await tell(turn, coordinator, `extension-asked:${id}:${coordinator}`, (theirs) => {
      const words = textIn(theirs);
      return {
        kind: 'text',
        text: words('extension-asked', {
          ...{ unit: first.unitName, name: officer.name, reason },
          titles: titlesOf(deps.catalogue, theirs, reports),
          due: dueOf(theirs, first.lastDay),
          day: longDay(theirs, until),
        }),
        choices: [
          [
            {
              label: words('button-extension-yes', { day: dayAndMonth(until) }),
              data: encodeTap('extension-yes', id),
            },
          ],
          [{ label: words('button-extension-no'), data: encodeTap('extension-no', id) }],
        ],
      };
    });
  }
  const titles = titlesOf(deps.catalogue, language, reports);
  await turn.reply({
    text: say('extension-passed-on', {
      titles,
      day: longDay(language, until),
      due: dueOf(language, first.lastDay),
    }),
  });
}
