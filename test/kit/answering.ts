import { expect } from 'vitest';
import type { Catalogue } from '#domain/catalogue.ts';
import type { Story } from '#test/kit/province.ts';
import type { Seen, StoryOfficer } from '#test/kit/story-officer.ts';

/** A question by its key in the forms, what its figures count from where that is said, and what the officer does. */
export type Answer = { asks: string; from?: string } & ({ types: string } | { taps: string });

/** Answers one question after the other, each as soon as it has come; nothing else may come between. */
export async function answerAll(
  story: Story,
  officer: StoryOfficer,
  answers: readonly Answer[],
): Promise<void> {
  for (const answer of answers) {
    expectQuestion(story, await officer.receives(''), answer);
    if ('taps' in answer) await officer.taps(answer.taps);
    else await officer.types(answer.types);
  }
}

/** The message asks this question of the forms. */
export function expectQuestion(
  { catalogue }: Pick<Story, 'catalogue'>,
  { text }: Seen,
  { asks, from }: { asks: string; from?: string },
): void {
  const labels = labelsOf(catalogue, asks);
  expect(labels, `There is a question ${asks}.`).not.toEqual([]);
  expect(
    labels.filter((label) => text.includes(label)),
    `The question ${asks} is in “${text}”`,
  ).not.toEqual([]);
  if (from) expect(text).toContain(from);
}

/** Types one text after the other without looking at what comes; for what a story does not tell about. */
export async function typesAll(officer: StoryOfficer, texts: readonly string[]): Promise<void> {
  for (const text of texts) await officer.types(text);
}

function labelsOf({ directives }: Catalogue, key: string): string[] {
  const questions = directives.flatMap(({ forms }) => forms).flatMap((form) => form.questions);
  return questions.filter((question) => question.key === key).map(({ label }) => label.vi);
}
