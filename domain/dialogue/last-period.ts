import { checkAnswer } from '#domain/answer.ts';
import type { Answers, AnswerValue } from '#domain/answers/answer-value.ts';
import { type FormSource, planQuestions, type QuestionInstance } from '#domain/dialogue/plan.ts';
import type { TakenLine } from '#domain/dialogue/say.ts';
import { standingOf } from '#domain/dialogue/standing.ts';
import type { AnswerSource, DialogueState, Slot } from '#domain/dialogue/state.ts';
import type { Day } from '#domain/time.ts';

/** What was reported for the period before, by assignment of this one and question key. */
export interface PastAnswers {
  past: Readonly<Record<string, Answers>>;
  today: Day;
}

/** The last period's answer to a question: that of the first of its reports which has one. */
export function lastAnswer(
  { serves }: Pick<QuestionInstance, 'serves'>,
  { past }: Pick<PastAnswers, 'past'>,
): AnswerValue | undefined {
  return serves
    .map(({ assignmentId, question }) => past[assignmentId]?.[question.key])
    .find((value) => value !== undefined);
}

/**
 * Takes over how things stood in the last period, where that is still an answer and none has been given; what happened
 * since is never taken over. One question may open the next, so it goes on until nothing more is found.
 */
export function takeLast(
  state: DialogueState,
  context: FormSource & PastAnswers,
): { state: DialogueState; lines: TakenLine[] } {
  return fill(state, context, (instance) =>
    instance.question.scope === 'stock' ? valueFrom('last-period', lastAnswer(instance, context)) : undefined,
  );
}

/** Nothing happened: as `takeLast`, and what happened is what the form says that nothing comes to. */
export function sayNothing(
  state: DialogueState,
  context: FormSource & PastAnswers,
): { state: DialogueState; lines: TakenLine[] } {
  const filled = fill(state, context, (instance) =>
    instance.question.scope === 'stock'
      ? valueFrom('last-period', lastAnswer(instance, context))
      : valueFrom('nothing', instance.question.whenNothing),
  );
  return { ...filled, state: { ...filled.state, skipped: withoutOptional(filled.state, context) } };
}

/** What "Không phát sinh" would record, to be confirmed. */
export function linesOfNothing(state: DialogueState, context: FormSource & PastAnswers): TakenLine[] {
  return sayNothing(state, context).lines;
}

/** Is there anything to take over, and does any question have an answer for "nothing"? */
export function offersOf(
  state: DialogueState,
  context: FormSource & PastAnswers,
): { takeLast: boolean; nothing: boolean } {
  const { relevant } = standingOf(state, context);
  return {
    takeLast: relevant.some((instance) => {
      const last = instance.question.scope === 'stock' ? lastAnswer(instance, context) : undefined;
      return (
        last !== undefined && state.answers[instance.slot] === undefined && isAnswer(instance, last, context)
      );
    }),
    nothing: relevant.some(({ question }) => question.whenNothing !== undefined),
  };
}

type Find = (instance: QuestionInstance) => { value: AnswerValue; from: AnswerSource } | undefined;

function valueFrom(from: AnswerSource, value: AnswerValue | undefined) {
  return value === undefined ? undefined : { value, from };
}

function fill(
  begun: DialogueState,
  context: FormSource & PastAnswers,
  find: Find,
): { state: DialogueState; lines: TakenLine[] } {
  let state = begun;
  const lines: TakenLine[] = [];
  const tried = new Set<Slot>();
  for (;;) {
    // One answer opens the next questions: all that are open are filled, then those that this has opened.
    const open = standingOf(state, context).open.filter(
      ({ slot }) => !tried.has(slot) && state.answers[slot] === undefined,
    );
    if (open.length === 0) return { state, lines: inOrderOfAsking(lines, state, context) };
    const found = open.flatMap((instance) => {
      tried.add(instance.slot);
      const value = find(instance);
      return value && isAnswer(instance, value.value, context) ? [{ instance, ...value }] : [];
    });
    const entries = found.map(({ instance, value, from }) => ({ slot: instance.slot, value, from }));
    state = {
      ...state,
      answers: { ...state.answers, ...Object.fromEntries(entries.map(({ slot, value }) => [slot, value])) },
      sources: { ...state.sources, ...Object.fromEntries(entries.map(({ slot, from }) => [slot, from])) },
    };
    lines.push(...found);
  }
}

function inOrderOfAsking(lines: TakenLine[], state: DialogueState, context: FormSource): TakenLine[] {
  const slots = planQuestions(state.assignments, context).map(({ slot }) => slot);
  const place = new Map(slots.map((slot, index) => [slot, index]));
  return lines.toSorted((a, b) => (place.get(a.instance.slot) ?? 0) - (place.get(b.instance.slot) ?? 0));
}

function isAnswer(
  { question, windowFrom, windowTo }: QuestionInstance,
  value: AnswerValue,
  { today }: { today: Day },
): boolean {
  return checkAnswer(question, value, { today, windowFrom, windowTo }).kind === 'understood';
}

/** Where nothing happened there is nothing more to tell either. */
function withoutOptional(state: DialogueState, context: FormSource): Slot[] {
  const { open, required } = standingOf(state, context);
  const passedOver = open.map(({ slot }) => slot).filter((slot) => !required.has(slot));
  return [...new Set([...state.skipped, ...passedOver])];
}
