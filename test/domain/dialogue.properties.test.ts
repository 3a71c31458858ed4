import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswer } from '#domain/answer.ts';
import type { AnswerValue } from '#domain/answers/answer-value.ts';
import { advance, startDialogue } from '#domain/dialogue.ts';
import { planQuestions } from '#domain/dialogue/plan.ts';
import type { DialogueInput, DialogueSay } from '#domain/dialogue/say.ts';
import { standingOf } from '#domain/dialogue/standing.ts';
import type { DialogueState } from '#domain/dialogue/state.ts';
import { monthly, quarterly } from '#test/domain/december.ts';
import { context, report, stored, today } from '#test/domain/talk.ts';

const within = context([monthly, quarterly]);
const assignments = [report(monthly), report(quarterly, { windowFrom: '2026-09-15' })];
const plan = planQuestions(assignments, within);

const slot = fc.constantFrom(...plan.map((instance) => instance.slot), 'summary', 'nonsense');
const typed = fc.constantFrom(
  '0',
  '1',
  '5',
  '3 2 0',
  '1 0 0',
  'có',
  'chưa',
  '5/12',
  '1/11',
  'không',
  '',
  'x1',
  '-1',
);
const value: fc.Arbitrary<AnswerValue> = fc.constantFrom<AnswerValue[]>(
  0,
  1,
  5,
  true,
  false,
  [1, 0, 0],
  '2026-12-01',
  'x',
);

/** `here` stands for whatever is asked at that moment, so that long conversations get somewhere. */
const here = 'here';
const anySlot = fc.oneof({ weight: 4, arbitrary: fc.constant(here) }, { weight: 1, arbitrary: slot });
const anyInput: fc.Arbitrary<DialogueInput> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('answer' as const), slot: anySlot, typed }) },
  { weight: 3, arbitrary: chooseAt(anySlot) },
  fc.record({ kind: fc.constant('confirm' as const), slot: anySlot, agreed: fc.boolean() }),
  fc.record({ kind: fc.constant('pick' as const), slot: anySlot, keys: fc.constant<string[]>(['malware']) }),
  fc.record({ kind: fc.constant('keep' as const), slot: anySlot }),
  fc.record({ kind: fc.constant('skip' as const), slot: anySlot }),
  fc.record({ kind: fc.constant('edit' as const), slot }),
  fc.constantFrom<DialogueInput[]>(
    { kind: 'back' },
    { kind: 'send' },
    { kind: 'send', seen: 'old' },
    { kind: 'stop' },
    { kind: 'resume' },
    { kind: 'resume' },
    { kind: 'outdated' },
  ),
);
const inputs = fc.array(anyInput, { maxLength: 40 });

function chooseAt(slots: fc.Arbitrary<string>): fc.Arbitrary<DialogueInput> {
  return fc.tuple(slots, value).map(([of, chosen]) => ({ kind: 'choose', slot: of, value: chosen }));
}

function play(given: DialogueInput[], keep: (state: DialogueState) => DialogueState = (state) => state) {
  let { state, say } = startDialogue(assignments, {}, within);
  const steps = [{ state, say }];
  for (const input of given) {
    const bound = 'slot' in input && input.slot === here ? { ...input, slot: state.at } : input;
    ({ state, say } = advance(keep(state), bound, within));
    steps.push({ state, say });
  }
  return { state, steps };
}

/** Answers whatever is open, honestly, to the end. */
function finish(from: DialogueState): DialogueSay[] {
  let { state, say } = advance({ ...from, status: 'open' }, { kind: 'resume' }, within);
  for (let step = 0; step < 40 && state.at !== 'summary'; step += 1) {
    const [key = ''] = state.at.split('@');
    const honest: Record<string, AnswerValue> = {
      levels: [Number(state.answers.approved), 0, 0],
      hunted: false,
      'hunted-on': '2026-12-01',
      // A longer window has no less than one inside it.
      incidents: 9,
      note: 'x1',
    };
    ({ state, say } = advance(state, { kind: 'choose', slot: state.at, value: honest[key] ?? 0 }, within));
  }
  expect(state.at).toBe('summary');
  ({ say } = advance(state, { kind: 'send' }, within));
  return say;
}

describe('whatever a person does', () => {
  it('the dialogue stands at a question that is to be answered, or at a summary of everything', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        for (const { state, say } of play(given).steps) {
          const { relevant, open, broken } = standingOf(state, within);
          if (state.at === 'summary') {
            expect(open).toEqual([]);
            expect(broken).toEqual([]);
          } else {
            expect(relevant.map((instance) => instance.slot)).toContain(state.at);
          }
          const standing = ['question', 'summary', 'confirm', 'stopped', 'ready-to-submit', 'over'];
          expect(say.filter(({ kind }) => standing.includes(kind))).toHaveLength(1);
          expect(standing).toContain(say.at(-1)?.kind);
        }
      }),
    );
  });

  it('each answer is one to its question', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const { answers } = play(given).state;
        for (const { slot: of, question, windowFrom, windowTo } of plan) {
          const answer = answers[of];
          if (answer === undefined) continue;
          const { kind } = checkAnswer(question, answer, { today, windowFrom, windowTo });
          // A doubtful one was confirmed.
          expect(['understood', 'doubtful']).toContain(kind);
        }
        expect(Object.keys(answers).every((of) => plan.some((instance) => instance.slot === of))).toBe(true);
      }),
    );
  });

  it('a day outside the window is there only because it was confirmed', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        for (const [index, { state }] of play(given).steps.entries()) {
          if (state.answers['hunted-on@2026-11-15'] !== '2026-11-01') continue;
          const before = given.slice(0, index);
          const agreed = before.some(
            (input) =>
              (input.kind === 'confirm' && input.agreed) || (input.kind === 'answer' && input.typed === 'có'),
          );
          expect(agreed).toBe(true);
          break;
        }
      }),
    );
  });

  it('nothing is sent while a required question is open or a rule is broken, and never twice', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const { steps } = play(given);
        const sent = steps.flatMap(({ say }) => say).filter((said) => said.kind === 'ready-to-submit');
        expect(sent.length).toBeLessThanOrEqual(1);
        for (const { answers, formId } of sent.flatMap(({ submissions }) => submissions)) {
          expect(answers.systems).toBeTypeOf('number');
          expect('approved' in answers).toBe(Number(answers.systems) > 0);
          expect(Number(answers.approved ?? 0)).toBeLessThanOrEqual(Number(answers.systems));
          expect(answers.incidents).toBeTypeOf('number');
          expect(formId === 'monthly' ? answers.hunted : answers.trained).toBeDefined();
        }
      }),
    );
  });

  it('the way to the end stays open, and what is sent is what an honest conversation sends', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const { state } = play(given);
        if (state.status === 'sent') return;
        const [ready] = finish(state);
        expect(ready?.kind).toBe('ready-to-submit');
        if (ready?.kind !== 'ready-to-submit') return;
        const drafts = Object.fromEntries(ready.submissions.map((one) => [one.assignmentId, one.answers]));
        const afresh = finish(startDialogue(assignments, drafts, within).state);
        const [, quarter] = ready.submissions;
        // A note that was passed over is asked again there; everything else is the same.
        expect(afresh[0]).toMatchObject({ submissions: [{ answers: drafts['monthly-1'] }, quarter] });
      }),
    );
  });

  it('it makes no difference whether the state was stored in between', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        expect(play(given, stored)).toEqual(play(given));
      }),
    );
  });

  it('a button that is tapped twice does what it did once', () => {
    const tapped = fc.oneof(
      chooseAt(fc.constant(here)),
      fc.record({ kind: fc.constantFrom('skip' as const, 'back' as const), slot: fc.constant(here) }),
    );
    fc.assert(
      fc.property(inputs, tapped, (given, input) => {
        const { state } = play(given);
        const bound = { ...input, slot: state.at };
        const once = advance(state, bound, within).state;
        expect(advance(once, bound, within).state).toEqual(once);
      }),
    );
  });
});
