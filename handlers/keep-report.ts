import { type Catalogue, findForm } from '#domain/catalogue.ts';
import type { DialogueContext, DialogueResult } from '#domain/dialogue.ts';
import { draftsOf } from '#domain/dialogue/drafts.ts';
import { formOfAssignment, type FormSource } from '#domain/dialogue/plan.ts';
import type { DialogueAssignment, DialogueState } from '#domain/dialogue/state.ts';
import { type Assignment, saveDraft } from '#storage/queries/assignments.ts';
import { putDialogue } from '#storage/queries/dialogues.ts';
import { pastAnswersOf } from '#storage/queries/past-answers.ts';
import { draftAnswers } from '#handlers/begun-report.ts';
import { figuresKnown } from '#handlers/known-figures.ts';
import { sayDialogue } from '#handlers/report-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** The kind under which the guided conversation is stored. */
export const reportDialogue = 'report';

/** What the engine needs besides the state: the forms, and what these reports said for the period before. */
export async function contextOf(
  { tx, deps, today }: OfficerTurn,
  assignments: readonly DialogueAssignment[],
): Promise<DialogueContext> {
  return {
    today,
    ...formsIn(deps.catalogue),
    past: await pastAnswersOf(
      tx,
      assignments.map(({ assignmentId }) => assignmentId),
    ),
  };
}

/** The forms, in every version, and which directives ask. */
export function formsIn(catalogue: Catalogue): FormSource {
  return { on: catalogue.on, formOf: (id, version) => findForm(catalogue, id, version) };
}

/**
 * Leaves the answers with their reports, as the draft of this officer; `reports`: those that are still theirs to fill in.
 * What a draft holds besides, of questions that are not asked at present, stays in it.
 */
export async function saveDrafts(
  turn: OfficerTurn,
  state: DialogueState,
  reports: readonly Assignment[],
): Promise<void> {
  const { tx, officer, now, deps } = turn;
  const source = formsIn(deps.catalogue);
  const drafts = draftsOf(state, source);
  for (const assignment of state.assignments) {
    const report = reports.find(({ id }) => id === assignment.assignmentId);
    if (!report) continue;
    const asked = new Set(formOfAssignment(assignment, source).questions.map(({ key }) => key));
    const besides = Object.entries(draftAnswers(report)).filter(([key]) => !asked.has(key));
    const answers = { ...Object.fromEntries(besides), ...drafts[report.id] };
    const form = { id: assignment.formId, version: assignment.formVersion };
    await saveDraft(tx, report.id, { by: officer.id, answers, form, at: now });
  }
}

/** Stores where the conversation stands, says so, and takes the buttons away from what was asked before. */
export async function keepAndSay(
  turn: OfficerTurn,
  dialogue: { id: string; askedBy: string | null },
  { state, say }: DialogueResult,
  before: string[],
): Promise<void> {
  const { tx, officer, now } = turn;
  const conversation = { id: dialogue.id, assignments: state.assignments };
  const message = sayDialogue(turn, conversation, say, before, await figuresKnown(turn, say));
  if (dialogue.askedBy) await turn.retire(dialogue.askedBy);
  const askedBy = await turn.ask(message);
  await putDialogue(tx, {
    ...{ id: dialogue.id, officerId: officer.id, kind: reportDialogue, state, updatedAt: now },
    askedBy: message.choices ? askedBy : null,
  });
}
