import { parseAnswer } from '#domain/answer.ts';
import type { Answers, AnswerValue } from '#domain/answers/answer-value.ts';
import type { AnswerContext } from '#domain/answers/outcome.ts';
import type { Form, Question } from '#domain/directives/schema.ts';
import { answersOf, brokenRules, formAsked } from '#domain/form.ts';
import { addDays } from '#domain/time.ts';

interface DemoReport {
  form: Form;
  /** Ids of the directives that are on: the others' questions are not asked. */
  on: ReadonlySet<string>;
  /** What the unit always answers, by question key. */
  standing: Answers;
  difficulties: readonly string[];
  /** Makes one unit and period differ from the next. */
  variant: number;
  context: AnswerContext;
}

/** A filled-in form as an agency might send it; undefined when it would break a rule of the form. */
export function demoAnswers(report: DemoReport): Record<string, AnswerValue> | undefined {
  const form = formAsked(report.form, report.on);
  const changing = changingAnswers(report);
  const draft = Object.fromEntries(
    form.questions.flatMap((question) => {
      const value = changing[question.key] ?? report.standing[question.key] ?? fallback(question, report);
      return value === undefined ? [] : [[question.key, value] as const];
    }),
  );
  const answers = answersOf(form, draft);
  return brokenRules(form, answers).length === 0 ? answers : undefined;
}

/** What happens in a period: mostly nothing, now and then a vulnerability, rarely an incident. */
function changingAnswers({ variant, difficulties }: DemoReport): Answers {
  const found = variant % 3;
  const incidents = variant % 11 === 5 ? 1 : 0;
  const difficulty = difficulties[variant % 7];
  return {
    incidents,
    'incidents-by-kind': [0, 0, incidents, 0, 0, 0, 0, 0, 0, 0],
    'vulnerabilities-found': found,
    'vulnerabilities-fixed': variant % 4 === 2 ? Math.max(0, found - 1) : found,
    'hunting-done': variant % 2 === 0,
    'backup-restore-tested': variant % 3 === 0,
    ...(difficulty ? { difficulties: difficulty } : {}),
  };
}

/** Days lie shortly before the end; what need not be answered is left out; for the rest, the form's own example. */
function fallback(question: Question, { context, variant }: DemoReport): AnswerValue | undefined {
  if (!question.required) return undefined;
  if (question.type === 'date') {
    const [end = context.today] = [context.windowTo, context.today].sort();
    const near = addDays(end, -1 - (variant % 4));
    return [context.windowFrom, near].sort()[1];
  }
  const example = parseAnswer(question, question.example, context);
  return example.kind === 'understood' ? example.value : undefined;
}
