import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answers, type AnswerValue, sameValue } from '#domain/answers/answer-value.ts';
import { advance } from '#domain/dialogue.ts';
import { draftsOf } from '#domain/dialogue/drafts.ts';
import { carriedDraft } from '#domain/dialogue/form-change.ts';
import { upgradeDialogue } from '#domain/dialogue/upgrade.ts';
import type { Form, Question } from '#domain/directives/schema.ts';
import { choiceQuestion, dateQuestion, form, question, threeKinds, when } from '#test/domain/small-forms.ts';
import { context, report, stored, talk } from '#test/domain/talk.ts';

describe('a conversation under a new version', () => {
  const systems = question('systems', 'integer');
  const trained = question('trained', 'integer', { required: false });
  const backups = question('backups', 'yes-no');
  const before = form('monthly', [systems, trained, backups]);
  const after = form('monthly', [question('servers', 'integer'), backups, trained, systems], [], 2);

  test('keeps where an answer was taken from, that it was confirmed, and what was passed over', () => {
    const past = { past: { 'monthly-1': { systems: 2 } } };
    const within = { ...context([before, after]), ...past };
    const chat = talk([report(before)], within);
    chat.type('20', 'có');
    chat.step({ kind: 'skip', slot: 'trained' });
    expect(chat.said().at(-1)).toBe('ask backups 3/3');

    const draft = draftsOf(chat.state(), within)['monthly-1'] ?? {};
    const reports = [{ assignment: report(after), draft, under: before }];
    const { state, changes, asksTheSame } = upgradeDialogue(stored(chat.state()), reports, within);
    expect(stored(state)).toMatchObject({
      answers: { systems: 20 },
      confirmed: { systems: { reason: 'tenfold', last: 2 } },
      skipped: ['trained'],
      at: 'backups',
    });
    expect(changes.map(({ added }) => added.map(({ key }) => key))).toEqual([['servers']]);
    expect(asksTheSame).toBe(true);

    const goneOn = advance(state, { kind: 'answer', slot: 'backups', typed: 'có' }, within);
    expect(goneOn.state).toMatchObject({ at: 'servers', answers: { systems: 20, backups: true } });
  });

  test('drops what is known of an answer that is not kept', () => {
    const share = form('monthly', [question('systems', 'percent'), backups], [], 2);
    const within = { ...context([before, share]), past: { 'monthly-1': { systems: 2 } } };
    const chat = talk([report(before)], within);
    chat.step({ kind: 'take-last' });
    expect(chat.state().sources).toEqual({ systems: 'last-period' });
    const draft = draftsOf(chat.state(), within)['monthly-1'] ?? {};
    const upgraded = upgradeDialogue(
      chat.state(),
      [{ assignment: report(share), draft, under: before }],
      within,
    );
    expect(upgraded.state).toMatchObject({ answers: {}, sources: {}, confirmed: {} });
  });

  test('a group of numbers with other numbers in it is asked again, since they stand by their place', () => {
    const [two, other] = [
      question('levels', 'numbers', { parts: 2 }),
      question('levels', 'numbers', { parts: 2 }),
    ];
    const renamed = { ...other, parts: [...(other.parts ?? [])].reverse() };
    const versions = [form('monthly', [two]), form('monthly', [renamed], [], 2)] as const;
    const carried = carriedDraft(
      { assignment: report(versions[1]), draft: { levels: [3, 2] }, under: versions[0] },
      context([...versions]),
    );
    expect(carried).toMatchObject({ kept: {}, change: { reasked: [{ answer: [3, 2] }] } });
  });

  test('a question that only a directive asks which is off now is no news, and keeps its answer for when it is on', () => {
    const asked = question('drills', 'integer', { askedBy: ['cv'] });
    const versions = [form('monthly', [systems, asked]), form('monthly', [systems, asked], [], 2)] as const;
    const carried = carriedDraft(
      { assignment: report(versions[1]), draft: { systems: 3, drills: 1 }, under: versions[0] },
      context([...versions], []),
    );
    expect(carried).toMatchObject({ kept: { systems: 3 }, change: { added: [], gone: [] } });
  });
});

describe('whatever the versions are', () => {
  const shapes: ((key: string) => Question)[] = [
    (key) => question(key, 'integer', { max: 50 }),
    (key) => question(key, 'percent', { scope: 'window' }),
    (key) => question(key, 'yes-no', { required: false }),
    (key) => question(key, 'text', { maxLength: 3, label: 'lời khác' }),
    (key) => question(key, 'numbers', { parts: 2 }),
    (key) => question(key, 'numbers', { parts: 3 }),
    (key) => choiceQuestion(key, 'choice', threeKinds),
    (key) => choiceQuestion(key, 'multi-choice', { malware: 'Mã độc', other: 'Khác' }),
    (key) => dateQuestion(key, 'in-window'),
    (key) => question(key, 'integer', when('a', 'greater', 0)),
  ];
  const keys = ['a', 'b', 'c', 'd', 'e'];
  const questions = fc
    .tuple(
      fc.shuffledSubarray(keys, { minLength: 1 }),
      fc.array(fc.nat(shapes.length - 1), { minLength: 5, maxLength: 5 }),
    )
    .map(([chosen, kinds]) =>
      chosen.map((key, index) => shapes[kinds[index] ?? 0]?.(key) ?? question(key, 'text')),
    );
  const value: fc.Arbitrary<AnswerValue> = fc.constantFrom<AnswerValue[]>(
    ...[0, 7, 99, 12.5, true, false, 'abc', 'abcd', 'malware', 'phishing', '2026-12-01', '2020-01-01'],
    ...[[1, 2], [1, 2, 3], ['malware'], ['malware', 'phishing']],
  );
  const draft = fc.dictionary(fc.constantFrom(...keys, 'f'), value);

  test('every answer of the draft is kept, or named as asked again or gone; and the conversation goes on', () => {
    fc.assert(
      fc.property(questions, questions, draft, fc.boolean(), (one, other, held, isKnown) => {
        const [before, after] = [form('monthly', one), form('monthly', other, [], 2)];
        const forms = context(isKnown ? [before, after] : [after]);
        const begun = { assignment: report(after), draft: held, under: isKnown ? before : undefined };
        expectNothingLost(held, after, before, isKnown, carriedDraft(begun, forms));
        const upgraded = upgradeDialogue(undefined, [begun], forms);
        const goneOn = advance(stored(upgraded.state), { kind: 'resume' }, forms);
        expect(['question', 'summary']).toContain(goneOn.say.at(-1)?.kind);
      }),
      { numRuns: 300 },
    );
  });
});

function expectNothingLost(
  held: Answers,
  after: Form,
  before: Form,
  isKnown: boolean,
  { kept, change }: ReturnType<typeof carriedDraft>,
): void {
  const told = [...(change?.reasked ?? []), ...(change?.gone ?? [])].map(({ answer }) => answer);
  for (const [key, answer] of Object.entries(held)) {
    // What the version before did not ask either was no answer to it.
    const wasAsked =
      !isKnown ||
      before.questions.some((one) => one.key === key) ||
      after.questions.some((one) => one.key === key);
    if (!wasAsked) continue;
    expect(sameValue(kept[key], answer) || told.includes(answer)).toBe(true);
  }
}
