import type { StoredDialogue } from '#storage/queries/dialogues.ts';
import { returnReports } from '#handlers/after-sending/ask-again.ts';
import { correctBecause } from '#handlers/after-sending/correct.ts';
import { askToReopen } from '#handlers/after-sending/reopen.ts';
import { type AsideAsks, asideOf, askAsideAgain, endAside } from '#handlers/aside.ts';
import { requestExtension, takeDay } from '#handlers/extension/request.ts';
import { returnByHead } from '#handlers/head-settle.ts';
import { takeLastDay } from '#handlers/leave/ask.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** A day may be as short as "15". */
const dayAsked = new Set<AsideAsks['about']>(['extension-day', 'leave-until']);

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
  const { asks } = asideOf(dialogue);
  const enough = dayAsked.has(asks.about) ? 1 : shortest;
  if (text.length < enough || text.length > longest) {
    await askAsideAgain(turn, dialogue, turn.say('aside-too-short', { longest }));
    return false;
  }
  const goesBack = await endAside(turn, dialogue);
  switch (asks.about) {
    case 'head-return':
      await returnByHead(turn, asks.requestId, text);
      return goesBack;
    case 'leave-until':
      await takeLastDay(turn, asks.from, text);
      return goesBack;
    case 'extension-day':
      await takeDay(turn, asks.assignmentIds, text);
      return goesBack;
    case 'extension-reason':
      await requestExtension(turn, asks, text);
      return goesBack;
    case 'correction':
      // The correction is the conversation that the person is in now.
      await correctBecause(turn, asks.assignmentIds, text);
      return false;
    case 'reopening':
      await askToReopen(turn, asks.assignmentIds, text);
      return goesBack;
    case 'return':
      await returnReports(turn, asks.assignmentIds, asks.question, text);
      return goesBack;
  }
}
