import { unitsReportedFor } from '#domain/access.ts';
import { encodeTap } from '#domain/callback.ts';
import { dayWished, longestExtensionDays } from '#domain/extension.ts';
import { periodAsked } from '#domain/period-phrase.ts';
import { addDays, type Day } from '#domain/time.ts';
import { dayAndMonth, longDay } from '#locales/dates.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import { askAside } from '#handlers/aside.ts';
import { dueGroups } from '#handlers/due-groups.ts';
import { dueSoon } from '#handlers/due-soon.ts';
import { dueOf, dutyNamed, titlesOf } from '#handlers/duty-words.ts';
import { unitOnButton } from '#handlers/label-words.ts';
import { originalLastDay } from '#handlers/extension/original-day.ts';
import { owedByOfficer } from '#handlers/owed-by-officer.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "Xin gia hạn đến thứ 6": for which reports, until when, and why; it goes to the coordinator, and changes nothing until they agree. */
export async function askForExtension(turn: OfficerTurn, typed: string): Promise<void> {
  const { say, officer, today } = turn;
  if (unitsReportedFor(officer).length === 0) return turn.reply({ text: say('owed-not-reporter') });
  const owed = (await owedByOfficer(turn)).filter((one) => goesToCoordinator(turn, one));
  const named = periodAsked(typed, today);
  const meant =
    named.kind === 'period'
      ? owed.filter(({ period }) => period === named.period)
      : dueSoon(owed, today).soon;
  const [first, ...others] = dueGroups(meant);
  if (!first) return turn.reply({ text: say('extension-nothing') });
  if (others.length === 0) return askUntilWhen(turn, first.assignments, typed);
  await turn.reply({
    text: say('extension-which'),
    choices: [first, ...others].slice(0, mostChoices).map(({ lastDay, unitId, unitName, assignments }) => [
      {
        label: say('extension-which-one', {
          titles: titlesOf(turn.deps.catalogue, turn.language, assignments),
          unit: unitOnButton(unitName),
          day: dayAndMonth(lastDay),
        }),
        data: encodeTap('more', lastDay, unitId, dayWished(typed, today, lastDay) ?? ''),
      },
    ]),
  });
}

const mostChoices = 8;

/** Which reports was chosen; the day that was typed before goes along. */
export async function askForExtensionOf(
  turn: OfficerTurn,
  lastDay: string,
  unitId: string,
  wished: string,
): Promise<void> {
  const owed = (await owedByOfficer(turn)).filter((one) => goesToCoordinator(turn, one));
  const meant = owed.filter((one) => one.lastDay === lastDay && one.unitId === unitId);
  if (meant.length === 0) return turn.reply({ text: turn.say('extension-nothing') });
  await askUntilWhen(turn, meant, wished);
}

/** Until when, if that was not said; then why. `typed` may hold the day. */
export async function askUntilWhen(turn: OfficerTurn, reports: Assignment[], typed: string): Promise<void> {
  const { say, today, deps, language } = turn;
  const [first] = reports;
  if (!first) return turn.reply({ text: say('extension-nothing') });
  const wished = dayWished(typed, today, first.lastDay);
  const about = { titles: titlesOf(deps.catalogue, language, reports), due: dueOf(language, first.lastDay) };
  const ids = reports.map(({ id }) => id);
  const problem = wished && whyNot(turn, first, wished);
  if (!wished || problem) {
    const question = say('extension-until-when', about);
    return askAside(
      turn,
      { about: 'extension-day', assignmentIds: ids },
      problem ? `${problem}\n\n${question}` : question,
    );
  }
  await askAside(
    turn,
    { about: 'extension-reason', assignmentIds: ids, until: wished },
    say('extension-why', { ...about, day: longDay(language, wished) }),
  );
}

function whyNot(
  { say, language, deps, today }: OfficerTurn,
  report: Assignment,
  wished: Day,
): string | undefined {
  const words = { day: longDay(language, wished), due: dueOf(language, report.lastDay) };
  if (wished <= report.lastDay || wished < today) return say('extension-not-later', words);
  const latest = addDays(originalLastDay(deps.catalogue.zone, report), longestExtensionDays);
  return wished > latest ? say('extension-too-late', { day: longDay(language, latest) }) : undefined;
}

/** Only whoever receives a report may give more time for it. */
function goesToCoordinator({ deps }: OfficerTurn, one: Assignment): boolean {
  const { duty } = dutyNamed(deps.catalogue, one);
  return duty.kind === 'report' && duty.recipient?.role === 'coordinator';
}
