import type { Bilingual, Form, FormRule, Question } from '#domain/directives/schema.ts';
import {
  choicesColumns,
  defaultLanguage,
  rowsUnder,
  rulesColumns,
  settingsColumns,
  type SurveyColumn,
  surveyColumns,
  yesNoList,
} from '#domain/xlsform/columns.ts';
import { constraintText } from '#domain/xlsform/constraint.ts';
import { nameOf, partName } from '#domain/xlsform/names.ts';
import { relevantText } from '#domain/xlsform/relevant.ts';
import type { Workbook } from '#domain/xlsform/workbook.ts';

/** A form as an XLSForm workbook; `yes` and `no` as people read them. */
export function writeXlsform(form: Form, words: { yes: Bilingual; no: Bilingual }): Workbook {
  const beside = rulesBeside(form);
  const elsewhere = form.rules.filter((rule) => !beside.has(rule));
  const ruleOf = (question: Question) => [...beside].find((rule) => rule.question === question.key);
  return {
    survey: rowsUnder(
      surveyColumns,
      form.questions.flatMap((question) => questionRows(question, form, ruleOf(question))),
    ),
    choices: rowsUnder(choicesColumns, choiceRows(form, words)),
    settings: rowsUnder(settingsColumns, [
      {
        form_title: form.title.vi,
        form_id: form.id,
        version: String(form.version),
        default_language: defaultLanguage,
        'nh_title::en': form.title.en,
      },
    ]),
    nh_rules: rowsUnder(rulesColumns, elsewhere.map(ruleRow)),
  };
}

/**
 * The rules that stand in the column `constraint`, where other programs see them too: the first of a question, if it
 * compares the answer with one before it or asks for a yes.
 */
function rulesBeside({ questions, rules }: Form): Set<FormRule> {
  const keys = questions.map(({ key }) => key);
  const first = rules.filter(
    (rule, index) => rules.findIndex(({ question }) => question === rule.question) === index,
  );
  return new Set(
    first.filter(
      (rule) =>
        rule.rule === 'must-be' ||
        (rule.rule === 'not-more-than' && keys.indexOf(rule.other) < keys.indexOf(rule.question)),
    ),
  );
}

type SurveyRow = Partial<Record<SurveyColumn, string>>;

function questionRows(question: Question, { questions }: Form, rule?: FormRule): SurveyRow[] {
  const { key, label, help, shortLabel, required, relevant = [], clause, parts } = question;
  const limits = constraintText(question, rule);
  const row: SurveyRow = {
    name: nameOf(key),
    'label::vi': label.vi,
    'label::en': label.en,
    'hint::vi': help.vi,
    'hint::en': help.en,
    relevant: relevantText(relevant, questions),
    'nh_short_label::vi': shortLabel.vi,
    'nh_short_label::en': shortLabel.en,
    nh_example: question.example,
    nh_scope: question.scope,
    ...(question.dateRule === 'in-window' ? { nh_date_rule: question.dateRule } : {}),
    nh_carries: carriesText(question),
    nh_when_nothing: whenNothingText(question),
    nh_asked_by: (question.askedBy ?? []).join(' '),
    nh_clause: clause.citation,
    nh_clause_source: clause.source,
  };
  const answered: SurveyRow = { required: required ? 'yes' : 'no', constraint: limits };
  if (!parts) return [{ ...row, ...answered, ...typeOf(question), ...messageOf(rule) }];
  return [
    { ...row, type: 'begin_group', nh_type: 'numbers' },
    ...parts.map((part) => ({
      ...answered,
      type: 'integer',
      name: partName(question, part),
      'label::vi': part.label.vi,
      'label::en': part.label.en,
    })),
    { type: 'end_group', name: nameOf(key) },
  ];
}

function typeOf({ type, key }: Question): SurveyRow {
  switch (type) {
    case 'percent':
      return { type: 'decimal', nh_type: type };
    case 'yes-no':
      return { type: `select_one ${yesNoList}` };
    case 'choice':
      return { type: `select_one ${nameOf(key)}` };
    case 'multi-choice':
      return { type: `select_multiple ${nameOf(key)}` };
    default:
      return { type };
  }
}

function messageOf(rule: FormRule | undefined): SurveyRow {
  if (!rule) return {};
  return { 'constraint_message::vi': rule.message.vi, 'constraint_message::en': rule.message.en };
}

function carriesText({ carries }: Question): string {
  if (!carries) return '';
  return carries.when === 'same' ? `same ${nameOf(carries.question)}` : carries.when;
}

function whenNothingText({ whenNothing }: Question): string {
  if (typeof whenNothing === 'boolean') return whenNothing ? 'yes' : 'no';
  return [whenNothing ?? ''].flat().join(' ');
}

function choiceRows({ questions }: Form, { yes, no }: { yes: Bilingual; no: Bilingual }) {
  const yesNo = questions.some(({ type }) => type === 'yes-no')
    ? [choiceRow(yesNoList, 'yes', yes), choiceRow(yesNoList, 'no', no)]
    : [];
  const lists = questions.flatMap(({ key, options = [] }) =>
    options.map((option) => choiceRow(nameOf(key), option.key, option.label)),
  );
  return [...yesNo, ...lists];
}

function choiceRow(list: string, name: string, label: Bilingual) {
  return { list_name: list, name, 'label::vi': label.vi, 'label::en': label.en };
}

function ruleRow(rule: FormRule) {
  return {
    rule: rule.rule,
    question: nameOf(rule.question),
    ...(rule.rule === 'must-be' ? { value: rule.value ? 'yes' : 'no' } : { other: nameOf(rule.other) }),
    'message::vi': rule.message.vi,
    'message::en': rule.message.en,
  };
}
