import type { Answers } from '#domain/answers/answer-value.ts';
import type { DialogueContext } from '#domain/dialogue.ts';
import { answersFromDrafts } from '#domain/dialogue/drafts.ts';
import { type BegunReport, carriedDraft, type FormChange } from '#domain/dialogue/form-change.ts';
import { type FormSource, planQuestions } from '#domain/dialogue/plan.ts';
import { type DialogueAssignment, type DialogueState, type Slot, summary } from '#domain/dialogue/state.ts';
import type { Question } from '#domain/directives/schema.ts';

export interface Upgraded {
  state: DialogueState;
  changes: FormChange[];
  /** Whether what is asked now is what was asked before, word for word, so that an answer to the one answers the other. */
  asksTheSame: boolean;
}

/**
 * A conversation as it goes on under the forms of now: every answer that is still one is kept, with what is known of it.
 * `prior` is the conversation as it was stored, or undefined where it cannot be read any more.
 */
export function upgradeDialogue(
  prior: DialogueState | undefined,
  reports: readonly BegunReport[],
  context: DialogueContext,
): Upgraded {
  const assignments = reports.map(({ assignment }) => assignment);
  const carried = reports.map((report) => carriedDraft(report, context));
  const drafts = Object.fromEntries(
    assignments.map(({ assignmentId }, index) => [assignmentId, carried[index]?.kept ?? {}]),
  );
  const answers = answersFromDrafts(assignments, drafts, context);
  const slotNow = prior ? slotsNow(prior, assignments, context) : () => undefined;
  const state: DialogueState = {
    version: 2,
    status: prior?.status ?? 'open',
    assignments,
    answers,
    skipped: (prior?.skipped ?? []).flatMap((slot) => slotNow(slot) ?? []),
    at: prior ? (slotNow(prior.at) ?? summary) : summary,
    doubt: null,
    nothing: false,
    sources: bySlotNow(prior?.sources ?? {}, slotNow, answers),
    confirmed: bySlotNow(prior?.confirmed ?? {}, slotNow, answers),
  };
  const changes = carried.flatMap(({ change }) => change ?? []);
  return { state, changes, asksTheSame: prior !== undefined && isAskedAlike(prior, state, context) };
}

/** Where each question of the conversation before is now: the same key of the same report. */
function slotsNow(
  prior: DialogueState,
  assignments: readonly DialogueAssignment[],
  context: FormSource,
): (slot: Slot) => Slot | undefined {
  const now = planQuestions(assignments, context);
  if (!areKnown(prior.assignments, context)) {
    // Without the forms of then, a slot that is called the same has to be the same.
    const slots = new Set([summary, ...now.map(({ slot }) => slot)]);
    return (slot) => (slots.has(slot) ? slot : undefined);
  }
  const then = planQuestions(prior.assignments, context);
  return (slot) => {
    if (slot === summary) return summary;
    const [served] = then.find((instance) => instance.slot === slot)?.serves ?? [];
    return now.find(({ serves }) =>
      serves.some(
        ({ assignmentId, question }) =>
          assignmentId === served?.assignmentId && question.key === served.question.key,
      ),
    )?.slot;
  };
}

function areKnown(assignments: readonly DialogueAssignment[], { formOf }: FormSource): boolean {
  return assignments.every(({ formId, formVersion }) => formOf(formId, formVersion) !== undefined);
}

/** What is known of answers, for those that are kept. */
function bySlotNow<T>(
  known: Readonly<Record<Slot, T>>,
  slotNow: (slot: Slot) => Slot | undefined,
  answers: Answers,
): Record<Slot, T> {
  const moved = Object.entries(known).map(([slot, value]) => [slotNow(slot), value] as const);
  return Object.fromEntries(
    moved.filter((entry): entry is [Slot, T] => entry[0] !== undefined && answers[entry[0]] !== undefined),
  );
}

function isAskedAlike(prior: DialogueState, state: DialogueState, context: FormSource): boolean {
  if (prior.at === summary || prior.doubt || prior.nothing) return false;
  if (!areKnown(prior.assignments, context)) return false;
  const asked = [prior, state].map(({ assignments, at }) => {
    const question = planQuestions(assignments, context).find(({ slot }) => slot === at)?.question;
    return question && wordsOf(question);
  });
  return asked[0] !== undefined && asked[0] === asked[1];
}

/** Everything about a question that an answer to it depends on. */
function wordsOf({ key, type, scope, label, options, parts, min, max, dateRule }: Question): string {
  return JSON.stringify([key, type, scope, label, options, parts, min, max, dateRule]);
}
