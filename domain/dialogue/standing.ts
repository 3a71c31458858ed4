import type { Answers, AnswerValue } from '#domain/answers/answer-value.ts';
import { type Carried, carriedAnswers, isInside } from '#domain/dialogue/carried.ts';
import {
  formOfAssignment,
  type FormSource,
  planQuestions,
  type QuestionInstance,
} from '#domain/dialogue/plan.ts';
import type { DialogueAssignment, DialogueState, Slot } from '#domain/dialogue/state.ts';
import type { Form, FormRule, Question } from '#domain/directives/schema.ts';
import { brokenRules, otherQuestionOf, relevantQuestions } from '#domain/form.ts';

/** What a state comes to: derived from it and the forms each time, never stored. */
export interface Standing {
  /** The questions that are to be answered given the answers so far, in order. */
  relevant: QuestionInstance[];
  /** Slots of the relevant ones that cannot be passed over. */
  required: Set<Slot>;
  broken: BrokenRule[];
  /** The relevant ones that still want an answer, or another one than they have. */
  open: QuestionInstance[];
  /** Answered by the same question over a narrower window. */
  carried: ReadonlyMap<Slot, Carried>;
  /** What a person is asked, message by message: the relevant ones less those carried, the same over several windows together. */
  asks: QuestionInstance[][];
  reports: Report[];
}

/** One assignment's side of the dialogue. */
export interface Report {
  assignment: DialogueAssignment;
  form: Form;
  /** All answers by question key, also those that are not relevant now, and those carried over from a narrower window. */
  draft: Answers;
  /** Without those. */
  given: Answers;
  instances: Map<string, QuestionInstance>;
}

/** `later` comes after `other` in the order of asking, or is the same; it is the one to be looked at again. */
interface BrokenRule {
  rule: FormRule;
  later: QuestionInstance;
  other: QuestionInstance;
}

/** One step of a conversation asks for the same standing up to six times, which over forty units took most of its time. */
export function standingOf(state: Standpoint, source: FormSource): Standing {
  const known = latest.get(state.answers);
  const { assignments, skipped } = state;
  const isSame =
    known?.assignments === assignments && known.skipped === skipped && known.formOf === source.formOf;
  if (known && isSame) return known.standing;
  const standing = derive(state, source);
  latest.set(state.answers, { assignments, skipped, formOf: source.formOf, standing });
  return standing;
}

type Standpoint = Pick<DialogueState, 'assignments' | 'answers' | 'skipped'>;

/** States are never changed, only replaced: what was derived from one stays true as long as it is there. */
const latest = new WeakMap<
  DialogueState['answers'],
  Pick<Standpoint, 'assignments' | 'skipped'> & Pick<FormSource, 'formOf'> & { standing: Standing }
>();

function derive(state: Standpoint, source: FormSource): Standing {
  const plan = planQuestions(state.assignments, source);
  const outlines = outlinesOf(state.assignments, plan, source);
  const served = outlinesBySlot(outlines);
  const carried = carriedAnswers(plan, state.answers, {
    isRelevant: (slot, known) =>
      (served.get(slot) ?? []).some(({ outline, key }) => asksFor(outline, key, known)),
    isPassedOver: (slot) => state.answers[slot] === undefined && state.skipped.includes(slot),
  });
  const known: Record<Slot, AnswerValue> = { ...state.answers };
  for (const [slot, { value }] of carried) if (value !== undefined) known[slot] = value;
  const reports = outlines.map((outline) => ({
    ...outline,
    draft: byKey(outline, known),
    given: byKey(outline, state.answers),
  }));

  const asked = reports.flatMap(({ form, draft, instances }) =>
    relevantQuestions(form, draft).map((question) => ({ question, slot: instances.get(question.key)?.slot })),
  );
  const slots = new Set(asked.map(({ slot }) => slot));
  const required = new Set(asked.flatMap(({ question, slot }) => (question.required && slot ? [slot] : [])));
  const relevant = plan.filter(({ slot }) => slots.has(slot));
  const broken = brokenOf(reports, plan);
  const asks = asksOf(relevant, carried);
  const inOrder = [...asks.flat(), ...relevant.filter(({ slot }) => carried.has(slot))];
  const open = inOrder.filter(({ slot }) => {
    if (broken.some(({ later }) => later.slot === slot)) return true;
    const passedOver = state.skipped.includes(slot) && !required.has(slot);
    return state.answers[slot] === undefined && !passedOver && !carried.has(slot);
  });
  return { relevant, required, broken, open, carried, asks, reports };
}

type Outline = Pick<Report, 'assignment' | 'form' | 'instances'>;

function outlinesOf(
  assignments: readonly DialogueAssignment[],
  plan: readonly QuestionInstance[],
  source: FormSource,
): Outline[] {
  const instances = new Map(
    assignments.map(({ assignmentId }) => [assignmentId, new Map<string, QuestionInstance>()]),
  );
  for (const instance of plan) {
    for (const { assignmentId, question } of instance.serves) {
      instances.get(assignmentId)?.set(question.key, instance);
    }
  }
  return assignments.map((assignment) => ({
    assignment,
    form: formOfAssignment(assignment, source),
    instances: instances.get(assignment.assignmentId) ?? new Map<string, QuestionInstance>(),
  }));
}

/** Which reports ask for a slot, and under which key. */
function outlinesBySlot(outlines: readonly Outline[]): Map<Slot, { outline: Outline; key: string }[]> {
  const bySlot = new Map<Slot, { outline: Outline; key: string }[]>();
  for (const outline of outlines) {
    for (const [key, { slot }] of outline.instances) {
      bySlot.set(slot, [...(bySlot.get(slot) ?? []), { outline, key }]);
    }
  }
  return bySlot;
}

function byKey({ instances }: Outline, answers: Answers): Record<string, AnswerValue> {
  return Object.fromEntries(
    [...instances].flatMap(([key, { slot }]) => {
      const answer = answers[slot];
      return answer === undefined ? [] : [[key, answer] as const];
    }),
  );
}

function asksFor(outline: Outline, key: string, known: Answers): boolean {
  return relevantQuestions(outline.form, byKey(outline, known)).some((question) => question.key === key);
}

/** The same over several windows is asked in one message, where the first of them stands. */
function asksOf(
  relevant: readonly QuestionInstance[],
  carried: ReadonlyMap<Slot, Carried>,
): QuestionInstance[][] {
  const asks: QuestionInstance[][] = [];
  const byFamily = new Map<string, QuestionInstance[][]>();
  for (const instance of relevant) {
    if (carried.has(instance.slot)) continue;
    const alike = byFamily.get(instance.family) ?? [];
    const together = alike.find(([first]) => first !== undefined && isOneAsk(first, instance));
    if (together) together.push(instance);
    else {
      const ask = [instance];
      asks.push(ask);
      byFamily.set(instance.family, [...alike, ask]);
    }
  }
  return asks;
}

/** What is counted over both, and what is the same for both whatever it is. */
function isOneAsk(narrower: QuestionInstance, wider: QuestionInstance): boolean {
  const isSame = narrower.question.carries?.when === 'always';
  return (isSame || isCounted(narrower.question)) && isInside(narrower, wider);
}

/** Whole numbers of what happened, or whether something was done at all: one message may answer for several windows. */
export function isCounted({ type, scope, carries }: Question): boolean {
  return scope === 'window' && (type === 'integer' || (type === 'yes-no' && carries?.when === 'yes'));
}

function brokenOf(reports: readonly Report[], plan: readonly QuestionInstance[]): BrokenRule[] {
  const found: BrokenRule[] = [];
  for (const { form, draft, instances } of reports) {
    for (const rule of brokenRules(form, draft)) {
      const [one, two] = [instances.get(rule.question), instances.get(otherQuestionOf(rule))];
      if (!one || !two) continue;
      const [other, later] = plan.indexOf(one) < plan.indexOf(two) ? [one, two] : [two, one];
      const known = found.some(
        (item) => item.later === later && item.other === other && item.rule.rule === rule.rule,
      );
      if (!known) found.push({ rule, later, other });
    }
  }
  return found;
}
