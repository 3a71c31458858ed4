import type { Tap } from '#domain/callback.ts';
import { advance } from '#domain/dialogue.ts';
import type { DialogueInput } from '#domain/dialogue/say.ts';
import { dialogueStateSchema, type DialogueState } from '#domain/dialogue/state.ts';
import { tappedInput } from '#domain/dialogue/tap.ts';
import { dialogueWord } from '#domain/dialogue-word.ts';
import { lockAssignments } from '#storage/queries/assignments.ts';
import { endDialogue, findDialogue, movedTo, type StoredDialogue } from '#storage/queries/dialogues.ts';
import { formChangeWords } from '#handlers/form-change-words.ts';
import { handIn } from '#handlers/hand-in.ts';
import { contextOf, keepAndSay, reportDialogue, saveDrafts } from '#handlers/keep-report.ts';
import type { CurrentDialogue } from '#handlers/renew-report.ts';
import { helpWith } from '#handlers/question-help.ts';
import { sayDialogue } from '#handlers/report-words.ts';
import { editList } from '#handlers/summary-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';
import { stillTheirs, whyOver } from '#handlers/why-over.ts';

/** A text typed while the conversation is open. */
export async function answerReport(
  turn: OfficerTurn,
  dialogue: CurrentDialogue,
  typed: string,
): Promise<void> {
  const state = dialogueStateSchema.parse(dialogue.state);
  const word = dialogueWord(typed);
  if (word === 'help') return explain(turn, dialogue, state);
  await step(turn, dialogue, state, inputFrom(state, typed, word));
}

function inputFrom(
  state: DialogueState,
  typed: string,
  word: ReturnType<typeof dialogueWord>,
): DialogueInput {
  if (word === 'back') return { kind: 'back' };
  if (word === 'skip') return { kind: 'skip', slot: state.at };
  if (word === 'send') return { kind: 'send' };
  if (word === 'take-last') return { kind: word };
  return { kind: 'answer', slot: state.at, typed };
}

/** A button of this conversation or of one before it. */
export async function tapReport(
  turn: OfficerTurn,
  dialogue: CurrentDialogue | undefined,
  tap: Tap,
): Promise<void> {
  if (dialogue?.kind !== reportDialogue) return turn.reply({ text: turn.say('old-button') });
  const state = dialogueStateSchema.parse(dialogue.state);
  const context = await contextOf(turn, state.assignments);
  await step(turn, dialogue, state, tappedInput(tap, dialogue.id, state, context));
}

/** "Sửa câu trả lời" under the summary: which one? */
export async function chooseAnswerToEdit(
  turn: OfficerTurn,
  dialogue: CurrentDialogue | undefined,
  part: string,
): Promise<void> {
  if (dialogue?.kind !== reportDialogue) return turn.reply({ text: turn.say('old-button') });
  const state = dialogueStateSchema.parse(dialogue.state);
  const { say } = advance(state, { kind: 'resume' }, await contextOf(turn, state.assignments));
  const conversation = { id: dialogue.id, assignments: state.assignments };
  const list = editList(turn, conversation, say, part === '' ? undefined : Number(part));
  if (!list) return turn.reply(sayDialogue(turn, conversation, say, [turn.say('old-button')]));
  const askedBy = await turn.ask(list);
  // Without buttons only a number typed under the newest question counts.
  if (!dialogue.renewed) await movedTo(turn.tx, turn.officer.id, askedBy);
}

/** Asks again where the conversation stands: after something else was served, after a pause, on "tiếp tục". */
export async function resumeReport(
  turn: OfficerTurn,
  dialogue: CurrentDialogue,
  before?: string,
): Promise<void> {
  await step(turn, dialogue, dialogueStateSchema.parse(dialogue.state), { kind: 'resume' }, before);
}

export async function stopReport(turn: OfficerTurn, dialogue: CurrentDialogue): Promise<void> {
  await step(turn, dialogue, dialogueStateSchema.parse(dialogue.state), { kind: 'stop' });
}

/** Is it waiting for an answer, or was it put aside? */
export function isOpenReport(dialogue: StoredDialogue): boolean {
  return dialogue.kind === reportDialogue && dialogueStateSchema.parse(dialogue.state).status === 'open';
}

async function step(
  turn: OfficerTurn,
  dialogue: CurrentDialogue,
  state: DialogueState,
  input: DialogueInput,
  before?: string,
): Promise<void> {
  const locked = await lockAssignments(
    turn.tx,
    state.assignments.map(({ assignmentId }) => assignmentId),
  );
  // A colleague may have taken it over while this update waited for the reports.
  if ((await findDialogue(turn.tx, turn.officer.id))?.id !== dialogue.id) {
    return turn.reply({ text: turn.say('fill-nothing-to-resume') });
  }
  const open = stillTheirs(turn, locked);
  if (open.length === 0) return leave(turn, dialogue, whyOver(turn, locked));
  const { renewed } = dialogue;
  const meant: DialogueInput = renewed && !standsAfter(renewed, input) ? { kind: 'resume' } : input;
  const outcome = advance(state, meant, await contextOf(turn, state.assignments));
  const ready = outcome.say.find((item) => item.kind === 'ready-to-submit');
  if (ready) {
    if (dialogue.askedBy) await turn.retire(dialogue.askedBy);
    return handIn(turn, open, ready.submissions);
  }
  if (renewed || outcome.state !== state) await saveDrafts(turn, outcome.state, open);
  const texts = before === undefined ? [] : [before];
  if (!renewed) return keepAndSay(turn, dialogue, outcome, texts);
  const news = formChangeWords(turn, renewed.changes);
  if (news) texts.unshift(news);
  else if (!renewed.asksTheSame) texts.unshift(turn.say('fill-carried-on'));
  // Under another name: buttons of the conversation before must not answer what this one asks.
  const { askedBy } = dialogue;
  await keepAndSay(turn, { id: turn.deps.newId(), askedBy }, outcome, texts);
}

/** Of what was done before a person was told of a new version, only an answer to the very question that it asks too. */
function standsAfter(
  { asksTheSame }: NonNullable<CurrentDialogue['renewed']>,
  { kind }: DialogueInput,
): boolean {
  if (kind === 'stop') return true;
  return asksTheSame && answering.has(kind);
}

const answering = new Set<DialogueInput['kind']>(['answer', 'choose', 'pick', 'earlier', 'keep', 'skip']);

/** Nothing is left to be answered: the conversation ends, so that what is typed next is not taken for an answer. */
async function leave(turn: OfficerTurn, dialogue: StoredDialogue, why: string): Promise<void> {
  await endDialogue(turn.tx, turn.officer.id);
  if (dialogue.askedBy) await turn.retire(dialogue.askedBy);
  await turn.reply({ text: why });
}

async function explain(turn: OfficerTurn, dialogue: CurrentDialogue, state: DialogueState): Promise<void> {
  const { say } = advance(state, { kind: 'resume' }, await contextOf(turn, state.assignments));
  await turn.reply({ text: helpWith(turn, say, state.assignments) });
  await resumeReport(turn, dialogue);
}
