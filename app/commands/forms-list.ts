import type { Catalogue } from '#domain/catalogue.ts';
import type { Directive, Form, Question } from '#domain/directives/schema.ts';

/** A form of those that were read, in one version; what `cli forms list --json` prints, by directive. */
export interface FormRow {
  id: string;
  version: number;
  title: string;
  questions: number;
  directive: string;
  /** Whether it is the newest version, and one of the duties that are on is reported with it. */
  inUse: boolean;
}

export function listForms({ directives, on }: Catalogue): FormRow[] {
  const used = new Set(
    directives
      .filter(({ id }) => on.has(id))
      .flatMap(({ duties }) => duties.flatMap(({ form }) => form?.id ?? [])),
  );
  const all = directives.flatMap(({ forms }) => forms);
  return directives.flatMap(({ id: directive, forms }) =>
    forms.map((form) => ({
      id: form.id,
      version: form.version,
      title: form.title.vi,
      questions: form.questions.length,
      directive,
      inUse: used.has(form.id) && isNewest(form, all),
    })),
  );
}

/** What `cli forms show --json` prints: the form, whose it is, and what it shares with others. */
export interface ShownForm {
  form: Form;
  directive: string;
  /** `directive/duty` of what is reported with it. */
  duties: string[];
  /** By question key: ids of the other forms that ask the same. */
  shared: Record<string, string[]>;
}

/** The form in the version asked for, or the newest one. */
export function showForm(
  directives: readonly Directive[],
  id: string,
  version: number | undefined,
): ShownForm | undefined {
  const all = directives.flatMap(({ forms }) => forms);
  const form = all
    .filter((one) => one.id === id && (version === undefined || one.version === version))
    .toSorted((one, other) => other.version - one.version)[0];
  const directive = directives.find(({ forms }) => form && forms.includes(form));
  if (!form || !directive) return undefined;
  const duties = directives.flatMap(({ id: owner, duties: owed }) =>
    owed.filter((duty) => duty.form?.id === id).map((duty) => `${owner}/${duty.id}`),
  );
  const others = all.filter((one) => one.id !== id && isNewest(one, all));
  const shared = form.questions
    .map(({ key }) => [key, others.filter((other) => asks(other, key)).map((other) => other.id)] as const)
    .filter(([, ids]) => ids.length > 0);
  return { form, directive: directive.id, duties, shared: Object.fromEntries(shared) };
}

function isNewest({ id, version }: Form, all: readonly Form[]): boolean {
  return all.every((form) => form.id !== id || form.version <= version);
}

function asks({ questions }: Form, key: Question['key']): boolean {
  return questions.some((question) => question.key === key);
}
