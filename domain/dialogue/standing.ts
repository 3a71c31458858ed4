import type { Answers, AnswerValue } from '#domain/answers/answer-value.ts';
import {
  formOfAssignment,
  type FormSource,
  planQuestions,
  type QuestionInstance,
} from '#domain/dialogue/plan.ts';
import type { DialogueAssignment, DialogueState, Slot } from '#domain/dialogue/state.ts';
import type { Form, FormRule } from '#domain/directives/schema.ts';
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
  reports: Report[];
}

/** One assignment's side of the dialogue. */
export interface Report {
  assignment: DialogueAssignment;
  form: Form;
  /** All answers by question key, also those that are not relevant now. */
  draft: Answers;
  instances: Map<string, QuestionInstance>;
}

/** `later` comes after `other` in the order of asking, or is the same; it is the one to be looked at again. */
interface BrokenRule {
  rule: FormRule;
  later: QuestionInstance;
  other: QuestionInstance;
}

export function standingOf(
  state: Pick<DialogueState, 'assignments' | 'answers' | 'skipped'>,
  source: FormSource,
): Standing {
  const plan = planQuestions(state.assignments, source);
  const reports = state.assignments.map((assignment) => reportOf(assignment, plan, state.answers, source));
  const asked = reports.flatMap(({ form, draft, instances }) =>
    relevantQuestions(form, draft).map((question) => ({ question, slot: instances.get(question.key)?.slot })),
  );
  const slots = new Set(asked.map(({ slot }) => slot));
  const required = new Set(asked.flatMap(({ question, slot }) => (question.required && slot ? [slot] : [])));
  const relevant = plan.filter(({ slot }) => slots.has(slot));
  const broken = brokenOf(reports, plan);
  const open = relevant.filter(({ slot }) => {
    if (broken.some(({ later }) => later.slot === slot)) return true;
    const passedOver = state.skipped.includes(slot) && !required.has(slot);
    return state.answers[slot] === undefined && !passedOver;
  });
  return { relevant, required, broken, open, reports };
}

function reportOf(
  assignment: DialogueAssignment,
  plan: readonly QuestionInstance[],
  answers: Answers,
  source: FormSource,
): Report {
  const instances = new Map<string, QuestionInstance>();
  const draft: Record<string, AnswerValue> = {};
  for (const instance of plan) {
    const served = instance.serves.find(({ assignmentId }) => assignmentId === assignment.assignmentId);
    if (!served) continue;
    instances.set(served.question.key, instance);
    const answer = answers[instance.slot];
    if (answer !== undefined) draft[served.question.key] = answer;
  }
  return { assignment, form: formOfAssignment(assignment, source), draft, instances };
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
