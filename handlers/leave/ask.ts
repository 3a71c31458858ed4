import { encodeTap } from '#domain/callback.ts';
import { type LeaveAsked, leaveAsked, leaveUntil } from '#domain/leave.ts';
import type { Day } from '#domain/time.ts';
import { longDay } from '#locales/dates.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { colleaguesAt } from '#storage/queries/colleagues.ts';
import { addLeave, endLeave, lockOpenLeaveOf, startLeave } from '#storage/queries/leaves.ts';
import { askAside } from '#handlers/aside.ts';
import { tellThatNobodyStandsIn } from '#handlers/leave/nobody.ts';
import { personTag } from '#handlers/person-tag.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** So many colleagues are offered. */
const mostChoices = 12;

/** "Nghỉ phép đến 20/12": until when, if that was not said; then who stands in. */
export async function askForLeave(turn: OfficerTurn, typed: string): Promise<void> {
  const { today, say, officer } = turn;
  if (officer.positions.length === 0) return turn.reply({ text: say('leave-no-position') });
  const asked: LeaveAsked = leaveAsked(typed, today) ?? { from: today, until: leaveUntil(typed, today) };
  if (asked.until === undefined) return askUntilWhen(turn, asked.from);
  await beginLeave(turn, asked.from, asked.until);
}

/** The last day was typed. */
export async function takeLastDay(turn: OfficerTurn, from: Day, typed: string): Promise<void> {
  const until = leaveUntil(typed, turn.today);
  if (!until || until < from) return askUntilWhen(turn, from);
  await beginLeave(turn, from, until);
}

function askUntilWhen(turn: OfficerTurn, from: Day): Promise<void> {
  return askAside(turn, { about: 'leave-until', from }, turn.say('leave-until-when'));
}

async function beginLeave(turn: OfficerTurn, from: Day, until: Day): Promise<void> {
  const { tx, say, officer, now, today, deps, language } = turn;
  if (until < from || until < today) return turn.reply({ text: say('leave-over-already') });
  // One leave at a time: what is said last holds.
  const before = await lockOpenLeaveOf(tx, officer.id);
  if (before) await endLeave(tx, before.id, now);
  const id = deps.newId();
  await addLeave(tx, { id, officerId: officer.id, fromDay: from, untilDay: until, askedAt: now });
  if (from <= today) await startLeave(tx, id, now);
  await recordAudit(tx, {
    ...{ at: now, actorId: officer.id, action: 'leave-begun', subjectId: id },
    details: { from, until },
  });
  const units = [...new Set(officer.positions.map(({ unit }) => unit.id))];
  const colleagues = await colleaguesAt(tx, units, officer.id);
  const span = { from: longDay(language, from), until: longDay(language, until) };
  if (colleagues.length === 0) {
    await tellThatNobodyStandsIn(turn, { id, untilDay: until });
    return turn.reply({ text: say('leave-nobody', span) });
  }
  await turn.reply({
    text: say('leave-who', span),
    choices: [
      ...colleagues
        .slice(0, mostChoices)
        .map((one) => [{ label: one.name, data: encodeTap('lv-to', id, personTag(one)) }]),
      [{ label: say('button-leave-nobody'), data: encodeTap('lv-none', id) }],
    ],
  });
}
