import { describe, expect, it } from 'vitest';
import { answersOf, brokenRules, formAsked, isRelevant, relevantQuestions } from '#domain/form.ts';
import { form, question, rule, threeKinds, choiceQuestion, when } from '#test/domain/small-forms.ts';

describe('relevance', () => {
  const chain = form('chain', [
    question('systems', 'integer'),
    question('approved', 'integer', when('systems', 'greater', 0)),
    question('levels', 'numbers', { parts: 2, ...when('approved', 'greater', 0) }),
  ]);

  it('follows the answers given so far', () => {
    const keys = (answers: Parameters<typeof relevantQuestions>[1]) =>
      relevantQuestions(chain, answers).map(({ key }) => key);
    expect(keys({})).toEqual(['systems']);
    expect(keys({ systems: 0 })).toEqual(['systems']);
    expect(keys({ systems: 3 })).toEqual(['systems', 'approved']);
    expect(keys({ systems: 3, approved: 1 })).toEqual(['systems', 'approved', 'levels']);
  });

  it('gives no answer to what is not relevant, so what hangs on it is not relevant either', () => {
    const draft = { systems: 0, approved: 1, levels: [1, 0] };
    expect(isRelevant(chain, 'levels', draft)).toBe(false);
    expect(answersOf(chain, draft)).toEqual({ systems: 0 });
  });

  it('knows each kind of condition', () => {
    const kinds = choiceQuestion('kinds', 'multi-choice', threeKinds);
    const asked = form('f', [
      question('share', 'percent'),
      question('done', 'yes-no'),
      kinds,
      question('why-less', 'text', when('share', 'less', 10)),
      question('why-not', 'text', when('done', 'not-equal', true)),
      question('which-malware', 'text', when('kinds', 'includes', 'malware')),
      question('anything', 'text', when('done', 'answered')),
    ]);
    const keys = (answers: Parameters<typeof relevantQuestions>[1]) =>
      relevantQuestions(asked, answers)
        .slice(3)
        .map(({ key }) => key);
    expect(keys({})).toEqual([]);
    expect(keys({ share: 9.5, done: false, kinds: ['malware'] })).toEqual([
      'why-less',
      'why-not',
      'which-malware',
      'anything',
    ]);
    expect(keys({ share: 10, done: true, kinds: ['phishing'] })).toEqual(['anything']);
  });
});

describe('rules across questions', () => {
  const ruled = form(
    'ruled',
    [question('all', 'integer'), question('some', 'integer'), question('parts', 'numbers', { parts: 2 })],
    [rule('not-more-than', 'some', 'all'), rule('parts-add-up-to', 'parts', 'some')],
  );
  const broken = (answers: Parameters<typeof brokenRules>[1]) =>
    brokenRules(ruled, answers).map(({ rule: kind }) => kind);

  it('hold when the figures fit, and while one of them is missing', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ some: 5 })).toEqual([]);
    expect(broken({ all: 5, some: 5, parts: [3, 2] })).toEqual([]);
  });

  it('are named when they are broken', () => {
    expect(broken({ all: 4, some: 5 })).toEqual(['not-more-than']);
    expect(broken({ all: 9, some: 5, parts: [3, 1] })).toEqual(['parts-add-up-to']);
  });
});

describe('a form as it is asked', () => {
  it('leaves out what only directives want that are off', () => {
    const asked = form('f', [question('a', 'text', { askedBy: ['x', 'y'] }), question('b', 'text')]);
    expect(formAsked(asked, new Set(['y'])).questions).toHaveLength(2);
    expect(formAsked(asked, new Set()).questions.map(({ key }) => key)).toEqual(['b']);
  });

  it('hold back what is not done yet', () => {
    const message = { vi: 'Chưa xong', en: 'Not done' };
    const confirmation = {
      ...form('confirmation', [question('done', 'yes-no')]),
      rules: [{ rule: 'must-be' as const, question: 'done', value: true, message }],
    };
    expect(brokenRules(confirmation, {})).toEqual([]);
    expect(brokenRules(confirmation, { done: true })).toEqual([]);
    expect(brokenRules(confirmation, { done: false })).toEqual(confirmation.rules);
  });
});
