import type { Answers, AnswerValue } from '#domain/answers/answer-value.ts';
import type { Condition, Form, FormRule, Question } from '#domain/directives/schema.ts';

/**
 * The questions to be asked, in the form's order, given the answers so far by question key. A question that is not
 * relevant has no answer, whatever a draft still holds, so what depends on it is not relevant either. Conditions look
 * at earlier questions only.
 */
export function relevantQuestions(form: Pick<Form, 'questions'>, answers: Answers): Question[] {
  const standing: Record<string, AnswerValue> = {};
  return form.questions.filter((question) => {
    const relevant = (question.relevant ?? []).every((condition) => holds(condition, standing));
    const answer = answers[question.key];
    if (relevant && answer !== undefined) standing[question.key] = answer;
    return relevant;
  });
}

export function isRelevant(form: Form, key: string, answers: Answers): boolean {
  return relevantQuestions(form, answers).some((question) => question.key === key);
}

/** What of the draft goes into a submission: the answers of relevant questions, in the form's order. */
export function answersOf(form: Form, draft: Answers): Record<string, AnswerValue> {
  const asked = relevantQuestions(form, draft).map(({ key }) => [key, draft[key]] as const);
  return Object.fromEntries(asked.filter((entry): entry is [string, AnswerValue] => entry[1] !== undefined));
}

/** The rules that do not hold, of those whose questions are all relevant and answered. */
export function brokenRules(form: Form, draft: Answers): FormRule[] {
  const answers = answersOf(form, draft);
  return form.rules.filter((rule) => {
    if (rule.rule === 'must-be') {
      const answer = answers[rule.question];
      return answer !== undefined && answer !== rule.value;
    }
    const [one, other] = [totalOf(answers[rule.question]), totalOf(answers[rule.other])];
    if (one === undefined || other === undefined) return false;
    return rule.rule === 'not-more-than' ? one > other : one !== other;
  });
}

/** The other question that a rule looks at; the same one again for a rule about one question. */
export function otherQuestionOf(rule: FormRule): string {
  return rule.rule === 'must-be' ? rule.question : rule.other;
}

/** The form without the questions that only directives which are not on (`on`: ids) want asked. */
export function formAsked(form: Form, on: ReadonlySet<string>): Form {
  const wanted = ({ askedBy }: Question) => askedBy === undefined || askedBy.some((id) => on.has(id));
  return { ...form, questions: form.questions.filter(wanted) };
}

function holds(condition: Condition, answers: Answers): boolean {
  const answer = answers[condition.question];
  if (answer === undefined) return false;
  const { value } = condition;
  switch (condition.is) {
    case 'answered':
      return true;
    case 'equal':
      return answer === value;
    case 'not-equal':
      return answer !== value;
    case 'greater':
      return (totalOf(answer) ?? Number.NaN) > Number(value);
    case 'less':
      return (totalOf(answer) ?? Number.NaN) < Number(value);
    case 'includes':
      return Array.isArray(answer) && answer.some((key) => key === value);
  }
}

/** A number, or the sum of a group of numbers. */
function totalOf(answer: AnswerValue | undefined): number | undefined {
  if (typeof answer === 'number') return answer;
  if (!Array.isArray(answer)) return undefined;
  const total = answer.reduce<number>((sum, part) => sum + Number(part), 0);
  return Number.isNaN(total) ? undefined : total;
}
