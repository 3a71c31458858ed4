import type { StoredDialogue } from '#storage/queries/dialogues.ts';
import { asideOf, askAsideAgain, endAside } from '#handlers/aside.ts';
import { returnByHead } from '#handlers/head-settle.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** So much is needed to know what is meant, and no more fits into what others are told. */
const shortest = 3;
const longest = 1_000;

/** A text typed under a question that was asked aside. Returns whether there is a conversation to go back to now. */
export async function answerAside(
  turn: OfficerTurn,
  dialogue: StoredDialogue,
  typed: string,
): Promise<boolean> {
  const text = typed.normalize('NFC').trim();
  if (text.length < shortest || text.length > longest) {
    await askAsideAgain(turn, dialogue, turn.say('aside-too-short', { longest }));
    return false;
  }
  const { asks } = asideOf(dialogue);
  const goesBack = await endAside(turn, dialogue);
  switch (asks.about) {
    case 'head-return':
      await returnByHead(turn, asks.requestId, text);
  }
  return goesBack;
}
