import { readAgreement } from '#domain/answers/agreement.ts';
import { answersFromDrafts, type Drafts } from '#domain/dialogue/drafts.ts';
import { withoutContradicted } from '#domain/dialogue/contradicted.ts';
import { howMuchAtLeast } from '#domain/dialogue/how-much.ts';
import { offersOf, type PastAnswers, sayNothing, takeLast } from '#domain/dialogue/last-period.ts';
import { type FormSource, planQuestions, type QuestionInstance } from '#domain/dialogue/plan.ts';
import { type Given, readChosen, readTyped } from '#domain/dialogue/read-answer.ts';
import type { DialogueInput, DialogueSay, OfferSay, StaleReason } from '#domain/dialogue/say.ts';
import { isCounted, standingOf } from '#domain/dialogue/standing.ts';
import { type DialogueAssignment, type DialogueState, type Slot, summary } from '#domain/dialogue/state.ts';
import { asksLeft, submissionsOf, summaryTag, whereItStands } from '#domain/dialogue/where-it-stands.ts';
import type { Day } from '#domain/time.ts';

export interface DialogueContext extends FormSource, PastAnswers {
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
    version: 2,
    status: 'open',
    assignments,
    answers,
    skipped: [],
    at: summary,
    doubt: null,
    nothing: false,
    sources: {},
    confirmed: {},
  };
  const begun = movedOn(state, context);
  return result(begun, context, ...offer(begun, context));
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
      return result(state, context, ...offer(state, context));
    case 'send':
      return send(state, input.seen, context);
    case 'edit':
      return edit(state, input.slot, context);
    case 'take-last':
      return takeOver(state, context);
    case 'nothing':
      return state.at === summary
        ? result(state, context)
        : result({ ...state, nothing: true, doubt: null }, context);
    case 'confirm-nothing':
      return state.nothing
        ? confirmNothing(state, input.agreed, context)
        : stale(state, 'other-question', context);
    case 'back':
      if (state.nothing) return result({ ...state, nothing: false }, context);
      return input.slot === undefined || input.slot === state.at
        ? back(state, context)
        : stale(state, 'other-question', context);
    default:
      return atQuestion(state, input, context);
  }
}

type QuestionInput = Exclude<
  DialogueInput,
  {
    kind:
      | 'outdated'
      | 'stop'
      | 'resume'
      | 'send'
      | 'edit'
      | 'back'
      | 'take-last'
      | 'nothing'
      | 'confirm-nothing';
  }
>;

/** What is only done under the current question. */
function atQuestion(stored: DialogueState, input: QuestionInput, context: DialogueContext): DialogueResult {
  // Under the summary there is nothing to be answered: it is shown again.
  if (input.kind === 'answer' && input.slot === summary && stored.at === summary)
    return result(stored, context);
  const instance = standingOf(stored, context).relevant.find(({ slot }) => slot === input.slot);
  if (!instance || input.slot !== stored.at) return stale(stored, 'other-question', context, input.slot);
  if (stored.nothing && input.kind === 'answer') {
    const agreed = readAgreement(input.typed);
    if (agreed !== undefined) return confirmNothing(stored, agreed, context);
  }
  // Whoever answers the question after all has something to tell.
  const state = stored.nothing ? { ...stored, nothing: false } : stored;
  switch (input.kind) {
    case 'answer': {
      const agreed = state.doubt ? readAgreement(input.typed) : undefined;
      if (agreed !== undefined) return confirm(state, agreed, context);
      return give(state, instance, readTyped(state, instance, input.typed, context), context);
    }
    case 'choose':
      return give(state, instance, readChosen(state, instance, input.value, context), context);
    case 'earlier': {
      if (instance.question.type !== 'yes-no' || !isCounted(instance.question)) return result(state, context);
      const values = [{ slot: input.slot, value: false }];
      return accept(state, { kind: 'given', values, doubts: [] }, context);
    }
    case 'confirm':
      return state.doubt
        ? confirm(state, input.agreed, context)
        : stale(state, 'other-question', context, input.slot);
    case 'pick':
      return pick(state, instance, input.keys, context);
    case 'keep':
      return state.answers[input.slot] === undefined
        ? result(state, context)
        : result(movedOn(state, context), context);
    case 'skip': {
      if (standingOf(state, context).required.has(input.slot))
        return result(state, context, { kind: 'cannot-skip', instance });
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
  read: ReturnType<typeof readTyped>,
  context: DialogueContext,
): DialogueResult {
  if (read.kind === 'refused') {
    const refused = { kind: 'misunderstood', instance, refusal: read.refusal } as const;
    const ways = offer(state, context).filter(({ takeLast, nothing }) => takeLast || nothing);
    return result(state, context, refused, ...ways);
  }
  const { values, doubts } = read;
  return doubts.length > 0
    ? result({ ...state, doubt: { values, doubts } }, context)
    : accept(state, read, context);
}

function confirm(state: DialogueState, agreed: boolean, context: DialogueContext): DialogueResult {
  if (!state.doubt || !agreed) return result({ ...state, doubt: null }, context);
  return accept(state, { kind: 'given', ...state.doubt }, context);
}

function accept(state: DialogueState, { values, doubts }: Given, context: DialogueContext): DialogueResult {
  let next = state;
  for (const { slot, value } of values) {
    const doubt = doubts.find((one) => one.slot === slot)?.doubt;
    const { [slot]: _source, ...sources } = next.sources;
    const { [slot]: _confirmed, ...confirmed } = next.confirmed;
    next = {
      ...next,
      answers: {
        ...withoutContradicted(next, slot, value, planQuestions(next.assignments, context)),
        [slot]: value,
      },
      skipped: next.skipped.filter((passedOver) => passedOver !== slot),
      sources,
      confirmed: doubt ? { ...confirmed, [slot]: doubt } : confirmed,
    };
  }
  const plan = planQuestions(state.assignments, context);
  const echoes = values.flatMap(({ slot, value }): DialogueSay[] => {
    const instance = plan.find((one) => one.slot === slot);
    return instance ? [{ kind: 'echo', instance, value }] : [];
  });
  return result(movedOn(next, context), context, ...echoes);
}

function takeOver(state: DialogueState, context: DialogueContext): DialogueResult {
  const taken = takeLast({ ...state, doubt: null, nothing: false }, context);
  const at = state.at === summary ? taken.state : movedOn(taken.state, context);
  return result(at, context, { kind: 'taken', lines: taken.lines });
}

function confirmNothing(state: DialogueState, agreed: boolean, context: DialogueContext): DialogueResult {
  const before = { ...state, nothing: false };
  if (!agreed) return result(before, context);
  const said = sayNothing(before, context);
  return result(movedOn(said.state, context), context, { kind: 'nothing-recorded' });
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
    const open = asksLeft(standing);
    if (open > 0) return result(state, context, { kind: 'not-complete', open });
    // Whoever types "gửi" while changing an answer has not seen the summary as it is now.
    return result({ ...state, at: summary, doubt: null, nothing: false }, context);
  }
  if (seen !== undefined && seen !== summaryTag(state, standing))
    return stale(state, 'summary-changed', context);
  const submissions = submissionsOf(state, standing);
  return { state: { ...state, status: 'sent' }, say: [{ kind: 'ready-to-submit', submissions }] };
}

function edit(state: DialogueState, slot: Slot, context: DialogueContext): DialogueResult {
  const relevant = standingOf(state, context).relevant.some((instance) => instance.slot === slot);
  if (!relevant) return stale(state, 'other-question', context, slot);
  return result(slot === state.at ? state : { ...state, at: slot, doubt: null, nothing: false }, context);
}

function back(state: DialogueState, context: DialogueContext): DialogueResult {
  const { asks } = standingOf(state, context);
  const index = asks.findIndex((ask) => ask.some(({ slot }) => slot === state.at));
  const before = asks[(index < 0 ? asks.length : index) - 1]?.[0];
  return result(before ? { ...state, at: before.slot, doubt: null, nothing: false } : state, context);
}

/** To the first open question, which is the one just answered if it breaks a rule; else to the summary. */
function movedOn(state: DialogueState, context: DialogueContext): DialogueState {
  return { ...state, at: standingOf(state, context).open[0]?.slot ?? summary, doubt: null, nothing: false };
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
  return { state, say: [...before, ...whereItStands(state, standingOf(state, context), context)] };
}

/** While nothing is answered: how much there is to be done, and what would make it less. */
function offer(state: DialogueState, context: DialogueContext): OfferSay[] {
  const isUntouched = Object.keys(state.answers).length === 0 && state.skipped.length === 0;
  if (state.status !== 'open' || state.at === summary || state.nothing || state.doubt || !isUntouched)
    return [];
  const { asks, alone } = howMuchAtLeast(state.assignments, context);
  const offers = offersOf(state, context);
  if (!offers.takeLast && !offers.nothing && asks === alone) return [];
  return [{ kind: 'offer', reports: state.assignments.length, asks, alone, ...offers }];
}
