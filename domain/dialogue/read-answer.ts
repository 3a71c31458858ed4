import { checkAnswer, parseAnswer } from '#domain/answer.ts';
import type { AnswerValue } from '#domain/answers/answer-value.ts';
import { clausesOf, withoutVagueness } from '#domain/answers/clauses.ts';
import { expectedOf } from '#domain/answers/expected.ts';
import { saysWhat } from '#domain/answers/says-what.ts';
import type { AnswerContext, Doubt, ParsedAnswer, Refusal } from '#domain/answers/outcome.ts';
import { lastAnswer, type PastAnswers } from '#domain/dialogue/last-period.ts';
import { isInside } from '#domain/dialogue/carried.ts';
import { type FormSource, planQuestions, type QuestionInstance } from '#domain/dialogue/plan.ts';
import { unlikeLast } from '#domain/dialogue/plausible.ts';
import { isCounted, type Standing, standingOf } from '#domain/dialogue/standing.ts';
import type { DialogueState, Slot } from '#domain/dialogue/state.ts';
import { askedTogether } from '#domain/dialogue/where-it-stands.ts';
import type { Question } from '#domain/directives/schema.ts';

/** Answers that one message gives, in the order of asking, and what of them looks wrong. */
export interface Given {
  kind: 'given';
  values: { slot: Slot; value: AnswerValue }[];
  doubts: { slot: Slot; doubt: Doubt }[];
}

type ReadAnswer = Given | { kind: 'refused'; refusal: Refusal };
type Context = FormSource & PastAnswers;

/**
 * What a text says under a question: its answer; one for each window where the same is counted over several; or its
 * answer and those to what follows from it ("có, 5/12, đạt"). All of it is understood, or none is taken.
 */
export function readTyped(
  state: DialogueState,
  instance: QuestionInstance,
  typed: string,
  context: Context,
): ReadAnswer {
  const alone = readOne(state, instance, typed, context);
  if (alone.kind === 'given' || !mayHoldSeveral(instance.question, alone.refusal)) return alone;
  return readSeveral(state, instance, typed, context) ?? alone;
}

/** A value from a button. None of something that is counted over several windows is none in any of them. */
export function readChosen(
  state: DialogueState,
  instance: QuestionInstance,
  value: AnswerValue,
  context: Context,
): ReadAnswer {
  const together = askedTogether(state, standingOf(state, context), instance);
  if (isNone(value) && together.length > 1) return noneIn(state, together, context);
  const parsed = checkAnswer(instance.question, value, readingOf(instance, context));
  return judged(state, instance, parsed, context);
}

function readOne(
  state: DialogueState,
  instance: QuestionInstance,
  typed: string,
  context: Context,
): ReadAnswer {
  const standing = standingOf(state, context);
  const together = askedTogether(state, standing, instance);
  const areCounts = together.length > 1 && instance.question.type === 'integer';
  const several = areCounts ? readTogether(state, together, typed, context) : undefined;
  if (several?.kind === 'given') return several;
  const again = readAgain(state, standing, instance, typed, context);
  const read = again ?? several;
  if (read) return read;
  const partsTotal = totalOfParts(state, instance, context);
  const reading = { ...readingOf(instance, context), partsTotal };
  const parsed = parseAnswer(instance.question, typed, reading);
  if (parsed.kind === 'understood' && isNone(parsed.value) && together.length > 1) {
    return noneIn(state, together, context);
  }
  if (parsed.kind !== 'misunderstood' || !isFigure(instance.question)) {
    return judged(state, instance, parsed, context);
  }
  const exact = withoutVagueness(typed);
  const meant =
    exact === undefined ? parsed : parseAnswer(instance.question, exact, readingOf(instance, context));
  if (meant.kind !== 'understood') return judged(state, instance, parsed, context);
  const { slot } = instance;
  const values = [{ slot, value: meant.value }];
  return { kind: 'given', values, doubts: [{ slot, doubt: { reason: 'approximate' } }] };
}

/** "0 1 3" for the month, the quarter and the year; undefined where it is one number, or no numbers at all. */
function readTogether(
  state: DialogueState,
  together: readonly QuestionInstance[],
  typed: string,
  context: Context,
): ReadAnswer | undefined {
  const [first] = together;
  if (!first) return undefined;
  const parts = together.map(({ slot }) => ({ key: slot, label: first.question.shortLabel }));
  const example = together.map((_, index) => index).join(' ');
  const group: Question = { ...first.question, type: 'numbers', parts, example };
  const parsed = parseAnswer(group, typed, readingOf(first, context));
  if (parsed.kind === 'misunderstood') return undefined;
  if (parsed.kind === 'wrong-count' && parsed.given === 1) return undefined;
  if (parsed.kind !== 'understood') return { kind: 'refused', refusal: parsed as Refusal };
  const read = givenTo(state, together, parsed.value as number[], context);
  if (read.kind === 'given') return read;
  return {
    kind: 'refused',
    refusal: { ...read.refusal, expected: expectedOf(group, readingOf(first, context)) },
  };
}

/** One of them is asked again, or only some are left: whoever gives a figure for every window means all of them anew. */
function readAgain(
  state: DialogueState,
  { asks }: Standing,
  { slot, question }: QuestionInstance,
  typed: string,
  context: Context,
): Given | undefined {
  const all = asks.find((ask) => ask.some((one) => one.slot === slot)) ?? [];
  if (all.length < 2 || question.type !== 'integer' || !isCounted(question)) return undefined;
  const read = readTogether(state, all, typed, context);
  return read?.kind === 'given' ? read : undefined;
}

function isNone(value: AnswerValue): boolean {
  return value === 0 || value === false;
}

/** "Không": in none of the windows. */
function noneIn(state: DialogueState, together: readonly QuestionInstance[], context: Context): ReadAnswer {
  const none = together.map(({ question }) => (question.type === 'integer' ? 0 : false));
  return givenTo(state, together, none, context);
}

/** Each value to its window; what happened in a window happened in every one around it. */
function givenTo(
  state: DialogueState,
  together: readonly QuestionInstance[],
  figures: readonly AnswerValue[],
  context: Context,
): ReadAnswer {
  const all: Given = { kind: 'given', values: [], doubts: [] };
  for (const [index, instance] of together.entries()) {
    const value = figures[index] ?? 0;
    const parsed = checkAnswer(instance.question, value, readingOf(instance, context));
    const read = judged(withAnswers(state, all), instance, parsed, context);
    if (read.kind === 'refused') return read;
    all.values.push(...read.values);
    all.doubts.push(...read.doubts);
  }
  return all;
}

/** The largest figure of a window inside this one. */
function leastOf(state: DialogueState, instance: QuestionInstance, context: Context): number {
  const inside = planQuestions(state.assignments, context).filter((other) => isInside(other, instance));
  return Math.max(0, ...inside.map(({ slot }) => Number(state.answers[slot] ?? 0)));
}

function judged(
  state: DialogueState,
  instance: QuestionInstance,
  parsed: ParsedAnswer,
  context: Context,
): ReadAnswer {
  const { slot, question } = instance;
  switch (parsed.kind) {
    case 'understood': {
      const { value } = parsed;
      const narrower =
        isCounted(question) && typeof value === 'number' ? leastOf(state, instance, context) : 0;
      if (Number(value) < narrower) {
        const expected = expectedOf(question, readingOf(instance, context));
        const refusal = { kind: 'wider-is-less', narrower, wider: Number(value), expected } as const;
        return { kind: 'refused', refusal };
      }
      const doubt = unlikeLast(question, value, lastAnswer(instance, context));
      const isNew =
        doubt !== undefined && (state.confirmed[slot] === undefined || state.answers[slot] !== value);
      return { kind: 'given', values: [{ slot, value }], doubts: isNew ? [{ slot, doubt }] : [] };
    }
    case 'doubtful':
      return {
        kind: 'given',
        values: [{ slot, value: parsed.value }],
        doubts: [{ slot, doubt: parsed.doubt }],
      };
    default:
      return { kind: 'refused', refusal: parsed };
  }
}

/** A text is one answer, whatever is in it; and what can be read in two ways is not made a third. */
function mayHoldSeveral({ type }: Question, { kind }: Refusal): boolean {
  return type !== 'text' && (kind === 'misunderstood' || kind === 'wrong-count');
}

/** The first piece answers the question, each further one something that follows from it. */
function readSeveral(
  begun: DialogueState,
  instance: QuestionInstance,
  typed: string,
  context: Context,
): Given | undefined {
  const [first, ...rest] = clausesOf(typed);
  if (first === undefined || rest.length === 0) return undefined;
  const head = readOne(begun, instance, first, context);
  if (head.kind !== 'given') return undefined;
  const all: Given = { kind: 'given', values: [...head.values], doubts: [...head.doubts] };
  let state = withAnswers(begun, all);
  const answered = new Set(gatesOf(instance.question));
  for (const [index, piece] of rest.entries()) {
    const found = readFollowing(state, answered, piece, rest.slice(index).join(', '), context);
    if (!found) return undefined;
    all.values.push(...found.given.values);
    all.doubts.push(...found.given.doubts);
    for (const gate of gatesOf(found.instance.question)) answered.add(gate);
    state = withAnswers(state, found.given);
    if (found.instance.question.type === 'text') break;
  }
  return all;
}

/** What follows from a question: whatever depends on its answer, or with it on that of an earlier one ("đã sao lưu"). */
function gatesOf({ key, relevant = [] }: Question): string[] {
  return [key, ...relevant.map((condition) => condition.question)];
}

/** The first open question that depends on one just answered and that the piece answers; a text takes all that is left. */
function readFollowing(
  state: DialogueState,
  answered: ReadonlySet<string>,
  piece: string,
  allThatIsLeft: string,
  context: Context,
): { instance: QuestionInstance; given: Given } | undefined {
  const following = standingOf(state, context).open.filter(
    ({ slot, question }) =>
      state.answers[slot] === undefined &&
      (question.relevant ?? []).some((condition) => answered.has(condition.question)),
  );
  for (const instance of following) {
    const { type } = instance.question;
    // "12, 5" may be a slip for 12.5: a further figure says what it counts.
    if (isFigure(instance.question) && !saysWhat(instance.question, piece)) continue;
    const given = readOne(state, instance, type === 'text' ? allThatIsLeft : piece, context);
    if (given.kind === 'given') return { instance, given };
  }
  return undefined;
}

function isFigure({ type }: Question): boolean {
  return type === 'integer' || type === 'decimal' || type === 'percent';
}

/** What a group of numbers has to add up to, where the form has a rule and the other question its answer. */
function totalOfParts(
  state: DialogueState,
  { question, serves }: QuestionInstance,
  context: Context,
): number | undefined {
  if (question.type !== 'numbers') return undefined;
  for (const { form, draft, assignment } of standingOf(state, context).reports) {
    if (!serves.some(({ assignmentId }) => assignmentId === assignment.assignmentId)) continue;
    const rule = form.rules.find((one) => one.rule === 'parts-add-up-to' && one.question === question.key);
    const total = rule?.rule === 'parts-add-up-to' ? draft[rule.other] : undefined;
    if (typeof total === 'number') return total;
  }
  return undefined;
}

function withAnswers(state: DialogueState, { values }: Pick<Given, 'values'>): DialogueState {
  const added = Object.fromEntries(values.map(({ slot, value }) => [slot, value]));
  return { ...state, answers: { ...state.answers, ...added } };
}

function readingOf(
  { windowFrom, windowTo }: Pick<QuestionInstance, 'windowFrom' | 'windowTo'>,
  { today }: { today: string },
): AnswerContext {
  return { today, windowFrom, windowTo };
}
