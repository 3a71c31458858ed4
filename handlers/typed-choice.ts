import { decodeTap, type Tap } from '#domain/callback.ts';
import { pickChoice } from '#domain/numbered-choice.ts';
import { words } from '#domain/vietnamese.ts';
import { lastShownTo } from '#storage/queries/messages.ts';
import type { OfficerTurn } from '#handlers/turn.ts';
import { isTypedTooEarly, lastMomentOf } from '#handlers/typed-too-early.ts';

export type TypedChoice =
  /**
   * It names one of the choices that stand under the newest message: as good as a tap. `inFull`: it is that choice's whole
   * label, so that it is meant even where the same words are a command.
   */
  | { kind: 'tap'; tap: Tap | undefined; inFull: boolean }
  /** It was typed before the question that is open now could be read: ask that again, and say why. */
  | { kind: 'too-early' }
  /** It is a number that was typed under another message than that question: ask that again. */
  | { kind: 'elsewhere' }
  | { kind: 'none' };

/**
 * What a typed text chooses on a platform without buttons. Only the choices of the newest message that stood there when
 * it was typed count, and while a conversation is open only if that message is its question: a number typed after the
 * question has moved on must not answer the next one.
 */
export async function typedChoice(
  turn: OfficerTurn,
  typed: string,
  dialogue: { askedBy: string | null } | undefined,
): Promise<TypedChoice> {
  const { tx, message } = turn;
  const question = dialogue?.askedBy;
  if (question && (await isTypedTooEarly(turn, question))) return { kind: 'too-early' };
  if (!message.withoutButtons) return { kind: 'none' };
  const last = await lastShownTo(tx, message, lastMomentOf(message));
  const { choices = [], takesNumbers = false } = last?.shown ?? {};
  const picked = pickChoice(choices, typed, { takesNumbers });
  if (picked.kind === 'none') return { kind: 'none' };
  const isNumber = /^\W*\d+\W*$/.test(typed);
  if (question && question !== last?.id && isNumber) return { kind: 'elsewhere' };
  const said = words(typed).join(' ');
  const named = choices.flat().filter(({ data }) => data === picked.data);
  const inFull = named.some(({ label }) => words(label).join(' ') === said);
  return { kind: 'tap', tap: decodeTap(picked.data), inFull };
}
