import { checkAnswer, parseAnswer } from '#domain/answer.ts';
import type { AnswerValue } from '#domain/answers/answer-value.ts';
import type { ParsedAnswer } from '#domain/answers/outcome.ts';
import { readYesNo } from '#domain/answers/yes-no.ts';
import { answersFromDrafts, type Drafts } from '#domain/dialogue/drafts.ts';
import type { FormSource, QuestionInstance } from '#domain/dialogue/plan.ts';
import type { DialogueInput, DialogueSay, StaleReason } from '#domain/dialogue/say.ts';
import { standingOf } from '#domain/dialogue/standing.ts';
import { type DialogueAssignment, type DialogueState, type Slot, summary } from '#domain/dialogue/state.ts';
import { submissionsOf, summaryTag, whereItStands } from '#domain/dialogue/where-it-stands.ts';
import type { Day } from '#domain/time.ts';

export interface DialogueContext extends FormSource {
  today: Day;
}

export interface DialogueResult {
  state: DialogueState;
  say: DialogueSay[];
}

/**
 * Begins a guided conversation over one or several reports of one person, from what their drafts hold already, and
 * asks the first open question (or shows the summary when there is none).
 */
export function startDialogue(
  assignments: DialogueAssignment[],
  drafts: Drafts,
  context: DialogueContext,
): DialogueResult {
  const answers = answersFromDrafts(assignments, drafts, context);
  const state: DialogueState = {
    version: 1,
    status: 'open',
    assignments,
    answers,
    skipped: [],
    at: summary,
    doubt: null,
  };
  return result(movedOn(state, context), context);
}

/**
 * One step: what the person did, to the next state and what is to be said. Nothing that was done under another
 * question than the current one changes anything; it is answered with `stale` and the current question again.
 */
export function advance(
  stored: DialogueState,
  input: DialogueInput,
  context: DialogueContext,
): DialogueResult {
  if (stored.status === 'sent') return stale(stored, 'sent', context);
  if (stored.status === 'stopped') {
    if (input.kind === 'resume') return result(settled({ ...stored, status: 'open' }, context), context);
    return input.kind === 'stop' ? result(stored, context) : stale(stored, 'stopped', context);
  }
  const state = settled(stored, context);
  switch (input.kind) {
    case 'outdated':
      return stale(state, 'other-dialogue', context);
    case 'stop':
      return result({ ...state, status: 'stopped' }, context);
    case 'resume':
      return result(state, context);
    case 'send':
      return send(state, input.seen, context);
    case 'edit':
      return edit(state, input.slot, context);
    case 'back':
      return input.slot === undefined || input.slot === state.at
        ? back(state, context)
        : stale(state, 'other-question', context);
    default:
      return atQuestion(state, input, context);
  }
}

type QuestionInput = Exclude<
  DialogueInput,
  { kind: 'outdated' | 'stop' | 'resume' | 'send' | 'edit' | 'back' }
>;

/** What is only done under the current question. */
function atQuestion(state: DialogueState, input: QuestionInput, context: DialogueContext): DialogueResult {
  // Under the summary there is nothing to be answered: it is shown again.
  if (input.kind === 'answer' && input.slot === summary && state.at === summary)
    return result(state, context);
  const standing = standingOf(state, context);
  const instance = standing.relevant.find(({ slot }) => slot === input.slot);
  if (!instance || input.slot !== state.at) return stale(state, 'other-question', context, input.slot);
  const read = { today: context.today, windowFrom: instance.windowFrom, windowTo: instance.windowTo };
  switch (input.kind) {
    case 'answer': {
      const agreed = state.doubt ? readYesNo(input.typed) : undefined;
      if (agreed !== undefined) return confirm(state, instance, agreed, context);
      return give(state, instance, parseAnswer(instance.question, input.typed, read), context);
    }
    case 'choose':
      return give(state, instance, checkAnswer(instance.question, input.value, read), context);
    case 'confirm':
      return state.doubt
        ? confirm(state, instance, input.agreed, context)
        : stale(state, 'other-question', context, input.slot);
    case 'pick':
      return pick(state, instance, input.keys, context);
    case 'keep':
      return state.answers[input.slot] === undefined
        ? result(state, context)
        : result(movedOn(state, context), context);
    case 'skip': {
      if (standing.required.has(input.slot)) return result(state, context, { kind: 'cannot-skip', instance });
      const { [input.slot]: _passedOver, ...answers } = state.answers;
      const skipped = [...state.skipped.filter((slot) => slot !== input.slot), input.slot];
      const next = movedOn({ ...state, answers, skipped }, context);
      return result(next, context, { kind: 'skipped', instance });
    }
  }
}

function give(
  state: DialogueState,
  instance: QuestionInstance,
  parsed: ParsedAnswer,
  context: DialogueContext,
): DialogueResult {
  switch (parsed.kind) {
    case 'understood':
      return accept(state, instance, parsed.value, context);
    case 'doubtful':
      return result({ ...state, doubt: { value: parsed.value, doubt: parsed.doubt } }, context);
    default:
      return result(state, context, { kind: 'misunderstood', instance, refusal: parsed });
  }
}

function confirm(
  state: DialogueState,
  instance: QuestionInstance,
  agreed: boolean,
  context: DialogueContext,
): DialogueResult {
  if (state.doubt && agreed) return accept(state, instance, state.doubt.value, context);
  return result({ ...state, doubt: null }, context);
}

function accept(
  state: DialogueState,
  instance: QuestionInstance,
  value: AnswerValue,
  context: DialogueContext,
): DialogueResult {
  const answers = { ...state.answers, [instance.slot]: value };
  const skipped = state.skipped.filter((slot) => slot !== instance.slot);
  const next = movedOn({ ...state, answers, skipped }, context);
  return result(next, context, { kind: 'echo', instance, value });
}

/** The marks live in the buttons: what is picked is shown again with the question, and the state stays as it is. */
function pick(
  state: DialogueState,
  { question }: QuestionInstance,
  keys: string[],
  context: DialogueContext,
): DialogueResult {
  const picked = (question.options ?? []).map(({ key }) => key).filter((key) => keys.includes(key));
  const { say } = result(state, context);
  return { state, say: say.map((item) => (item.kind === 'question' ? { ...item, picked } : item)) };
}

function send(state: DialogueState, seen: string | undefined, context: DialogueContext): DialogueResult {
  const standing = standingOf(state, context);
  if (state.at !== summary) {
    if (seen !== undefined) return stale(state, 'other-question', context);
    const open = standing.open.length;
    if (open > 0) return result(state, context, { kind: 'not-complete', open });
    // Whoever types "gửi" while changing an answer has not seen the summary as it is now.
    return result({ ...state, at: summary, doubt: null }, context);
  }
  if (seen !== undefined && seen !== summaryTag(standing)) return stale(state, 'summary-changed', context);
  const submissions = submissionsOf(standing);
  return { state: { ...state, status: 'sent' }, say: [{ kind: 'ready-to-submit', submissions }] };
}

function edit(state: DialogueState, slot: Slot, context: DialogueContext): DialogueResult {
  const relevant = standingOf(state, context).relevant.some((instance) => instance.slot === slot);
  if (!relevant) return stale(state, 'other-question', context, slot);
  return result(slot === state.at ? state : { ...state, at: slot, doubt: null }, context);
}

function back(state: DialogueState, context: DialogueContext): DialogueResult {
  const { relevant } = standingOf(state, context);
  const index = relevant.findIndex(({ slot }) => slot === state.at);
  const before = relevant[(index < 0 ? relevant.length : index) - 1];
  return result(before ? { ...state, at: before.slot, doubt: null } : state, context);
}

/** To the first open question, which is the one just answered if it breaks a rule; else to the summary. */
function movedOn(state: DialogueState, context: DialogueContext): DialogueState {
  return { ...state, at: standingOf(state, context).open[0]?.slot ?? summary, doubt: null };
}

/** A directive may have been switched on or off since the state was stored, so that `at` is nothing to ask now. */
function settled(state: DialogueState, context: DialogueContext): DialogueState {
  const { relevant, open } = standingOf(state, context);
  const stands = state.at === summary ? open.length === 0 : relevant.some(({ slot }) => slot === state.at);
  return stands ? state : movedOn(state, context);
}

function stale(
  state: DialogueState,
  why: StaleReason,
  context: DialogueContext,
  slot?: Slot,
): DialogueResult {
  const recorded = slot === undefined ? undefined : state.answers[slot];
  return result(state, context, { kind: 'stale', why, ...(recorded === undefined ? {} : { recorded }) });
}

function result(state: DialogueState, context: DialogueContext, ...before: DialogueSay[]): DialogueResult {
  return { state, say: [...before, ...whereItStands(state, standingOf(state, context))] };
}
