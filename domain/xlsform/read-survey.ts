import type { Question } from '#domain/directives/schema.ts';
import { yesNoList } from '#domain/xlsform/columns.ts';
import { keyOf } from '#domain/xlsform/names.ts';
import { type CellMistake, type HeadedSheet, mistakeAt, type SheetRow } from '#domain/xlsform/workbook.ts';

/** A question of the sheet `survey`: its row, and for a group of numbers the rows inside. */
export interface SurveyQuestion {
  key: string;
  type: Question['type'];
  /** Of a choice, the name of its list. */
  list?: string;
  row: SheetRow;
  parts: SheetRow[];
}

/** Which rows are questions, and of which type; what is of another type is refused by its name. */
export function readSurvey(survey: HeadedSheet): { questions: SurveyQuestion[]; mistakes: CellMistake[] } {
  const questions: SurveyQuestion[] = [];
  const mistakes: CellMistake[] = [];
  const refuse = (row: SheetRow, column: string, reason: string) =>
    mistakes.push(mistakeAt(survey, row.number, column, reason));
  let group: SurveyQuestion | undefined;
  let refusedGroups = 0;
  for (const row of survey.rows) {
    const [type = '', list, ...more] = wordsOfType(row.text('type'));
    if (group && type !== 'end_group') {
      if (type === 'integer') group.parts.push(row);
      else refuse(row, 'type', `inside a group of numbers only integer is taken, not ${type}`);
      continue;
    }
    if (type === 'end_group') {
      if (!group && refusedGroups === 0) refuse(row, 'type', 'no group begins before this end_group');
      if (!group) refusedGroups -= 1;
      group = undefined;
      continue;
    }
    const kind = kindOf(type, list, row.text('nh_type').trim());
    if ('reason' in kind) {
      refuse(row, kind.column, kind.reason);
      if (type === 'begin_group') refusedGroups += 1;
      continue;
    }
    if (more.length > 0) refuse(row, 'type', `${more.join(' ')} after ${type} ${list} is not taken over`);
    const key = keyOf(row.text('name').trim());
    const question: SurveyQuestion = { key, type: kind.type, row, parts: [] };
    if (list !== undefined) question.list = list;
    questions.push(question);
    if (kind.type === 'numbers') group = question;
  }
  if (group) refuse(group.row, 'type', 'this group does not end: end_group is missing');
  return { questions, mistakes };
}

/** `select one kinds` and `select_one kinds` are the same, as are `begin group` and `begin_group`. */
function wordsOfType(text: string): string[] {
  return text
    .trim()
    .replace(/^(select|begin|end)\s+/, '$1_')
    .split(/\s+/);
}

type Kind = { type: Question['type'] } | { column: 'type' | 'nh_type'; reason: string };

function kindOf(type: string, list: string | undefined, own: string): Kind {
  if (own !== '' && ownTypes[own] !== type) {
    const known = Object.entries(ownTypes).map(([name, of]) => `${name} (of ${of})`);
    return { column: 'nh_type', reason: `${own} of ${type} is not known; there is ${known.join(', ')}` };
  }
  switch (type) {
    case 'integer':
    case 'date':
    case 'text':
      return { type };
    case 'decimal':
      return { type: own === 'percent' ? 'percent' : 'decimal' };
    case 'select_one':
    case 'select_multiple':
      if (list === undefined) return { column: 'type', reason: `${type} names its list: ${type} kinds` };
      if (list === yesNoList && type === 'select_one') return { type: 'yes-no' };
      return { type: type === 'select_one' ? 'choice' : 'multi-choice' };
    case 'begin_group':
      if (own === 'numbers') return { type: 'numbers' };
      return { column: 'type', reason: 'a group is taken only as a group of numbers: nh_type is numbers' };
    case '':
      return { column: 'type', reason: 'the type is missing' };
    default:
      return {
        column: 'type',
        reason: `the type ${type} is not taken over; known are integer, decimal, date, text, select_one, select_multiple and begin_group`,
      };
  }
}

/** What XLSForm has no type for, and the type that it is written as. */
const ownTypes: Record<string, string> = { percent: 'decimal', numbers: 'begin_group' };
