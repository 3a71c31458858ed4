import { dialogueStateSchema } from '#domain/dialogue/state.ts';
import { planQuestions } from '#domain/dialogue/plan.ts';
import type { Answering } from '#domain/incident/recognise.ts';
import { findDialogue, putDialogue, type StoredDialogue } from '#storage/queries/dialogues.ts';
import { chatOfMessage } from '#storage/queries/messages.ts';
import { answerAside } from '#handlers/answer-aside.ts';
import { asideDialogue, asideOf, askAsideAgain, endAside } from '#handlers/aside.ts';
import { watchChoices } from '#handlers/asked-choices.ts';
import { dialogueOf } from '#handlers/dialogue-of.ts';
import { continueFiling, filingDialogue, resumeFiling } from '#handlers/filing.ts';
import { formsIn, reportDialogue } from '#handlers/keep-report.ts';
import type { CurrentDialogue } from '#handlers/renew-report.ts';
import { answerReport, isOpenReport, resumeReport } from '#handlers/report.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** The conversation about reports that waits for an answer of this officer. */
export async function openDialogue(turn: OfficerTurn): Promise<CurrentDialogue | undefined> {
  const dialogue = await dialogueOf(turn);
  return dialogue && isWaiting(dialogue) ? dialogue : undefined;
}

/** Is it waiting for an answer, or was it put aside? */
export function isWaiting(dialogue: StoredDialogue): boolean {
  return dialogue.kind === filingDialogue || dialogue.kind === asideDialogue || isOpenReport(dialogue);
}

/** A typed text goes to the question that is open; one typed in another chat than it was asked in is asked there first. */
export async function goOn(turn: OfficerTurn, dialogue: CurrentDialogue, typed: string): Promise<void> {
  if (await wasAskedElsewhere(turn, dialogue)) return askAgain(turn, dialogue, turn.say('continued-here'));
  if (dialogue.kind === filingDialogue) return continueFiling(turn, dialogue, typed);
  if (dialogue.kind === asideDialogue) {
    const watched = watchChoices(turn);
    const goesBack = await answerAside(watched.turn, dialogue, typed);
    if (goesBack && !(asksOn(dialogue) && watched.asked())) await goBack(turn);
    return;
  }
  return answerReport(turn, dialogue, typed);
}

/** Asks again where it stands, after something else was served. */
export async function askAgain(turn: OfficerTurn, dialogue: CurrentDialogue, before?: string): Promise<void> {
  if (dialogue.kind === filingDialogue) return resumeFiling(turn, dialogue, before);
  if (dialogue.kind === asideDialogue) return askAsideAgain(turn, dialogue, before);
  return resumeReport(turn, dialogue, before);
}

/** What was asked aside is not wanted any more. */
export async function cancelAside(
  turn: OfficerTurn,
  dialogue: CurrentDialogue | undefined,
  id = dialogue?.id,
): Promise<void> {
  if (dialogue?.kind !== asideDialogue || dialogue.id !== id) {
    return turn.reply({ text: turn.say('old-button') });
  }
  const goesBack = await endAside(turn, dialogue);
  await turn.reply({ text: turn.say('aside-cancelled') });
  if (goesBack) await goBack(turn);
}

/** After the last day of a leave it is asked who stands in. */
function asksOn(dialogue: StoredDialogue): boolean {
  return asideOf(dialogue).asks.about === 'leave-until';
}

/**
 * Something else is to be chosen first: what is typed now is no answer to the question that is open, and `goBack` asks it
 * again.
 */
export async function letWait(
  { tx, officer, now, retire }: OfficerTurn,
  { id, kind, state, askedBy }: CurrentDialogue,
) {
  const current = await findDialogue(tx, officer.id);
  if (current?.id !== id) return;
  if (askedBy) await retire(askedBy);
  await putDialogue(tx, {
    id,
    kind,
    state: state as object,
    officerId: officer.id,
    askedBy: null,
    updatedAt: now,
  });
}

/** Into the conversation that waited meanwhile. */
export async function goBack(turn: OfficerTurn): Promise<void> {
  const waiting = await openDialogue(turn);
  // One answer aside may lead to the next question aside.
  if (waiting && waiting.kind !== asideDialogue) await askAgain(turn, waiting);
}

/** The question that is open, as far as it tells an answer from an alarm. */
export function answeringIn(turn: OfficerTurn, dialogue: StoredDialogue): Answering | undefined {
  if (dialogue.kind !== reportDialogue) return { type: 'text', key: dialogue.kind, label: '' };
  const { at, assignments } = dialogueStateSchema.parse(dialogue.state);
  const asked = planQuestions(assignments, formsIn(turn.deps.catalogue)).find(
    ({ slot }) => slot === at,
  )?.question;
  return asked && { type: asked.type, key: asked.key, label: asked.label.vi };
}

/** What stands in this chat may be an earlier question: whatever is typed there is no answer to the one that is open. */
async function wasAskedElsewhere(
  { tx, message }: OfficerTurn,
  { askedBy }: StoredDialogue,
): Promise<boolean> {
  const chat = askedBy === null ? undefined : await chatOfMessage(tx, askedBy);
  return chat !== undefined && (chat.bot !== message.bot || chat.chatId !== message.chatId);
}
