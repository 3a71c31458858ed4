import type { Question } from '#domain/directives/schema.ts';

/** XLSForm's names begin with a letter or an underscore, and most people part their words by underscores. */
export function nameOf(key: string): string {
  return /^\d/.test(key) ? `_${key}` : key;
}

/** `systems_managed` and `systems-managed` are the same question. */
export function keyOf(name: string): string {
  return name.replaceAll('_', '-').replace(/^-+(?=\d)/, '');
}

/** One number of a group: `systems-by-level.level-1`. */
export function partName(question: Pick<Question, 'key'>, part: { key: string }): string {
  return `${nameOf(question.key)}.${part.key}`;
}

/** What `${name}` means in an expression: a question, or one number of a group. */
export function findNamed(
  questions: readonly NamedQuestion[],
  name: string,
): { question: NamedQuestion; part?: string } | undefined {
  const [ofQuestion = '', part] = name.split('.', 2);
  const question = questions.find(({ key }) => key === keyOf(ofQuestion));
  if (!question) return undefined;
  if (part === undefined) return { question };
  const known = question.parts?.find(({ key }) => key === keyOf(part));
  return known && { question, part: known.key };
}

/** As much of a question as expressions look at. */
export type NamedQuestion = Pick<Question, 'key' | 'type' | 'options' | 'parts'>;
