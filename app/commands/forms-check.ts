import { readdirSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { z } from 'zod';
import { parseAnswer } from '#domain/answer.ts';
import { faultsIn } from '#domain/directives/consistency.ts';
import { below, type Fault } from '#domain/directives/fault.ts';
import { formFaults } from '#domain/directives/form-consistency.ts';
import { type Directive, directiveSchema, type Form, formSchema } from '#domain/directives/schema.ts';
import { sharedQuestionFaults } from '#domain/directives/shared-questions.ts';
import { readXlsform } from '#domain/xlsform/read.ts';
import type { CellMistake } from '#domain/xlsform/workbook.ts';
import { readWorkbook } from '#app/commands/forms-workbook.ts';
import { directivesFolder } from '#app/shipped-directives.ts';
import { DataFileError, type Mistake, readYamlFile, type YamlFile } from '#app/yaml-file.ts';

/** What `cli forms check --json` prints. */
export interface CheckedForms {
  file: string;
  /** The forms that could be read. */
  forms: { id: string; version: number; questions: number }[];
  /** With a line in a YAML file, or a cell in a workbook. */
  mistakes: (Mistake | ({ file: string } & CellMistake) | { file: string; reason: string })[];
}

/**
 * Checks a directive, a file that holds only `forms`, or an XLSForm workbook, beside the directives that ship: a directive
 * in place of the one of its id, a form in place of the one of its id and version.
 */
export async function checkForms(file: string): Promise<CheckedForms> {
  if (extname(file).toLowerCase() === '.xlsx') return checkWorkbook(file);
  try {
    return checkYaml(file);
  } catch (error) {
    if (error instanceof DataFileError) return { file, forms: [], mistakes: [...error.mistakes] };
    throw error;
  }
}

function checkYaml(file: string): CheckedForms {
  const any = readYamlFile(file, z.unknown());
  if ('mistakes' in any) return { file, forms: [], mistakes: any.mistakes };
  const isDirective = z.object({ duties: z.unknown() }).safeParse(any.data).success;
  return isDirective ? checkDirective(file) : checkFormsFile(file);
}

function checkDirective(file: string): CheckedForms {
  const read = readYamlFile(file, directiveSchema);
  if ('mistakes' in read) return { file, forms: [], mistakes: read.mistakes };
  const others = otherDirectives(file).filter(({ id }) => id !== read.data.id);
  const faults = faultsIn([...others, read.data]).filter(({ directive }) => directive === others.length);
  return checked(read, read.data.forms, [...faults, ...exampleFaults(read.data.forms)]);
}

const formsFile = z.strictObject({ forms: z.array(formSchema).min(1) });

function checkFormsFile(file: string): CheckedForms {
  const read = readYamlFile(file, formsFile);
  if ('mistakes' in read) return { file, forms: [], mistakes: read.mistakes };
  const { forms } = read.data;
  const others = otherDirectives(file);
  return checked(read, forms, [
    ...repeatedForms(forms),
    ...changedInPlace(forms, others),
    ...formsFaults(forms, others),
    ...exampleFaults(forms),
  ]);
}

function checked<T>(
  { file, lineOf }: YamlFile<T>,
  forms: readonly Form[],
  faults: readonly Fault[],
): CheckedForms {
  return {
    file,
    forms: forms.map(shortly),
    mistakes: faults.map(({ path, reason }) => ({ file, line: lineOf(path), reason })),
  };
}

async function checkWorkbook(file: string): Promise<CheckedForms> {
  const found = await readWorkbook(file);
  if (found.kind === 'unreadable') return { file, forms: [], mistakes: [{ file, reason: found.reason }] };
  const others = otherDirectives(file);
  const read = readXlsform(found.workbook, { directives: others });
  if (read.kind === 'refused') {
    return { file, forms: [], mistakes: read.mistakes.map((mistake) => ({ file, ...mistake })) };
  }
  const faults = [...formsFaults([read.form], others), ...exampleFaults([read.form])];
  return {
    file,
    forms: [shortly(read.form)],
    mistakes: faults.map(({ path, reason }) => ({ file, ...read.placed(path.slice(2), reason) })),
  };
}

function shortly({ id, version, questions }: Form): CheckedForms['forms'][number] {
  return { id, version, questions: questions.length };
}

/** Within each form, and with the forms that share its questions. */
function formsFaults(forms: readonly Form[], others: readonly Directive[]): Fault[] {
  const isHere = ({ id, version }: Form) => forms.some((form) => form.id === id && form.version === version);
  const beside = others.map((directive) => ({ forms: directive.forms.filter((form) => !isHere(form)) }));
  const shared = sharedQuestionFaults([...beside, { forms: [...forms] }]);
  return [
    ...forms.flatMap((form, at) => below(['forms', at], formFaults(form, others))),
    ...shared.filter(({ directive }) => directive === beside.length),
  ];
}

function repeatedForms(forms: readonly Form[]): Fault[] {
  return forms.flatMap(({ id, version }, at) =>
    forms.slice(0, at).some((form) => form.id === id && form.version === version)
      ? [{ path: ['forms', at, 'id'], reason: `the form ${id} in version ${version} exists already` }]
      : [],
  );
}

/** Drafts are carried over when the version is another; under the same one nobody would notice that it has changed. */
function changedInPlace(forms: readonly Form[], others: readonly Directive[]): Fault[] {
  const known = others.flatMap((directive) => directive.forms);
  return forms.flatMap((form, at) => {
    const same = known.find(({ id, version }) => id === form.id && version === form.version);
    if (!same || JSON.stringify(same) === JSON.stringify(form)) return [];
    const reason = `the form ${form.id} in version ${form.version} exists already and differs: give it version ${newestOf(known, form.id) + 1}`;
    return [{ path: ['forms', at, 'version'], reason }];
  });
}

export function newestOf(forms: readonly Form[], id: string): number {
  return Math.max(0, ...forms.filter((form) => form.id === id).map(({ version }) => version));
}

/** People type the example as it stands there. */
function exampleFaults(forms: readonly Form[]): Fault[] {
  return forms.flatMap(({ questions }, form) =>
    questions.flatMap((question, at) => {
      const { kind } = parseAnswer(question, question.example, anyDay);
      if (kind === 'understood' || kind === 'doubtful') return [];
      const reason = `the example ${question.example} is not understood as an answer (${kind})`;
      return [{ path: ['forms', form, 'questions', at, 'example'], reason }];
    }),
  );
}

/** So late and so long that every day of an example has come and counts. */
const anyDay = { today: '2099-12-31', windowFrom: '2000-01-01', windowTo: '2099-12-31' };

/** The directives that ship, less that file and any that cannot be read: those are not what is checked. */
function otherDirectives(file: string): Directive[] {
  return readdirSync(directivesFolder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(directivesFolder, name))
    .filter((other) => other !== resolve(file))
    .flatMap((other) => {
      const read = readYamlFile(other, directiveSchema);
      return 'data' in read ? [read.data] : [];
    });
}
