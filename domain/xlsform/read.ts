import { formFaults } from '#domain/directives/form-consistency.ts';
import {
  type Directive,
  type Form,
  formSchema,
  type FormRule,
  type Question,
} from '#domain/directives/schema.ts';
import { choicesColumns, rulesColumns, settingsColumns, surveyColumns } from '#domain/xlsform/columns.ts';
import { keyOf } from '#domain/xlsform/names.ts';
import { namedQuestion, readQuestion } from '#domain/xlsform/read-question.ts';
import { readSurvey } from '#domain/xlsform/read-survey.ts';
import {
  type CellMistake,
  type HeadedSheet,
  headedSheet,
  mistakeAt,
  type Workbook,
} from '#domain/xlsform/workbook.ts';

/** `placed`: where a fault of the form stands in the workbook, by its path from the top of the form. */
export type ReadXlsform =
  | { kind: 'read'; form: Form; placed(path: readonly PropertyKey[], reason: string): CellMistake }
  | { kind: 'refused'; mistakes: CellMistake[] };

/**
 * A form from an XLSForm workbook. Whatever is outside the documented subset is a mistake with its cell: nothing is
 * passed over. `id` takes the place of the one in `settings`; `directives`: those that `nh_asked_by` may name.
 */
export function readXlsform(
  workbook: Workbook,
  { id, directives }: { id?: string | undefined; directives: readonly Directive[] },
): ReadXlsform {
  const sheets = {
    survey: headedSheet(workbook, 'survey', surveyColumns),
    choices: headedSheet(workbook, 'choices', choicesColumns),
    settings: headedSheet(workbook, 'settings', settingsColumns),
    rules: headedSheet(workbook, 'nh_rules', rulesColumns),
  };
  const { survey, choices, settings, rules } = {
    survey: sheets.survey.sheet,
    choices: sheets.choices.sheet,
    settings: sheets.settings.sheet,
    rules: sheets.rules.sheet,
  };
  const mistakes = [...straySheets(workbook), ...Object.values(sheets).flatMap((read) => read.mistakes)];
  const asked = readSurvey(survey);
  mistakes.push(...asked.mistakes);
  if (survey.rows.length === 0)
    mistakes.push(mistakeAt(survey, 1, 'type', 'the sheet survey has no questions'));

  const lists = listsOf(choices);
  const named = asked.questions.map((question) => namedQuestion(question, lists));
  const questions = asked.questions.map((question) => readQuestion(question, { survey, lists, named }));
  mistakes.push(...questions.flatMap((read) => read.mistakes));
  if (mistakes.length > 0) return { kind: 'refused', mistakes };

  const beside = asked.questions.flatMap(({ key, row }, index) => {
    const rule = questions[index]?.rule;
    if (!rule) return [];
    const message = { vi: row.text('constraint_message::vi'), en: row.text('constraint_message::en') };
    return [
      {
        rule: { ...rule, question: key, message },
        place: { sheet: survey, row: row.number, column: 'constraint' },
      },
    ];
  });
  const elsewhere = rules.rows.map((row) => ({
    rule: ruleOf(row.text),
    place: { sheet: rules, row: row.number, column: 'rule' },
  }));
  const order = asked.questions.map(({ key }) => key);
  const allRules = [...beside, ...elsewhere].toSorted(
    (one, other) => order.indexOf(one.rule.question) - order.indexOf(other.rule.question),
  );

  const [setting] = settings.rows;
  const version = setting?.text('version').trim() || '1';
  const parsed = formSchema.safeParse({
    id: id ?? setting?.text('form_id').trim() ?? '',
    version: Number(version),
    title: { vi: setting?.text('form_title') ?? '', en: setting?.text('nh_title::en') ?? '' },
    questions: questions.map(({ question }) => question),
    rules: allRules.map(({ rule }) => rule),
  });
  const faults = parsed.success
    ? formFaults(parsed.data, directives)
    : parsed.error.issues.map(({ path, message }) => ({
        path,
        reason: `${path.map(String).join('.')}: ${message}`,
      }));
  if (parsed.success && faults.length === 0) return { kind: 'read', form: parsed.data, placed };
  return { kind: 'refused', mistakes: faults.map(({ path, reason }) => placed(path, reason)) };

  function placed([top, index, field, ...rest]: readonly PropertyKey[], reason: string): CellMistake {
    if (top === 'questions' && typeof index === 'number') {
      const question = asked.questions[index];
      const part = field === 'parts' && typeof rest[0] === 'number' ? question?.parts[rest[0]] : undefined;
      const row = part ?? question?.row;
      return mistakeAt(survey, row?.number ?? 1, columnOf(field, rest), reason);
    }
    const place = top === 'rules' && typeof index === 'number' ? allRules[index]?.place : undefined;
    if (place) return mistakeAt(place.sheet, place.row, place.column, reason);
    return mistakeAt(settings, setting?.number ?? 1, settingOf(top), reason);
  }
}

const knownSheets = new Set(['survey', 'choices', 'settings', 'nh_rules']);

function straySheets(workbook: Workbook): CellMistake[] {
  return Object.entries(workbook).flatMap(([sheet, rows]) => {
    const isEmpty = rows.every((row) => row.every((cell) => cell.trim() === ''));
    if (knownSheets.has(sheet) || isEmpty) return [];
    return [{ sheet, row: 1, column: 'A', cell: 'A1', reason: `the sheet ${sheet} is not taken over` }];
  });
}

function listsOf(choices: HeadedSheet): Map<string, NonNullable<Question['options']>> {
  const lists = new Map<string, NonNullable<Question['options']>>();
  for (const { text } of choices.rows) {
    const name = text('list_name').trim();
    const option = {
      key: keyOf(text('name').trim()),
      label: { vi: text('label::vi'), en: text('label::en') },
    };
    lists.set(name, [...(lists.get(name) ?? []), option]);
  }
  return lists;
}

/** Of the shape of a rule, to be checked as one from a YAML file is. */
function ruleOf(text: (column: string) => string): FormRule {
  const code = (column: string) => text(column).trim();
  const value = code('value');
  return {
    rule: code('rule'),
    question: keyOf(code('question')),
    ...(code('other') === '' ? {} : { other: keyOf(code('other')) }),
    ...(value === '' ? {} : { value: value === 'yes' ? true : value === 'no' ? false : value }),
    message: { vi: text('message::vi'), en: text('message::en') },
  } as FormRule;
}

const columns: Record<string, string> = {
  key: 'name',
  type: 'type',
  scope: 'nh_scope',
  label: 'label',
  shortLabel: 'nh_short_label',
  help: 'hint',
  example: 'nh_example',
  min: 'constraint',
  max: 'constraint',
  maxLength: 'constraint',
  dateRule: 'nh_date_rule',
  options: 'type',
  parts: 'name',
  relevant: 'relevant',
  carries: 'nh_carries',
  whenNothing: 'nh_when_nothing',
  askedBy: 'nh_asked_by',
};

function columnOf(field: PropertyKey | undefined, rest: readonly PropertyKey[]): string {
  if (field === 'clause') return rest[0] === 'source' ? 'nh_clause_source' : 'nh_clause';
  const column = columns[String(field)] ?? 'name';
  const language = rest[0] === 'en' ? 'en' : 'vi';
  return ['label', 'shortLabel', 'help'].includes(String(field)) ? `${column}::${language}` : column;
}

function settingOf(top: PropertyKey | undefined): string {
  if (top === 'id') return 'form_id';
  return top === 'version' ? 'version' : 'form_title';
}
