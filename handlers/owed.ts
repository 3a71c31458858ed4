import { unitsReportedFor } from '#domain/access.ts';
import type { Choice } from '#domain/channel.ts';
import { encodeTap } from '#domain/callback.ts';
import { deadlinesIn } from '#domain/deadline.ts';
import { findDuty } from '#domain/catalogue.ts';
import { owes } from '#domain/duty-owner.ts';
import { periodAsked } from '#domain/period-phrase.ts';
import { addDays } from '#domain/time.ts';
import { dayAndMonth } from '#locales/dates.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { dueGroups, type DueGroup } from '#handlers/due-groups.ts';
import { dueOf, dutyNamed, periodWords, titleOf } from '#handlers/duty-words.ts';
import { owedByOfficer } from '#handlers/owed-by-officer.ts';
import { beginReport } from '#handlers/report.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "/baocao": what this person still owes, and the buttons to be rid of it. With a period named, straight to that one. */
export async function showOwed(turn: OfficerTurn, rest: string): Promise<void> {
  const { say, officer, today, language } = turn;
  if (unitsReportedFor(officer).length === 0) return turn.reply({ text: say('owed-not-reporter') });
  const owed = await owedByOfficer(turn);
  const asked = periodAsked(rest, today);
  if (asked.kind === 'impossible') return turn.reply({ text: say('period-impossible') });
  if (asked.kind === 'period') {
    const named = owed.filter((assignment) => assignment.period === asked.period);
    if (named.length > 0) return beginReport(turn, named);
    return turn.reply({ text: say('owed-period-none', { period: periodWords(language, asked.period) }) });
  }
  if (owed.length === 0) return turn.reply({ text: [say('owed-nothing'), ...nextDeadline(turn)].join('\n') });
  const groups = dueGroups(owed);
  const parts = await Promise.all(groups.map((group) => groupText(turn, group)));
  await turn.reply({
    text: [say('owed-title', { count: owed.length }), ...parts].join('\n\n'),
    choices: groups.flatMap((group) => groupChoices(turn, group, groups)),
  });
}

async function groupText(turn: OfficerTurn, group: DueGroup): Promise<string> {
  const { say, language, today, deps } = turn;
  const lines = await Promise.all(
    group.assignments.map(async (assignment) =>
      say('owed-line', {
        title: titleOf(deps.catalogue, language, assignment),
        state: await stateWords(turn, assignment),
      }),
    ),
  );
  const late = group.lastDay < today ? say('owed-late') : '';
  return [
    say('owed-group', { unit: group.unitName, due: dueOf(language, group.lastDay), late }),
    ...lines,
  ].join('\n');
}

async function stateWords(turn: OfficerTurn, assignment: Assignment): Promise<string> {
  const { say, officer, tx } = turn;
  if (assignment.state === 'returned') return say('owed-state-returned');
  if (assignment.state !== 'draft') return '';
  if (assignment.draftBy === officer.id || assignment.draftBy === null) return say('owed-state-draft');
  const other = await findOfficer(tx, assignment.draftBy);
  return say('owed-state-draft-by', { name: other?.name ?? '' });
}

function groupChoices(turn: OfficerTurn, group: DueGroup, all: DueGroup[]): Choice[][] {
  const { say, deps } = turn;
  const key = [group.lastDay, group.unitId];
  const severalUnits = new Set(all.map(({ unitId }) => unitId)).size > 1;
  const lastDay = dayAndMonth(group.lastDay);
  const label =
    all.length === 1
      ? say('button-fill')
      : severalUnits
        ? say('button-fill-due-unit', { unit: group.unitName, lastDay })
        : say('button-fill-due', { lastDay });
  const fillable = group.assignments.some((assignment) => dutyNamed(deps.catalogue, assignment).duty.form);
  const paper = { label: say('button-paper'), data: encodeTap('paper', ...key) };
  return [...(fillable ? [[{ label, data: encodeTap('fill', ...key) }]] : []), [paper]];
}

/** How far ahead the next deadline is looked for, days: every recurring duty comes round within a year. */
const aYearAhead = 370;

function nextDeadline(turn: OfficerTurn): string[] {
  const { deps, officer, today, say, language } = turn;
  const { catalogue } = deps;
  const units = officer.positions.map(({ unit }) => unit);
  const next = deadlinesIn(catalogue, { from: addDays(today, 1), to: addDays(today, aYearAhead) }).find(
    (deadline) => {
      const found = findDuty(catalogue, deadline);
      return (
        deadline.windowFrom > today && found !== undefined && units.some((unit) => owes(found.duty, unit))
      );
    },
  );
  if (!next) return [];
  return [
    say('owed-next', { title: titleOf(catalogue, language, next), due: dueOf(language, next.lastDay) }),
  ];
}
