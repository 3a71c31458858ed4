import { viewScope } from '#domain/access.ts';
import { findDuty } from '#domain/catalogue.ts';
import { deadlinesIn, type Deadline } from '#domain/deadline.ts';
import { owes } from '#domain/duty-owner.ts';
import type { Unit } from '#domain/organisation.ts';
import { addDays } from '#domain/time.ts';
import { statusOf } from '#storage/queries/status.ts';
import { isOwed } from '#storage/tables.ts';
import { dueOf, titleOf } from '#handlers/duty-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** How far ahead the schedule looks, days. */
const ahead = 100;

/** So many deadlines are shown for each unit; the list is read on a phone. */
const most = 8;

/** "/lich": the deadlines ahead of the units at which this person holds a position, and of the agencies for a coordinator. */
export async function showSchedule(turn: OfficerTurn): Promise<void> {
  const { say, officer, today, deps } = turn;
  const upcoming = deadlinesIn(deps.catalogue, { from: today, to: addDays(today, ahead) });
  const units = new Map(officer.positions.map(({ unit }) => [unit.id, unit]));
  const sections: string[] = [];
  for (const unit of units.values()) {
    const lines = await unitLines(turn, unit, upcoming);
    if (lines.length > 0) sections.push(say('schedule-own', { unit: unit.name }), ...lines);
  }
  if (viewScope(officer).kind === 'all') {
    const lines = agencyLines(turn, upcoming);
    if (lines.length > 0) sections.push(say('schedule-agencies'), ...lines);
  }
  if (sections.length === 0) return turn.reply({ text: say('schedule-none') });
  await turn.reply({ text: [say('schedule-title'), ...sections].join('\n\n') });
}

async function unitLines(turn: OfficerTurn, unit: Unit, upcoming: Deadline[]): Promise<string[]> {
  const { deps, tx, say } = turn;
  const own = upcoming.filter((deadline) => {
    const found = findDuty(deps.catalogue, deadline);
    return found !== undefined && owes(found.duty, unit);
  });
  const rows = await statusOf(tx, { unitIds: [unit.id], periods: own.map(({ period }) => period) });
  const rowOf = ({ directive, duty, period }: Deadline) =>
    rows.find((row) => row.directive === directive && row.duty === duty && row.period === period);
  return byDay(turn, own.slice(0, most), (deadline) => {
    const row = rowOf(deadline);
    if (!row || isOwed(row.state)) return '';
    return row.state === 'filed' ? say('schedule-filed') : say('schedule-received');
  });
}

function agencyLines(turn: OfficerTurn, upcoming: Deadline[]): string[] {
  const ofAgencies = upcoming.filter(
    (deadline) => findDuty(turn.deps.catalogue, deadline)?.duty.owedBy.value === 'agency',
  );
  return byDay(turn, ofAgencies.slice(0, most), () => '');
}

/** The day once, and under it what is due then. */
function byDay(
  { say, deps, language }: OfficerTurn,
  deadlines: Deadline[],
  stateOf: (deadline: Deadline) => string,
): string[] {
  const days = Map.groupBy(deadlines, ({ lastDay }) => lastDay);
  return [...days].map(([lastDay, due]) =>
    [
      say('schedule-due', { due: dueOf(language, lastDay) }),
      ...due.map((deadline) =>
        say('schedule-line', {
          title: titleOf(deps.catalogue, language, deadline),
          state: stateOf(deadline),
        }),
      ),
      ...(due.some(({ provisional }) => provisional) ? [say('provisional-note')] : []),
    ].join('\n'),
  );
}
