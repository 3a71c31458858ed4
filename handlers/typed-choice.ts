import { decodeTap, type Tap } from '#domain/callback.ts';
import { pickChoice } from '#domain/numbered-choice.ts';
import { words } from '#domain/vietnamese.ts';
import type { StoredDialogue } from '#storage/queries/dialogues.ts';
import { isUnseen, lastShownTo } from '#storage/queries/messages.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

export type TypedChoice =
  /**
   * It names one of the choices that stand under the newest message: as good as a tap. `inFull`: it is that choice's whole
   * label, so that it is meant even where the same words are a command.
   */
  | { kind: 'tap'; tap: Tap | undefined; inFull: boolean }
  /** It was typed before the question that is open now had been read, or under another message: ask that again. */
  | { kind: 'too-early' }
  | { kind: 'none' };

/**
 * What a typed text chooses on a platform without buttons. Only the newest message's choices count, and while a
 * conversation is open only if that message is its question: a number typed after the question has moved on must
 * not answer the next one.
 */
export async function typedChoice(
  { tx, message }: OfficerTurn,
  typed: string,
  dialogue: StoredDialogue | undefined,
): Promise<TypedChoice> {
  if (!message.withoutButtons) return { kind: 'none' };
  const question = dialogue?.askedBy;
  if (question && (await isUnseen(tx, question))) return { kind: 'too-early' };
  const last = await lastShownTo(tx, message.bot, message.chatId);
  const { choices = [], takesNumbers = false } = last?.shown ?? {};
  const picked = pickChoice(choices, typed, { takesNumbers });
  if (picked.kind === 'none') return { kind: 'none' };
  const isNumber = /^\W*\d+\W*$/.test(typed);
  if (question && question !== last?.id && isNumber) return { kind: 'too-early' };
  const said = words(typed).join(' ');
  const named = choices.flat().filter(({ data }) => data === picked.data);
  const inFull = named.some(({ label }) => words(label).join(' ') === said);
  return { kind: 'tap', tap: decodeTap(picked.data), inFull };
}
