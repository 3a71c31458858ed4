import { clockCode } from '#domain/incident/clocks.ts';
import type { Choice } from '#domain/channel.ts';
import type { Incident } from '#domain/incident/incident.ts';
import type { Instant } from '#domain/time.ts';
import { shorten } from '#domain/shorten.ts';
import { textIn } from '#locales/text.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { changeClock } from '#storage/queries/incident-clocks.ts';
import { eventsOf, removeEvent } from '#storage/queries/incident-events.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { clockMoment, type KnownClock } from '#handlers/incident/clock-words.ts';
import { incidentTap } from '#handlers/incident/incident-words.ts';
import { languageOf } from '#handlers/incident/language-of.ts';
import { note } from '#handlers/incident/note.ts';
import { tellPeople } from '#handlers/incident/tell-people.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** Who was told, in whose words, by what way (none where nobody said), and when. */
export interface SaidOfClock {
  whom: string;
  how: string | null;
  at: Instant;
}

/** Records in the clock's row, the timeline and the audit that whoever has to be told was told; the handler hears of it. */
export async function recordMet(
  turn: OfficerTurn,
  incident: Incident,
  { clock, duty }: KnownClock,
  { whom, how, at }: SaidOfClock,
): Promise<void> {
  const { directive } = clock;
  await changeClock(turn.tx, clock, { metAt: at, metBy: turn.officer.id, told: whom, how });
  const text = `${duty.shortName[turn.language]} – ${metWords(turn, { whom, how, at })}`;
  await note(turn, incident, { kind: 'clock-met', text, details: { directive, duty: duty.id } });
  await tellHandler(turn, incident, text);
}

/** Records that nobody has to be told, and why. */
export async function recordWaived(
  turn: OfficerTurn,
  incident: Incident,
  { clock, duty }: KnownClock,
  reason: string,
): Promise<void> {
  const { directive } = clock;
  await changeClock(turn.tx, clock, { waivedAt: turn.now, waivedBy: turn.officer.id, waivedReason: reason });
  const text = `${duty.shortName[turn.language]} – ${reason}`;
  await note(turn, incident, { kind: 'clock-waived', text, details: { directive, duty: duty.id } });
  await tellHandler(
    turn,
    incident,
    turn.say('clock-waived-words', { name: duty.shortName[turn.language], reason }),
  );
}

/** Takes back what the same person recorded: the clock runs on as if it had not been. False when it is not theirs to take back. */
export async function takeBackRecord(
  turn: OfficerTurn,
  incident: Incident,
  { clock, duty }: KnownClock,
  what: 'met' | 'waived',
): Promise<boolean> {
  const { tx, officer, now, deps } = turn;
  if ((what === 'met' ? clock.metBy : clock.waivedBy) !== officer.id) return false;
  await changeClock(
    tx,
    clock,
    what === 'met'
      ? { metAt: null, metBy: null, told: null, how: null, lateReason: null }
      : { waivedAt: null, waivedBy: null, waivedReason: null },
  );
  const kind = `clock-${what}` as const;
  const event = (await eventsOf(tx, incident.id)).findLast(
    (one) => one.kind === kind && one.details.directive === clock.directive && one.details.duty === duty.id,
  );
  if (event) await removeEvent(tx, { id: event.id, officerId: officer.id, at: now });
  await recordAudit(tx, {
    ...{ at: now, actorId: officer.id, action: `incident-${kind}-undone`, subjectId: incident.id },
    details: { directive: clock.directive, duty: duty.id },
  });
  // The facts may have changed meanwhile.
  await deps.keepClocks(tx, incident, now);
  return true;
}

/** "PA05, đồng chí Hùng, gọi điện thoại, lúc 02:40 thứ Bảy 12/12/2026". */
export function metWords(turn: OfficerTurn, { whom, how, at }: SaidOfClock): string {
  return turn.say('clock-met-words', {
    whom: shorten(whom, 300),
    how: how === null ? '' : turn.say('clock-by-way', { how }),
    moment: clockMoment(languageOf(turn), at),
  });
}

/** Stands under what was recorded. */
export function undoChoice(
  { say }: OfficerTurn,
  incident: Incident,
  { clock }: KnownClock,
  verb: 'met' | 'waive',
): Choice {
  return { label: say('button-clock-undo'), data: incidentTap(verb, incident, `u-${clockCode(clock)}`) };
}

/** So that nobody rings the same people again. */
async function tellHandler(turn: OfficerTurn, incident: Incident, what: string): Promise<void> {
  const handler = incident.handler === null ? undefined : await findOfficer(turn.tx, incident.handler);
  if (!handler) return;
  await tellPeople(turn, incident, [handler], (_, language) => ({
    text: textIn(language)('clock-told-handler', { number: incident.number, name: turn.officer.name, what }),
  }));
}
