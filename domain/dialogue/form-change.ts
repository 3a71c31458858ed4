import { checkAnswer } from '#domain/answer.ts';
import type { Answers, AnswerValue } from '#domain/answers/answer-value.ts';
import { formOfAssignment, type FormSource } from '#domain/dialogue/plan.ts';
import type { DialogueAssignment } from '#domain/dialogue/state.ts';
import type { Form, Question } from '#domain/directives/schema.ts';
import { formAsked } from '#domain/form.ts';
import type { Day } from '#domain/time.ts';

/** A report with the form that it is filled in with now, and the draft that was begun, maybe under another version. */
export interface BegunReport {
  assignment: DialogueAssignment;
  draft: Answers;
  /** The form as the draft answers it; undefined where that version is not in the files any more, or not known. */
  under: Form | undefined;
}

/** What a form's new version makes of a draft; questions as they are asked now, but for those that are gone. */
export interface FormChange {
  form: Form;
  /** Not asked before. Unknown where the version before is. */
  added: Question[];
  /** Answered, and asked in other words now: the answer is kept, and may want another look. */
  reworded: Question[];
  /** Answered, but in a way that is no answer now: asked again. `was`: the question as it was answered, where that is known. */
  reasked: { question: Question; was?: Question; answer: AnswerValue }[];
  /** Answered, and not asked any more. `question` is absent where nobody knows what it was. */
  gone: { question?: Question; answer: AnswerValue }[];
}

type Context = FormSource & { today: Day };

/** The draft as far as it answers the form of now, and what is new; no change where it was begun under that form. */
export function carriedDraft(
  { assignment, draft, under }: BegunReport,
  context: Context,
): { kept: Answers; change?: FormChange } {
  const form = formOfAssignment(assignment, context);
  if (under?.id === form.id && under.version === form.version) return { kept: draft };
  const before = under && formAsked(under, context.on);
  const read = { today: context.today, windowFrom: assignment.windowFrom, windowTo: assignment.windowTo };
  const kept: Record<string, AnswerValue> = {};
  const change: FormChange = { form, added: [], reworded: [], reasked: [], gone: [] };
  for (const question of form.questions) {
    const was = before?.questions.find(({ key }) => key === question.key);
    const answer = draft[question.key];
    if (before && !was) change.added.push(question);
    if (answer === undefined) continue;
    const { kind } = checkAnswer(question, answer, read);
    const fits = (kind === 'understood' || kind === 'doubtful') && (!was || asksTheSame(was, question));
    if (!fits) {
      change.reasked.push({ question, answer, ...(was ? { was } : {}) });
      continue;
    }
    kept[question.key] = answer;
    if (was && was.label.vi !== question.label.vi) change.reworded.push(question);
  }
  const all = context.formOf(form.id, form.version)?.questions ?? [];
  for (const [key, answer] of Object.entries(draft)) {
    // Not asked now is also what only a directive that is off wants to know: that comes back with it.
    if (all.some((question) => question.key === key)) continue;
    const was = under?.questions.find((question) => question.key === key);
    // What the version before did not ask either was told of when that one came.
    if (was || !under) change.gone.push({ answer, ...(was ? { question: was } : {}) });
  }
  return { kept, change };
}

/** Whether an answer to the one is an answer to the other, if it is one at all; numbers are told apart by their place. */
function asksTheSame(one: Question, other: Question): boolean {
  const parts = ({ parts = [] }: Question) => parts.map(({ key }) => key).join(' ');
  return one.type === other.type && one.scope === other.scope && parts(one) === parts(other);
}
