import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDirectives } from '#app/load-directives.ts';
import { parseAnswer } from '#domain/answer.ts';
import type { DialogueContext } from '#domain/dialogue.ts';
import { planQuestions } from '#domain/dialogue/plan.ts';
import type { Form } from '#domain/directives/schema.ts';
import { report, talk, today } from '#test/domain/talk.ts';

const directives = loadDirectives(join(import.meta.dirname, '../../domain/directives'));
const forms = directives.flatMap((directive) => directive.forms);
const latest = (id: string): Form => {
  const [form] = forms.filter((one) => one.id === id).sort((a, b) => b.version - a.version);
  if (!form) throw new Error(`no form ${id}`);
  return form;
};
const within: DialogueContext = {
  formOf: (id, version) => forms.find((form) => form.id === id && form.version === version),
  on: new Set(['thai-nguyen-1880-2024', 'dong-nai-2455-2024']),
  today,
  past: {},
};

describe('the forms of the directives', () => {
  it('understand each example that they give', () => {
    const whole = { today: '2027-12-31', windowFrom: '2024-01-01', windowTo: '2027-12-31' };
    const misread = forms
      .flatMap(({ id, questions }) => questions.map((question) => ({ id, question })))
      .filter(({ question }) => parseAnswer(question, question.example, whole).kind !== 'understood')
      .map(({ id, question }) => `${id}/${question.key}: ${question.example}`);
    expect(misread).toEqual([]);
  });

  it('a small agency without systems is through with its month in a few answers', () => {
    const chat = talk([report(latest('monthly-agency'))], within);
    expect(chat.type('không có', 'không', 'ko', 'chưa', 'có')).toEqual([
      'heard backups = true',
      'ask difficulties@2026-11-15 6/6 or skip',
    ]);
    expect(chat.step({ kind: 'skip', slot: 'difficulties@2026-11-15' })[1]).toBe(
      'monthly-agency-1: systems-managed 0, incidents 0, vulnerabilities-found 0, hunting-done false, backups true, difficulties –',
    );
  });

  it('in December the month and the quarter are filled together, shared questions once', () => {
    const month = report(latest('monthly-agency'));
    const quarter = report(latest('quarterly-agency'), { windowFrom: '2026-09-15' });
    const shared = planQuestions([month, quarter], within).filter(({ serves }) => serves.length === 2);
    expect(shared.map(({ slot }) => slot)).toEqual([
      'systems-managed',
      'systems-approved',
      'systems-by-level',
      'systems-deployed',
      'backups',
    ]);
    const chat = talk([month, quarter], within);
    expect(chat.type('6', '7')).toContainEqual(
      expect.stringMatching(/^broken .*go back to systems-managed$/),
    );
    expect(chat.type('5', '3 2 0 0', '3 2 0 0 0', '4')?.[1]).toBe(
      'ask incidents@2026-11-15 5/11 with 1 more',
    );
  });
});
