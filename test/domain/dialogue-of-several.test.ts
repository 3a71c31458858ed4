import { describe, expect, it } from 'vitest';
import { draftsOf } from '#domain/dialogue/drafts.ts';
import { planQuestions } from '#domain/dialogue/plan.ts';
import { monthly, quarterly } from '#test/domain/december.ts';
import { form, question, when } from '#test/domain/small-forms.ts';
import { context, report, talk } from '#test/domain/talk.ts';

const forms = context([monthly, quarterly]);
const month = report(monthly);
const quarter = report(quarterly, { windowFrom: '2026-09-15', period: '2026-Q4' });

describe('several reports in one conversation', () => {
  it('asks a shared question once, and what happened once for each window', () => {
    expect(planQuestions([month, quarter], forms).map(({ slot, serves }) => [slot, serves.length])).toEqual([
      ['systems', 2],
      ['approved', 2],
      ['levels', 1],
      ['incidents@2026-11-15', 1],
      ['hunted@2026-11-15', 1],
      ['hunted-on@2026-11-15', 1],
      ['note@2026-11-15', 1],
      ['incidents@2026-09-15', 1],
      ['trained', 1],
    ]);
    const chat = talk([month, quarter], forms);
    chat.type('10', '0', '1', '4', 'chưa', 'x1');
    expect(chat.type('30')?.[1]).toBe(
      'monthly-1: systems 10, approved 0, incidents 1, hunted false, note x1; quarterly-1: systems 10, approved 0, incidents 4, trained 30',
    );
    expect(chat.step({ kind: 'send' })).toEqual([
      `send ${JSON.stringify([
        {
          assignmentId: 'monthly-1',
          formId: 'monthly',
          formVersion: 1,
          answers: { systems: 10, approved: 0, incidents: 1, hunted: false, note: 'x1' },
          remarks: {},
        },
        {
          assignmentId: 'quarterly-1',
          formId: 'quarterly',
          formVersion: 1,
          answers: { systems: 10, approved: 0, incidents: 4, trained: 30 },
          remarks: {},
        },
      ])}`,
    ]);
  });

  it('takes the narrowest limits of a shared question', () => {
    const wide = form('wide', [question('staff', 'integer')]);
    const narrow = form('narrow', [question('staff', 'integer', { max: 20 })]);
    const chat = talk([report(wide), report(narrow)], context([wide, narrow]));
    expect(chat.type('21')).toEqual(['misunderstood staff: above-max', 'ask staff 1/1']);
    expect(chat.type('20')?.[1]).toBe('wide-1: staff 20; narrow-1: staff 20');
  });

  it('asks a shared question where one report needs it, and gives it to that one only', () => {
    const gate = question('gate', 'yes-no');
    const always = form('always', [question('x', 'integer')]);
    const gated = form('gated', [gate, question('x', 'integer', when('gate', 'equal', true))]);
    const chat = talk([report(always), report(gated)], context([always, gated]));
    expect(chat.type('7', 'không')?.[1]).toBe('always-1: x 7; gated-1: gate false');
  });

  it('asks apart for each unit, by name', () => {
    const form1 = form('short', [question('staff', 'integer')]);
    const here = report(form1);
    const there = report(form1, { assignmentId: 'short-2', unit: { id: 'u2', name: 'Phường Tân An' } });
    const chat = talk([here, there], context([form1]));
    expect(chat.said()).toEqual(['ask staff of Sở Tài chính 1/2']);
    expect(chat.type('5')).toEqual(['heard staff = 5', 'ask staff~2 of Phường Tân An 2/2']);
    expect(chat.type('6')?.[1]).toBe('short-1: staff 5; short-2: staff 6');
  });

  it('asks apart where two forms mean different things by one key, or one is called like the summary', () => {
    const one = form('one', [question('summary', 'integer'), question('backup', 'yes-no')]);
    const two = form('two', [question('backup', 'integer')]);
    expect(planQuestions([report(one), report(two)], context([one, two])).map(({ slot }) => slot)).toEqual([
      'summary~2',
      'backup',
      'backup~2',
    ]);
  });
});

describe('drafts', () => {
  it('let another person, or another day, go on where it was left', () => {
    const chat = talk([month, quarter], forms);
    chat.type('10', '5', '3 2 0');
    const drafts = draftsOf(chat.state(), forms);
    expect(drafts).toEqual({
      'monthly-1': { systems: 10, approved: 5, levels: [3, 2, 0] },
      'quarterly-1': { systems: 10, approved: 5 },
    });
    expect(talk([month], forms, drafts).said()).toEqual(['ask incidents@2026-11-15 4/6']);
    expect(talk([quarter], forms, drafts).said()).toEqual(['ask incidents@2026-09-15 3/4']);
  });

  it('that disagree, or do not fit the form any more, are asked again', () => {
    const drafts = { 'monthly-1': { systems: 10, approved: 'x' }, 'quarterly-1': { systems: 11 } };
    const chat = talk([month, quarter], forms, drafts);
    expect(chat.said()).toEqual(['offer 5 for 7', 'ask systems 1/5']);
    expect(chat.type('10')?.[1]).toBe('ask approved 2/6');
  });

  it('of an older version of the form are answered in that version', () => {
    const newer = form('monthly', [question('anything-else', 'integer')], [], 2);
    const chat = talk([month], context([newer, monthly]));
    expect(chat.said()).toEqual(['ask systems 1/4']);
    expect(() => talk([report({ ...monthly, version: 3 })], context([monthly]))).toThrow(/monthly version 3/);
  });
});
