import type { QuestionMeant } from '#domain/dialogue/sent.ts';
import { dayWithoutYear } from '#locales/dates.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { openReturns } from '#storage/queries/returns.ts';
import { openSent } from '#handlers/after-sending/open-sent.ts';
import { titlesOf } from '#handlers/duty-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** Opens the conversation over reports that were asked for again, locked and owed: at the question meant, under the remark. */
export async function openReturned(turn: OfficerTurn, reports: Assignment[]): Promise<void> {
  const { say, deps, language } = turn;
  const until = reports.map(({ lastDay }) => lastDay).sort()[0] ?? '';
  const titles = titlesOf(deps.catalogue, language, reports);
  const begin = say('supplement-begin', { titles, until: dayWithoutYear(language, until) });
  const { remarks, meant } = await askedOf(turn, reports);
  await openSent(turn, reports, [[begin, ...remarks].join('\n')], meant);
}

/** The remarks on these reports, each once, and the question that the first of them means. */
async function askedOf(
  { tx, say }: OfficerTurn,
  reports: Assignment[],
): Promise<{ remarks: string[]; meant?: QuestionMeant }> {
  const returns = await openReturns(
    tx,
    reports.map(({ id }) => id),
  );
  const remarks: string[] = [];
  for (const { remark, returnedBy } of returns) {
    const unit = (await findOfficer(tx, returnedBy))?.positions.find(
      ({ unit: one }) => one.coordinator,
    )?.unit;
    const line = unit
      ? say('supplement-remark', { unit: unit.name, remark })
      : say('supplement-remark-plain', { remark });
    if (!remarks.includes(line)) remarks.push(line);
  }
  const key = returns.find(({ question }) => question !== null)?.question;
  const assignmentIds = returns.filter(({ question }) => question === key).map((one) => one.assignmentId);
  return { remarks, ...(key ? { meant: { key, assignmentIds } } : {}) };
}
