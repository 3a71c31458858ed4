import { headingOf } from '#domain/xlsform/workbook.ts';

/** The columns that are written and read, in their order. Those of our own begin with `nh_`: XLSForm leaves them alone. */

export const surveyColumns = [
  'type',
  'name',
  'label::vi',
  'label::en',
  'hint::vi',
  'hint::en',
  'required',
  'relevant',
  'constraint',
  'constraint_message::vi',
  'constraint_message::en',
  'nh_type',
  'nh_short_label::vi',
  'nh_short_label::en',
  'nh_example',
  'nh_scope',
  'nh_date_rule',
  'nh_carries',
  'nh_when_nothing',
  'nh_asked_by',
  'nh_clause',
  'nh_clause_source',
] as const;
export type SurveyColumn = (typeof surveyColumns)[number];

export const choicesColumns = ['list_name', 'name', 'label::vi', 'label::en'] as const;

export const settingsColumns = [
  'form_title',
  'form_id',
  'version',
  'default_language',
  'nh_title::en',
] as const;

export const rulesColumns = ['rule', 'question', 'other', 'value', 'message::vi', 'message::en'] as const;

/** The list that stands for a question of yes or no. */
export const yesNoList = 'yes_no';

/** Cells under their headings, in that order. */
export function rowsUnder(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string | undefined>>[],
): string[][] {
  return [columns.map(headingOf), ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
}

/** As `settings` names the language that a form is shown in. */
export const defaultLanguage = 'Tiếng Việt (vi)';
