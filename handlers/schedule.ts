import { findDuty } from '#domain/catalogue.ts';
import { deadlinesIn, type Deadline } from '#domain/deadline.ts';
import { owes } from '#domain/duty-owner.ts';
import { viewScope } from '#domain/access.ts';
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
    if (lines.length > 0) sections.push([say('schedule-own', { unit: unit.name }), ...lines].join('\n'));
  }
  if (viewScope(officer).kind === 'all') sections.push(...agencies(turn, upcoming));
  if (sections.length === 0) return turn.reply({ text: say('schedule-none') });
  await turn.reply({ text: [say('schedule-title'), ...sections].join('\n\n') });
}

async function unitLines(turn: OfficerTurn, unit: Unit, upcoming: Deadline[]): Promise<string[]> {
  const { deps, tx, say } = turn;
  const own = upcoming.filter((deadline) => {
    const found = findDuty(deps.catalogue, deadline);
    return found !== undefined && owes(found.duty, unit);
  });
  if (own.length === 0) return [];
  const status = await statusOf(tx, { unitIds: [unit.id], periods: own.map(({ period }) => period) });
  return own.slice(0, most).map((deadline) => {
    const row = status.find(
      ({ directive, duty, period }) =>
        directive === deadline.directive && duty === deadline.duty && period === deadline.period,
    );
    const received = row && !isOwed(row.state);
    return line(turn, deadline, received ? say('schedule-received') : '');
  });
}

function agencies(turn: OfficerTurn, upcoming: Deadline[]): string[] {
  const { deps, say } = turn;
  const ofAgencies = upcoming.filter((deadline) => {
    const owner = findDuty(deps.catalogue, deadline)?.duty.owedBy.value;
    return owner === 'agency';
  });
  const lines = ofAgencies.slice(0, most).map((deadline) => line(turn, deadline, ''));
  return lines.length > 0 ? [[say('schedule-agencies'), ...lines].join('\n')] : [];
}

function line({ say, deps, language }: OfficerTurn, deadline: Deadline, state: string): string {
  const title = titleOf(deps.catalogue, language, deadline);
  const provisional = deadline.provisional ? ` ${say('provisional-note')}` : '';
  return say('schedule-line', { title, due: dueOf(language, deadline.lastDay), state }) + provisional;
}
