import { unitsReportedFor } from '#domain/access.ts';
import type { Choice } from '#domain/channel.ts';
import { deadlinesIn } from '#domain/deadline.ts';
import { findDuty } from '#domain/catalogue.ts';
import { owes } from '#domain/duty-owner.ts';
import { periodAsked } from '#domain/period-phrase.ts';
import { addDays } from '#domain/time.ts';
import { shortDay } from '#locales/dates.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { correctable, correctChoices, latelySentWords } from '#handlers/after-sending/lately-sent.ts';
import { beginReport } from '#handlers/begin-report.ts';
import { whatIsOwed } from '#handlers/count-words.ts';
import { dueGroups, type DueGroup } from '#handlers/due-groups.ts';
import { dueSoon } from '#handlers/due-soon.ts';
import { dueOf, periodWords, titleOf } from '#handlers/duty-words.ts';
import { isExtended, originalLastDay } from '#handlers/extension/original-day.ts';
import { fillChoices, paperChoice } from '#handlers/fill-choices.ts';
import { togetherWords } from '#handlers/how-much-words.ts';
import { oneByOne } from '#handlers/one-by-one.ts';
import { owedByOfficer } from '#handlers/owed-by-officer.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** So many deadlines of units stand in one message, which a platform takes up to a length; the others are counted. */
const mostGroups = 12;

/** "/baocao": what this person still owes, and the buttons to be rid of it. With a period named, straight to that one. */
export async function showOwed(turn: OfficerTurn, rest: string): Promise<void> {
  const { say, officer, today, language, deps } = turn;
  if (unitsReportedFor(officer).length === 0) return turn.reply({ text: say('owed-not-reporter') });
  const owed = await owedByOfficer(turn);
  const asked = periodAsked(rest, today);
  if (asked.kind === 'impossible') return turn.reply({ text: say('period-impossible') });
  if (asked.kind === 'period') {
    const named = owed.filter((assignment) => assignment.period === asked.period);
    if (named.length > 0) return beginReport(turn, named);
    const sent = (await correctable(turn)).filter(({ assignments }) =>
      assignments.some(({ period }) => period === asked.period),
    );
    const nothing = say('owed-period-none', { period: periodWords(language, asked.period) });
    return turn.reply({ text: nothing, ...under(correctChoices(turn, sent)) });
  }
  const sent = await correctable(turn);
  const { soon, later, until } = dueSoon(owed, today);
  if (soon.length === 0) {
    const nothing =
      later.length > 0 ? say('owed-nothing-soon', { day: shortDay(until) }) : say('owed-nothing');
    return turn.reply({
      text: [[nothing, ...nextDeadline(turn, later[0])].join('\n'), ...latelySentWords(turn, sent)].join(
        '\n\n',
      ),
      ...under(correctChoices(turn, sent)),
    });
  }
  const all = dueGroups(soon);
  const groups = all.slice(0, mostGroups);
  const more = all.slice(mostGroups).flatMap(({ assignments }) => assignments).length;
  const parts = await oneByOne(groups, (group, index) => groupText(turn, group, groups[index - 1]));
  const { catalogue } = deps;
  await turn.reply({
    text: [
      say('owed-title', { what: whatIsOwed({ catalogue, say }, soon) }),
      ...parts,
      ...(more > 0 ? [say('owed-more', { count: more })] : []),
      ...(later.length > 0 ? [say('owed-later', { count: later.length, day: shortDay(until) })] : []),
      ...latelySentWords(turn, sent),
    ].join('\n\n'),
    choices: [...fillChoices(catalogue, say, groups), [paperChoice(say, all)], ...correctChoices(turn, sent)],
  });
}

function under(choices: Choice[][]): { choices?: Choice[][] } {
  return choices.length > 0 ? { choices } : {};
}

async function groupText(turn: OfficerTurn, group: DueGroup, before: DueGroup | undefined): Promise<string> {
  const { say, language, today, deps } = turn;
  const due = dueOf(language, group.lastDay);
  const lines = await oneByOne(group.assignments, async (assignment) =>
    say('owed-line', {
      title: titleOf(deps.catalogue, language, assignment),
      state: `${extendedWords(turn, assignment)}${await stateWords(turn, assignment)}`,
    }),
  );
  return [
    ...(group.unitId === before?.unitId ? [] : [say('owed-unit', { unit: group.unitName })]),
    group.lastDay < today ? say('owed-due-late', { due }) : say('owed-due', { due }),
    ...lines,
    ...togetherWords({ catalogue: deps.catalogue, say }, group.assignments),
  ].join('\n');
}

function extendedWords({ say, language, deps }: OfficerTurn, assignment: Assignment): string {
  const { zone } = deps.catalogue;
  if (!isExtended(zone, assignment)) return '';
  return say('owed-extended', { due: dueOf(language, originalLastDay(zone, assignment)) });
}

async function stateWords(turn: OfficerTurn, assignment: Assignment): Promise<string> {
  const { say, officer, tx } = turn;
  if (assignment.awaitsHead) return say('owed-state-head');
  if (assignment.state === 'returned' || assignment.isReturned) return say('owed-state-returned');
  if (assignment.state !== 'draft') return '';
  if (assignment.draftBy === officer.id || assignment.draftBy === null) return say('owed-state-draft');
  const other = await findOfficer(tx, assignment.draftBy);
  return say('owed-state-draft-by', { name: other?.name ?? '' });
}

/** How far ahead the next deadline is looked for, days: every recurring duty comes round within a year. */
const aYearAhead = 370;

/** The soonest of what is open already and of what opens later. */
function nextDeadline(turn: OfficerTurn, open: Assignment | undefined): string[] {
  const { deps, officer, today, say, language } = turn;
  const { catalogue } = deps;
  const units = officer.positions.map(({ unit }) => unit);
  const upcoming = deadlinesIn(catalogue, { from: addDays(today, 1), to: addDays(today, aYearAhead) }).find(
    (deadline) => {
      const found = findDuty(catalogue, deadline);
      return (
        deadline.windowFrom > today && found !== undefined && units.some((unit) => owes(found.duty, unit))
      );
    },
  );
  const next = open && (!upcoming || open.lastDay <= upcoming.lastDay) ? open : upcoming;
  if (!next) return [];
  return [
    say('owed-next', { title: titleOf(catalogue, language, next), due: dueOf(language, next.lastDay) }),
  ];
}
