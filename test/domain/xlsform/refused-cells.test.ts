// biome-ignore-all lint/suspicious/noTemplateCurlyInString: so XLSForm names answers.
import { expect, test } from 'vitest';
import { findForm } from '#domain/catalogue.ts';
import { readXlsform } from '#domain/xlsform/read.ts';
import type { Workbook } from '#domain/xlsform/workbook.ts';
import { writeXlsform } from '#domain/xlsform/write.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';
import { choiceQuestion, form, question, threeKinds } from '#test/domain/small-forms.ts';

const catalogue = realCatalogue();
const words = { yes: { vi: 'Có', en: 'Yes' }, no: { vi: 'Không', en: 'No' } };

/** Row 2: systems (integer), 3: kinds (multi-choice), 4–7: levels (a group of two numbers), 8: note (text). */
const small = writeXlsform(
  form('small', [
    question('systems', 'integer', { min: 0, max: 100 }),
    choiceQuestion('kinds', 'multi-choice', threeKinds),
    question('levels', 'numbers', { parts: 2 }),
    question('note', 'text', { required: false }),
  ]),
  words,
);

/** The workbook with other texts in cells of the sheet survey, by row and heading. */
function withCells(...changes: [row: number, heading: string, text: string][]): Workbook {
  const survey = (small.survey ?? []).map((row) => [...row]);
  const [headings = []] = survey;
  for (const [row, heading, text] of changes) {
    const index = headings.indexOf(heading);
    if (index < 0) headings.push(heading);
    const cells = survey[row - 1];
    if (cells) cells[index < 0 ? headings.length - 1 : index] = text;
  }
  return { ...small, survey };
}

function mistakesOf(workbook: Workbook): string[] {
  const read = readXlsform(workbook, { directives: catalogue.directives });
  if (read.kind === 'read') return [];
  return read.mistakes.map(({ sheet, cell, column, reason }) => `${sheet}!${cell} (${column}): ${reason}`);
}

test('as it was written it is read', () => {
  expect(mistakesOf(small)).toEqual([]);
});

test.each([
  {
    what: 'a type that is not taken over',
    changes: [[2, 'type', 'geopoint']],
    mistake:
      'survey!A2 (type): the type geopoint is not taken over; known are integer, decimal, date, text, select_one, select_multiple and begin_group',
  },
  {
    what: 'a repeat',
    changes: [[2, 'type', 'begin_repeat']],
    mistake:
      'survey!A2 (type): the type begin_repeat is not taken over; known are integer, decimal, date, text, select_one, select_multiple and begin_group',
  },
  {
    what: 'a text inside a group of numbers',
    changes: [[5, 'type', 'text']],
    mistake: 'survey!A5 (type): inside a group of numbers only integer is taken, not text',
  },
  {
    what: 'a relevant that is not understood',
    changes: [[8, 'relevant', '${systems} > 0 or ${systems} = 5']],
    mistake: 'survey!H8 (relevant): or is outside the expressions that are understood',
  },
  {
    what: 'a constraint that is not understood',
    changes: [[2, 'constraint', "regex(., '[0-9]')"]],
    mistake: 'survey!I2 (constraint): regex() is outside the expressions that are understood',
  },
  {
    what: 'a message that nobody would see',
    changes: [[2, 'constraint_message::Tiếng Việt (vi)', 'Sai rồi']],
    mistake:
      'survey!J2 (constraint_message::Tiếng Việt (vi)): there is a message only for . <= ${other} and for a yes that is needed; of other limits the conversation has its own words',
  },
  {
    what: 'a condition on a question that comes later',
    changes: [[2, 'relevant', "${note} != ''"]],
    mistake: 'survey!H2 (relevant): no question note comes before this one',
  },
  {
    what: 'an option that is not there',
    changes: [[8, 'relevant', "selected(${kinds}, 'virus')"]],
    mistake: 'survey!H8 (relevant): kinds has no option virus',
  },
  {
    what: 'a list that is not there',
    changes: [[3, 'type', 'select_multiple colours']],
    mistake: 'survey!A3 (type): the sheet choices has no list colours',
  },
  {
    what: 'other options besides',
    changes: [[3, 'type', 'select_multiple kinds or_other']],
    mistake: 'survey!A3 (type): or_other after select_multiple kinds is not taken over',
  },
  {
    what: 'a column that is not taken over',
    changes: [[8, 'appearance', 'multiline']],
    mistake: expect.stringContaining(
      'survey!W8 (appearance): the column appearance is not taken over; known are type,',
    ),
  },
  {
    what: 'another language',
    changes: [[8, 'label::Français (fr)', 'Remarque']],
    mistake: expect.stringContaining(
      'survey!W8 (label::Français (fr)): the column label::Français (fr) is not taken over',
    ),
  },
  {
    what: 'a required that is an expression',
    changes: [[8, 'required', '${systems} > 0']],
    mistake: 'survey!G8 (required): ${systems} > 0 is neither yes nor no',
  },
  {
    what: 'a text that is missing',
    changes: [[8, 'hint::English (en)', '  ']],
    mistake: 'survey!F8 (hint::English (en)): hint::en is empty',
  },
  {
    what: 'a name that cannot be one',
    changes: [[8, 'name', 'Ghi chú']],
    mistake: expect.stringContaining('survey!B8 (name): questions.3.key: '),
  },
  {
    what: 'a name that exists already',
    changes: [[8, 'name', 'systems']],
    mistake: 'survey!B8 (name): the question systems exists already in this form',
  },
  {
    what: 'numbers of a group with different limits',
    changes: [[6, 'constraint', '. <= 5']],
    mistake: 'survey!I6 (constraint): constraint is the same for all numbers of a group',
  },
  {
    what: 'a directive that nobody knows',
    changes: [[8, 'nh_asked_by', 'cong-van-1']],
    mistake: 'survey!T8 (nh_asked_by): there is no directive cong-van-1',
  },
  {
    what: 'an answer for nothing that is no answer',
    changes: [
      [2, 'nh_scope', 'window'],
      [2, 'nh_when_nothing', 'yes'],
    ],
    mistake: expect.stringContaining('survey!S2 (nh_when_nothing): '),
  },
] as { what: string; changes: [number, string, string][]; mistake: string }[])(
  '$what is refused by its name, with its cell',
  ({ changes, mistake }) => {
    expect(mistakesOf(withCells(...changes))).toEqual([mistake]);
  },
);

test('a group of questions is refused, and what stands in it looked at by itself', () => {
  const mistakes = mistakesOf(withCells([4, 'nh_type', '']));
  expect(mistakes[0]).toBe(
    'survey!A4 (type): a group is taken only as a group of numbers: nh_type is numbers',
  );
  expect(mistakes.slice(1).every((mistake) => /^survey!.[56] .* is empty$/.test(mistake))).toBe(true);
});

test('every mistake is named at once', () => {
  expect(
    mistakesOf(withCells([2, 'type', 'audio'], [8, 'required', 'maybe'], [8, 'constraint', 'once()'])),
  ).toHaveLength(3);
});

test('a date that may be later than today is not taken', () => {
  const dated = writeXlsform(form('dated', [question('day', 'date', { dateRule: 'not-future' })]), words);
  const survey = (dated.survey ?? []).map((row) => row.map((cell) => (cell === '. <= today()' ? '' : cell)));
  expect(mistakesOf({ ...dated, survey })).toEqual([
    'survey!I2 (constraint): a date is never later than today: write . <= today()',
  ]);
});

test('sheets that are not taken over, and a workbook without questions', () => {
  expect(mistakesOf({ ...small, entities: [['dataset'], ['trees']] })).toEqual([
    'entities!A1 (A): the sheet entities is not taken over',
  ]);
  expect(mistakesOf({ Sheet1: [['Mã', 'Tên']] })).toEqual([
    'Sheet1!A1 (A): the sheet Sheet1 is not taken over',
    'survey!A1 (type): the sheet survey has no questions',
  ]);
});

test('a rule between questions that was written into the constraint, as other programs know it', () => {
  const monthly = findForm(catalogue, 'monthly-agency');
  if (!monthly) throw new Error('There is a monthly form.');
  const [headings = [], , approved = []] = writeXlsform(monthly, words).survey ?? [];
  expect(approved[headings.indexOf('constraint')]).toBe('. >= 0 and . <= 10000 and . <= ${systems-managed}');
  expect(approved[headings.indexOf('constraint_message::English (en)')]).toBe(
    'More systems cannot have an approved level than you manage. Please check the two numbers.',
  );
});
