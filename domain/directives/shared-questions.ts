import type { DirectiveFault } from '#domain/directives/fault.ts';
import type { Directive, Form, Question } from '#domain/directives/schema.ts';

/**
 * One conversation may fill several forms and ask a question that they share once: so the same key has to mean the
 * same everywhere. Older versions of a form are left out, they are only read.
 */
export function sharedQuestionFaults(directives: readonly Pick<Directive, 'forms'>[]): DirectiveFault[] {
  const faults: DirectiveFault[] = [];
  const firsts = new Map<string, { question: Question; form: string }>();
  for (const { question, form, ...place } of currentQuestions(directives)) {
    const first = firsts.get(question.key);
    if (!first) firsts.set(question.key, { question, form });
    for (const field of meaning) {
      if (!first || spelled(first.question[field]) === spelled(question[field])) continue;
      faults.push({
        directive: place.directive,
        path: [...place.path, field],
        reason: `${field} of ${question.key} differs from the same question in the form ${first.form}`,
      });
    }
  }
  return faults;
}

/** What has to be alike for one answer to serve several forms; words and clauses may differ. */
const meaning = ['type', 'scope', 'parts', 'options'] as const;

function spelled(value: Question[(typeof meaning)[number]]): string {
  return JSON.stringify(value) ?? '';
}

function currentQuestions(directives: readonly Pick<Directive, 'forms'>[]) {
  const all = directives.flatMap(({ forms }) => forms);
  const isCurrent = (form: Form) => all.every(({ id, version }) => id !== form.id || version <= form.version);
  return directives.flatMap(({ forms }, directive) =>
    forms.flatMap((form, formAt) =>
      (isCurrent(form) ? form.questions : []).map((question, at) => ({
        question,
        form: form.id,
        directive,
        path: ['forms', formAt, 'questions', at],
      })),
    ),
  );
}
