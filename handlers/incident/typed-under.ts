import { readYesNo } from '#domain/answers/yes-no.ts';
import { decodeTap, type Tap } from '#domain/callback.ts';
import { pickChoice } from '#domain/numbered-choice.ts';
import { ackWord } from '#domain/incident/responder-words.ts';
import { fold } from '#domain/vietnamese.ts';
import { lastShownTo } from '#storage/queries/messages.ts';
import { incidentAction } from '#handlers/incident/tap.ts';
import type { OfficerTurn } from '#handlers/turn.ts';
import { lastMomentOf } from '#handlers/typed-too-early.ts';

/**
 * What a typed text chooses under the newest message: "có" and "không" under "Báo nhầm …?" and under an offer to take an incident
 * on, "ok" under an alert; without buttons also a number or a label, where the message is about the incident that the person
 * is being asked about (`talk`) but is not its question.
 */
export async function typedUnderNewest(
  turn: OfficerTurn,
  typed: string,
  talk: { askedBy: string | null; incidentId: string | null } | undefined,
): Promise<Tap | undefined> {
  const { tx, message } = turn;
  const agreed = agreement(typed);
  if (agreed === undefined && !(message.withoutButtons && talk)) return undefined;
  const last = await lastShownTo(tx, message, lastMomentOf(message));
  if (!last || last.id === talk?.askedBy) return undefined;
  const { choices = [], takesNumbers = false } = last.shown;
  const taps = choices.flat().map(({ data }) => decodeTap(data));
  const answered = agreed === undefined ? undefined : answerUnder(taps, agreed);
  if (answered) return answered;
  if (!message.withoutButtons || !talk) return undefined;
  const picked = pickChoice(choices, typed, { takesNumbers });
  const tap = picked.kind === 'chosen' ? decodeTap(picked.data) : undefined;
  return tap?.action === incidentAction && tap.args[1] === talk.incidentId ? tap : undefined;
}

/** "Đã nhận" is a word of its own, whatever it stands under. */
function agreement(typed: string): boolean | undefined {
  if (ackWord(typed)) return undefined;
  return readYesNo(typed) ?? (/^(khong|ko|van)\b/.test(fold(typed)) ? false : undefined);
}

function answerUnder(taps: readonly (Tap | undefined)[], agreed: boolean): Tap | undefined {
  const [yes, no] = taps.filter((tap) => tap?.action === incidentAction);
  const [verb, id = ''] = yes?.args ?? [];
  if (verb === 'alarm-yes') return agreed ? yes : no;
  if (verb === 'take' && agreed) return yes;
  const isAlert = verb === 'ack' && no?.args[0] === 'alarm';
  return isAlert && agreed ? { action: incidentAction, args: ['ack-ask', id] } : undefined;
}
