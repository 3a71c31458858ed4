import type { Question } from '#domain/directives/schema.ts';
import { type SurveyColumn, surveyColumns, yesNoList } from '#domain/xlsform/columns.ts';
import { type Constraint, readConstraint } from '#domain/xlsform/constraint.ts';
import { keyOf, type NamedQuestion, nameOf } from '#domain/xlsform/names.ts';
import type { SurveyQuestion } from '#domain/xlsform/read-survey.ts';
import { readRelevant } from '#domain/xlsform/relevant.ts';
import { type CellMistake, type HeadedSheet, mistakeAt, type SheetRow } from '#domain/xlsform/workbook.ts';

type Option = NonNullable<Question['options']>[number];

export interface QuestionDeps {
  survey: HeadedSheet;
  /** The lists of the sheet `choices`. */
  lists: ReadonlyMap<string, Option[]>;
  /** All questions of the form, for what its expressions name. */
  named: readonly NamedQuestion[];
}

export interface ReadQuestion {
  /** Of the shape of a question, to be checked as one from a YAML file is. */
  question: Record<string, unknown>;
  rule?: NonNullable<Constraint['rule']>;
  mistakes: CellMistake[];
}

/** One question of the sheet `survey`. */
export function readQuestion(asked: SurveyQuestion, deps: QuestionDeps): ReadQuestion {
  const { key, type, row, parts } = asked;
  const { survey, named } = deps;
  const mistakes: CellMistake[] = [];
  const text = (column: SurveyColumn) => row.text(column);
  const code = (column: SurveyColumn) => row.text(column).trim();
  const refuse = (column: SurveyColumn, reason: string, of: SheetRow = row) =>
    mistakes.push(mistakeAt(survey, of.number, column, reason));

  if (key === '') refuse('name', 'the name is missing');
  for (const column of needed) {
    if (text(column) === '') refuse(column, `${column} is empty`);
  }
  const answering = type === 'numbers' ? (parts[0] ?? row) : row;
  if (type === 'numbers') mistakes.push(...partMistakes(asked, survey));

  const required = readRequired(answering.text('required').trim());
  if (required === undefined)
    refuse('required', `${answering.text('required')} is neither yes nor no`, answering);

  const limits = answering.text('constraint').trim();
  const constrained =
    limits === ''
      ? { kind: 'read' as const, constraint: {} as Constraint }
      : readConstraint(limits, type, named);
  if (constrained.kind === 'refused') refuse('constraint', constrained.reason, answering);
  const { rule, notFuture, ...within }: Constraint =
    constrained.kind === 'read' ? constrained.constraint : {};
  const message = answering.text('constraint_message::vi') + answering.text('constraint_message::en');
  if (!rule && message !== '' && constrained.kind === 'read') {
    const reason = `there is a message only for . <= \${other} and for a yes that is needed; of other limits the conversation has its own words`;
    refuse('constraint_message::vi', reason, answering);
  }
  if (rule && type === 'numbers')
    refuse('constraint', 'a group of numbers is compared in nh_rules', answering);

  const dateRule = code('nh_date_rule') || (notFuture ? 'not-future' : '');
  if (type === 'date' && dateRule === '' && constrained.kind === 'read')
    refuse('constraint', 'a date is never later than today: write . <= today()');

  const conditions = code('relevant');
  const relevant = conditions === '' ? undefined : readRelevant(conditions, named);
  if (relevant?.kind === 'refused') refuse('relevant', relevant.reason);

  const options = type === 'choice' || type === 'multi-choice' ? deps.lists.get(asked.list ?? '') : undefined;
  if (asked.list !== undefined && asked.list !== yesNoList && !options)
    refuse('type', `the sheet choices has no list ${asked.list}`);

  const carries = code('nh_carries').split(/\s+/);
  return {
    question: {
      key,
      type,
      scope: code('nh_scope'),
      label: { vi: text('label::vi'), en: text('label::en') },
      shortLabel: {
        vi: text('nh_short_label::vi') || text('label::vi'),
        en: text('nh_short_label::en') || text('label::en'),
      },
      help: { vi: text('hint::vi'), en: text('hint::en') },
      example: text('nh_example'),
      required: required ?? true,
      ...within,
      ...(dateRule === '' ? {} : { dateRule }),
      ...(options ? { options } : {}),
      ...(type === 'numbers' ? { parts: parts.map((part) => partOf(part)) } : {}),
      ...(relevant?.kind === 'read' ? { relevant: relevant.conditions } : {}),
      ...(carries[0] === '' ? {} : { carries: carriesOf(carries) }),
      ...(code('nh_when_nothing') === '' ? {} : { whenNothing: nothingOf(type, code('nh_when_nothing')) }),
      ...(code('nh_asked_by') === '' ? {} : { askedBy: code('nh_asked_by').split(/\s+/) }),
      clause: { citation: text('nh_clause'), source: code('nh_clause_source') },
    },
    ...(rule ? { rule } : {}),
    mistakes,
  };
}

const needed = [
  'label::vi',
  'label::en',
  'hint::vi',
  'hint::en',
  'nh_example',
  'nh_scope',
  'nh_clause',
  'nh_clause_source',
] as const satisfies SurveyColumn[];

/** As much as expressions look at, before they are read. */
export function namedQuestion(
  { key, type, parts, list }: SurveyQuestion,
  lists: QuestionDeps['lists'],
): NamedQuestion {
  const options = lists.get(list ?? '');
  return {
    key,
    type,
    ...(options ? { options } : {}),
    ...(type === 'numbers' ? { parts: parts.map((part) => partOf(part)) } : {}),
  };
}

function partOf(row: SheetRow): Option {
  const [, key = ''] = row.text('name').trim().split('.', 2);
  return { key: keyOf(key), label: { vi: row.text('label::vi'), en: row.text('label::en') } };
}

const ofPart: ReadonlySet<string> = new Set([
  'type',
  'name',
  'label::vi',
  'label::en',
  'required',
  'constraint',
]);
const ofGroup: ReadonlySet<string> = new Set(['required', 'constraint']);

/** The numbers of a group share their limits, and all else stands with the group. */
function partMistakes({ key, row, parts }: SurveyQuestion, survey: HeadedSheet): CellMistake[] {
  const name = nameOf(key);
  const mistakes: CellMistake[] = [];
  for (const column of ofGroup) {
    if (row.text(column) !== '')
      mistakes.push(mistakeAt(survey, row.number, column, `${column} stands with each number of the group`));
  }
  for (const part of parts) {
    const refuse = (column: string, reason: string) =>
      mistakes.push(mistakeAt(survey, part.number, column, reason));
    const [group = '', own, ...more] = part.text('name').trim().split('.');
    if (keyOf(group) !== key || own === undefined || more.length > 0)
      refuse('name', `a number of this group is called ${name}.something`);
    for (const column of surveyColumns) {
      if (ofPart.has(column)) continue;
      if (part.text(column) !== '')
        refuse(column, `${column} stands with the group, not with one of its numbers`);
    }
    for (const column of ['required', 'constraint']) {
      if (part.text(column).trim() !== (parts[0]?.text(column) ?? '').trim())
        refuse(column, `${column} is the same for all numbers of a group`);
    }
  }
  return mistakes;
}

/** XLSForm takes a question without a word here as one that may be passed over. */
function readRequired(text: string): boolean | undefined {
  if (['yes', 'true', 'true()'].includes(text.toLowerCase())) return true;
  return ['', 'no', 'false', 'false()'].includes(text.toLowerCase()) ? false : undefined;
}

function carriesOf([when = '', question = '']: string[]): object {
  return when === 'same' ? { when, question: keyOf(question) } : { when };
}

function nothingOf(type: Question['type'], text: string): unknown {
  if (type === 'yes-no') return text === 'yes' ? true : text === 'no' ? false : text;
  const numbers = text.split(/\s+/).map(Number);
  return type === 'numbers' ? numbers : numbers[0];
}
