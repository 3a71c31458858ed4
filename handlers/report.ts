import { unitsReportedFor } from '#domain/access.ts';
import { type Answers, answersSchema } from '#domain/answers/answer-value.ts';
import { encodeTap, type Tap } from '#domain/callback.ts';
import { findForm } from '#domain/catalogue.ts';
import type { Choice } from '#domain/channel.ts';
import { advance, startDialogue, type DialogueContext, type DialogueResult } from '#domain/dialogue.ts';
import { draftsOf } from '#domain/dialogue/drafts.ts';
import type { DialogueInput } from '#domain/dialogue/say.ts';
import { dialogueStateSchema, type DialogueAssignment, type DialogueState } from '#domain/dialogue/state.ts';
import { tappedInput } from '#domain/dialogue/tap.ts';
import { dialogueWord } from '#domain/dialogue-word.ts';
import { lockAssignments, saveDraft, type Assignment } from '#storage/queries/assignments.ts';
import { putDialogue, type StoredDialogue } from '#storage/queries/dialogues.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { isOwed } from '#storage/tables.ts';
import { dueGroups } from '#handlers/due-groups.ts';
import { dutyNamed, titlesOf } from '#handlers/duty-words.ts';
import { helpWith, sayDialogue } from '#handlers/report-words.ts';
import { submitReports } from '#handlers/submit.ts';
import { editList } from '#handlers/summary-words.ts';
import { tellOthers } from '#handlers/take-over.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** The kind under which this conversation is stored. */
export const reportDialogue = 'report';

/**
 * Begins, or goes on with, the guided conversation over these reports. Where a colleague has begun one, the person is
 * asked before taking it over (`takeOver` is the yes).
 */
export async function beginReport(
  turn: OfficerTurn,
  asked: Assignment[],
  { takeOver = false } = {},
): Promise<void> {
  const { tx, say, deps, officer, now } = turn;
  const mine = new Set(unitsReportedFor(officer));
  const locked = await lockAssignments(
    tx,
    asked.map(({ id }) => id),
  );
  const owed = locked.filter((one) => isOwed(one.state) && mine.has(one.unitId));
  if (owed.length === 0) return turn.reply({ text: say('fill-already-sent') });
  const fillable = answeredTogether(
    turn,
    owed.filter((one) => dutyNamed(deps.catalogue, one).duty.form),
  );
  if (fillable.length === 0)
    return turn.reply({ text: say('fill-no-form'), choices: paperChoices(turn, owed) });

  const others = await draftedByOthers(turn, fillable);
  if (others && !takeOver) return askToTakeOver(turn, fillable, others.name);
  if (others)
    await tellOthers(
      turn,
      fillable.map(({ id }) => id),
    );

  const assignments = fillable.map((one) => dialogueAssignment(turn, one));
  const drafts = Object.fromEntries(fillable.map(({ id, draft }) => [id, draftAnswers(draft)]));
  const started = startDialogue(assignments, drafts, contextOf(turn));
  await saveDrafts(turn, started.state, now);
  const before = [[say('fill-begin', beginning(turn, fillable)), say('fill-hint')].join('\n')];
  if (fillable.some(({ draft }) => Object.keys(draftAnswers(draft)).length > 0))
    before.push(say('fill-carried-on'));
  await keepAndSay(turn, { id: deps.newId(), askedBy: null }, started, before);
}

/** Reports go together; a milestone is confirmed by itself, so that one that is not done holds up nothing else. */
function answeredTogether({ deps }: OfficerTurn, assignments: Assignment[]): Assignment[] {
  const reports = assignments.filter((one) => dutyNamed(deps.catalogue, one).duty.kind === 'report');
  return reports.length > 0 ? reports : assignments.slice(0, 1);
}

/** A text typed while the conversation is open. */
export async function answerReport(
  turn: OfficerTurn,
  dialogue: StoredDialogue,
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
  return { kind: 'answer', slot: state.at, typed };
}

/** A button of this conversation or of one before it. */
export async function tapReport(
  turn: OfficerTurn,
  dialogue: StoredDialogue | undefined,
  tap: Tap,
): Promise<void> {
  if (dialogue?.kind !== reportDialogue) return turn.reply({ text: turn.say('old-button') });
  const state = dialogueStateSchema.parse(dialogue.state);
  await step(turn, dialogue, state, tappedInput(tap, dialogue.id, state, contextOf(turn)));
}

/** "Sửa câu trả lời" under the summary: which one? */
export async function chooseAnswerToEdit(
  turn: OfficerTurn,
  dialogue: StoredDialogue | undefined,
  part: string,
): Promise<void> {
  if (dialogue?.kind !== reportDialogue) return turn.reply({ text: turn.say('old-button') });
  const state = dialogueStateSchema.parse(dialogue.state);
  const { say } = advance(state, { kind: 'resume' }, contextOf(turn));
  const conversation = { id: dialogue.id, assignments: state.assignments };
  const list = editList(turn, conversation, say, part === '' ? undefined : Number(part));
  await turn.reply(list ?? sayDialogue(turn, conversation, say, [turn.say('old-button')]));
}

/** Asks again where the conversation stands: after something else was served, after a pause, on "tiếp tục". */
export async function resumeReport(turn: OfficerTurn, dialogue: StoredDialogue): Promise<void> {
  await step(turn, dialogue, dialogueStateSchema.parse(dialogue.state), { kind: 'resume' });
}

export async function stopReport(turn: OfficerTurn, dialogue: StoredDialogue): Promise<void> {
  await step(turn, dialogue, dialogueStateSchema.parse(dialogue.state), { kind: 'stop' });
}

/** Is it waiting for an answer, or was it put aside? */
export function isOpenReport(dialogue: StoredDialogue): boolean {
  return dialogue.kind === reportDialogue && dialogueStateSchema.parse(dialogue.state).status === 'open';
}

async function step(
  turn: OfficerTurn,
  dialogue: StoredDialogue,
  state: DialogueState,
  input: DialogueInput,
): Promise<void> {
  if (!(await stillMine(turn, state))) return turn.reply({ text: turn.say('fill-already-sent') });
  const outcome = advance(state, input, contextOf(turn));
  const ready = outcome.say.find((item) => item.kind === 'ready-to-submit');
  if (ready) {
    if (dialogue.askedBy) await turn.retire(dialogue.askedBy);
    return submitReports(turn, state.assignments, ready.submissions);
  }
  if (outcome.state !== state) await saveDrafts(turn, outcome.state, turn.now);
  await keepAndSay(turn, dialogue, outcome, []);
}

/** Locked meanwhile: is there anything left to answer, and is it still this person's business? */
async function stillMine(turn: OfficerTurn, state: DialogueState): Promise<boolean> {
  const mine = new Set(unitsReportedFor(turn.officer));
  const locked = await lockAssignments(
    turn.tx,
    state.assignments.map(({ assignmentId }) => assignmentId),
  );
  return locked.some((one) => isOwed(one.state) && mine.has(one.unitId));
}

async function keepAndSay(
  turn: OfficerTurn,
  dialogue: { id: string; askedBy: string | null },
  { state, say }: DialogueResult,
  before: string[],
): Promise<void> {
  const { tx, officer, now } = turn;
  const message = sayDialogue(turn, { id: dialogue.id, assignments: state.assignments }, say, before);
  if (dialogue.askedBy) await turn.retire(dialogue.askedBy);
  const askedBy = await turn.ask(message);
  await putDialogue(tx, {
    ...{ id: dialogue.id, officerId: officer.id, kind: reportDialogue, state, updatedAt: now },
    askedBy: message.choices ? askedBy : null,
  });
}

async function explain(turn: OfficerTurn, dialogue: StoredDialogue, state: DialogueState): Promise<void> {
  const { say } = advance(state, { kind: 'resume' }, contextOf(turn));
  await turn.reply({ text: helpWith(turn, say) });
  await resumeReport(turn, dialogue);
}

async function saveDrafts(turn: OfficerTurn, state: DialogueState, at: Date): Promise<void> {
  const drafts = draftsOf(state, contextOf(turn));
  for (const [assignmentId, answers] of Object.entries(drafts)) {
    await saveDraft(turn.tx, [assignmentId], { by: turn.officer.id, answers, at });
  }
}

function contextOf({ deps, today }: OfficerTurn): DialogueContext {
  return { today, on: deps.catalogue.on, formOf: (id, version) => findForm(deps.catalogue, id, version) };
}

function dialogueAssignment({ deps }: OfficerTurn, one: Assignment): DialogueAssignment {
  const formId = dutyNamed(deps.catalogue, one).duty.form?.id ?? '';
  const form = findForm(deps.catalogue, formId);
  if (!form) throw new Error(`There is no form ${formId} in the directive files.`);
  const { id, directive, duty, period, unitId, unitName, windowFrom, windowTo } = one;
  return {
    ...{ assignmentId: id, directive, duty, period, windowFrom, windowTo },
    unit: { id: unitId, name: unitName },
    formId,
    formVersion: form.version,
  };
}

const draftSchema = answersSchema.catch({});

function draftAnswers(draft: unknown): Answers {
  return draftSchema.parse(draft ?? {});
}

function beginning(
  { deps, language }: OfficerTurn,
  assignments: Assignment[],
): { count: number; titles: string } {
  return { count: assignments.length, titles: titlesOf(deps.catalogue, language, assignments) };
}

async function draftedByOthers(
  turn: OfficerTurn,
  assignments: Assignment[],
): Promise<{ name: string } | undefined> {
  const by = assignments.find(
    (one) => one.state === 'draft' && one.draftBy !== null && one.draftBy !== turn.officer.id,
  )?.draftBy;
  return by ? findOfficer(turn.tx, by) : undefined;
}

async function askToTakeOver(turn: OfficerTurn, assignments: Assignment[], name: string): Promise<void> {
  const { say } = turn;
  const [first] = assignments;
  if (!first) return;
  await turn.reply({
    text: say('fill-take-over-ask', { name }),
    choices: [
      [{ label: say('button-take-over'), data: encodeTap('take-over', first.lastDay, first.unitId) }],
    ],
  });
}

function paperChoices({ say }: OfficerTurn, owed: Assignment[]): Choice[][] {
  return dueGroups(owed).map(({ lastDay, unitId }) => [
    { label: say('button-paper'), data: encodeTap('paper', lastDay, unitId) },
  ]);
}
