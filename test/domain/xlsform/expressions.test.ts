// biome-ignore-all lint/suspicious/noTemplateCurlyInString: so XLSForm names answers.
import { describe, expect, test } from 'vitest';
import type { Condition } from '#domain/directives/schema.ts';
import { readConstraint } from '#domain/xlsform/constraint.ts';
import type { NamedQuestion } from '#domain/xlsform/names.ts';
import { readRelevant } from '#domain/xlsform/relevant.ts';

const label = { vi: 'tên', en: 'name' };
const named: NamedQuestion[] = [
  { key: 'systems', type: 'integer' },
  { key: 'share', type: 'percent' },
  { key: 'hunted', type: 'yes-no' },
  {
    key: 'result',
    type: 'choice',
    options: [
      { key: 'good', label },
      { key: 'not-yet', label },
    ],
  },
  {
    key: 'kinds',
    type: 'multi-choice',
    options: [
      { key: 'malware', label },
      { key: 'other', label },
    ],
  },
  {
    key: 'levels',
    type: 'numbers',
    parts: [
      { key: 'one', label },
      { key: 'two', label },
    ],
  },
];

describe('the column relevant', () => {
  const table: [string, ...Condition[]][] = [
    ['${systems} > 0', { question: 'systems', is: 'greater', value: 0 }],
    ['0 < ${systems}', { question: 'systems', is: 'greater', value: 0 }],
    ['${systems}>=1', { question: 'systems', is: 'greater', value: 0 }],
    ['${ systems } <= 9', { question: 'systems', is: 'less', value: 10 }],
    ['${systems} = 3', { question: 'systems', is: 'equal', value: 3 }],
    ['${share} < 12.5', { question: 'share', is: 'less', value: 12.5 }],
    [
      '(${systems} > 0 and ${systems} < 10)',
      { question: 'systems', is: 'greater', value: 0 },
      { question: 'systems', is: 'less', value: 10 },
    ],
    ["${hunted} = 'yes'", { question: 'hunted', is: 'equal', value: true }],
    ['${hunted} != "no"', { question: 'hunted', is: 'not-equal', value: false }],
    ["${result} = 'not_yet'", { question: 'result', is: 'equal', value: 'not-yet' }],
    ["selected(${result}, 'good')", { question: 'result', is: 'equal', value: 'good' }],
    ["selected( ${kinds} , 'malware' )", { question: 'kinds', is: 'includes', value: 'malware' }],
    ["${systems} != ''", { question: 'systems', is: 'answered' }],
    ["${levels.two} != ''", { question: 'levels', is: 'answered' }],
    ['${levels.one} + ${levels.two} > 3', { question: 'levels', is: 'greater', value: 3 }],
  ];
  test.each(table)('%s', (text, ...conditions) => {
    expect(readRelevant(text, named)).toEqual({ kind: 'read', conditions });
  });

  test.each([
    { text: '${systems} > 0 or ${share} > 1', reason: 'or is outside the expressions that are understood' },
    { text: "not(${hunted} = 'yes')", reason: 'not() is outside the expressions that are understood' },
    {
      text: 'count-selected(${kinds}) > 1',
      reason: 'count-selected() is outside the expressions that are understood',
    },
    { text: '${systems} div 2 > 1', reason: 'div is outside the expressions that are understood' },
    { text: '${systems} * 2 > 1', reason: '* 2 > 1 is outside the expressions that are understood' },
    { text: "regex(., 'a')", reason: 'regex() is outside the expressions that are understood' },
    { text: '${systems}', reason: '${systems} … is outside the expressions that are understood' },
    { text: '${systems} > 0)', reason: ') is outside the expressions that are understood' },
    { text: '(${systems} > 0', reason: '0 … is outside the expressions that are understood' },
    { text: '${gone} > 0', reason: 'there is no question gone' },
    { text: '${levels.three} > 0', reason: 'there is no question levels.three' },
    {
      text: '${levels.one} > 0',
      reason: 'a single number of levels is not compared, only all of them together',
    },
    { text: '${levels.one} + ${systems} > 0', reason: 'only all numbers of one group are added up' },
    { text: '${share} >= 10', reason: '>= is understood of whole numbers only; use >' },
    { text: '${systems} > ${share}', reason: 'systems is compared with a number or a text between quotes' },
    { text: '. > 0', reason: 'a condition begins with the answer to a question: ${name}' },
  ])('$text is refused', ({ text, reason }) => {
    expect(readRelevant(text, named)).toEqual({ kind: 'refused', reason });
  });
});

describe('the column constraint', () => {
  test.each([
    { text: '. >= 0 and . <= 100', type: 'percent', constraint: { min: 0, max: 100 } },
    { text: '. > 0 and 10 > .', type: 'integer', constraint: { min: 1, max: 9 } },
    { text: '. >= -5', type: 'decimal', constraint: { min: -5 } },
    { text: 'string-length(.) <= 300', type: 'text', constraint: { maxLength: 300 } },
    { text: 'string-length(.) < 300', type: 'text', constraint: { maxLength: 299 } },
    { text: '. <= today()', type: 'date', constraint: { notFuture: true } },
    {
      text: '. >= 0 and . <= ${systems}',
      type: 'integer',
      constraint: { min: 0, rule: { rule: 'not-more-than', other: 'systems' } },
    },
    { text: ". = 'yes'", type: 'yes-no', constraint: { rule: { rule: 'must-be', value: true } } },
  ] as const)('$text of $type', ({ text, type, constraint }) => {
    expect(readConstraint(text, type, named)).toEqual({ kind: 'read', constraint });
  });

  test.each([
    {
      text: "regex(., '[0-9]+')",
      type: 'text',
      reason: 'regex() is outside the expressions that are understood',
    },
    { text: '. > 1.5', type: 'decimal', reason: '. > 1.5 is understood of whole numbers only; use <= or >=' },
    { text: '. <= 5 and . <= 6', type: 'integer', reason: 'max is given twice' },
    { text: '. >= today()', type: 'date', reason: '. >= today() is not understood, only . <= today()' },
    { text: '. <= today()', type: 'integer', reason: 'only a date is compared with today()' },
    { text: '. >= 0', type: 'choice', reason: 'a question of type choice is not compared with a number' },
    {
      text: '. < ${systems}',
      type: 'integer',
      reason: 'of comparisons with other answers only . <= ${name} is understood',
    },
    { text: '. <= ${gone}', type: 'integer', reason: 'there is no question gone' },
    { text: '${systems} > 0', type: 'integer', reason: 'a constraint begins with . or string-length(.)' },
    {
      text: 'string-length(.) <= 5',
      type: 'integer',
      reason: 'a question of type integer has no string-length(.)',
    },
  ] as const)('$text of $type is refused', ({ text, type, reason }) => {
    expect(readConstraint(text, type, named)).toEqual({ kind: 'refused', reason });
  });
});
