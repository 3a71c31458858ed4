import { anyHours, hoursAsked } from '#domain/remind-hours.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { chooseHours, hoursOf } from '#storage/queries/remind-hours.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "Đừng nhắc trước 9h": the hours in which this officer is reminded from now on. Without any, what they are now. */
export async function setRemindHours(turn: OfficerTurn, typed: string): Promise<void> {
  const { tx, officer, now, say } = turn;
  const asked = hoursAsked(typed);
  switch (asked?.kind) {
    case undefined: {
      const hours = (await hoursOf(tx, officer.id)) ?? anyHours;
      return turn.reply({ text: say('hours-now', { ...hours }) });
    }
    case 'too-short':
      return turn.reply({ text: say('hours-too-short', { ...anyHours }) });
    case 'any':
      await chooseHours(tx, officer.id, undefined);
      await recordAudit(tx, { at: now, actorId: officer.id, action: 'remind-hours-any' });
      return turn.reply({ text: say('hours-any', { ...anyHours }) });
    case 'hours': {
      const { from, until } = asked.hours;
      await chooseHours(tx, officer.id, asked.hours);
      const details = { from, until };
      await recordAudit(tx, { at: now, actorId: officer.id, action: 'remind-hours', details });
      return turn.reply({ text: say('hours-set', { from, until }) });
    }
  }
}
