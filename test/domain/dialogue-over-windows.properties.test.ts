import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '#domain/answers/answer-value.ts';
import { advance, type DialogueContext, startDialogue } from '#domain/dialogue.ts';
import { isInside } from '#domain/dialogue/carried.ts';
import { draftsOf } from '#domain/dialogue/drafts.ts';
import { planQuestions } from '#domain/dialogue/plan.ts';
import type { DialogueInput, DialogueSay } from '#domain/dialogue/say.ts';
import { standingOf } from '#domain/dialogue/standing.ts';
import type { DialogueState } from '#domain/dialogue/state.ts';
import { stored } from '#test/domain/talk.ts';
import { threeReports, threeWindows } from '#test/domain/three-windows.ts';

const within: DialogueContext = {
  ...threeWindows,
  past: { 'monthly-1': { systems: 6, approved: 5, incidents: 1 } },
};
const plan = planQuestions(threeReports, within);

const slot = fc.constantFrom(...plan.map((instance) => instance.slot), 'summary', 'nonsense');
const texts = ['0', '1', '1 1 2', '2 1 1', '0 0 1', '60', '12, trong đó 9 hệ thống đã duyệt', 'có, 5/12'];
const typed = fc.constantFrom(...texts, 'có', 'chưa', 'không', '1 0', '5/12', 'đúng', 'x1', '');

/** `here`: under whatever is asked at that moment. A device that was offline answers under an earlier question. */
const here = 'here';
const anySlot = fc.oneof({ weight: 5, arbitrary: fc.constant(here) }, { weight: 1, arbitrary: slot });
const anyInput: fc.Arbitrary<DialogueInput> = fc.oneof(
  { weight: 7, arbitrary: fc.record({ kind: fc.constant('answer' as const), slot: anySlot, typed }) },
  fc.record({ kind: fc.constantFrom('skip' as const, 'keep' as const, 'earlier' as const), slot: anySlot }),
  fc.record({ kind: fc.constant('confirm' as const), slot: anySlot, agreed: fc.boolean() }),
  fc.record({ kind: fc.constant('confirm-nothing' as const), agreed: fc.boolean() }),
  fc.record({ kind: fc.constant('edit' as const), slot }),
  fc.constantFrom<DialogueInput[]>(
    ...([
      { kind: 'back' },
      { kind: 'send' },
      { kind: 'stop' },
      { kind: 'resume' },
      { kind: 'resume' },
    ] as const),
    ...([{ kind: 'take-last' }, { kind: 'nothing' }, { kind: 'outdated' }] as const),
  ),
);
const inputs = fc.array(anyInput, { maxLength: 40 });

function play(given: DialogueInput[]) {
  let { state, say } = startDialogue(threeReports, {}, within);
  const steps = [{ state, say }];
  for (const input of given) {
    const bound = 'slot' in input && input.slot === here ? { ...input, slot: state.at } : input;
    ({ state, say } = advance(stored(state), bound as DialogueInput, within));
    steps.push({ state, say });
  }
  return { state, steps };
}

/** Gives the answers of a state one by one, as asked, and nothing else; then sends. */
function honestly(answers: Readonly<Record<string, AnswerValue>>): DialogueSay[] {
  let { state, say } = startDialogue(threeReports, {}, within);
  for (let step = 0; step < 60 && state.at !== 'summary'; step += 1) {
    const at = state.at;
    const value = answers[at];
    if (value === undefined) ({ state, say } = advance(state, { kind: 'skip', slot: at }, within));
    else if (value === false) ({ state, say } = advance(state, { kind: 'earlier', slot: at }, within));
    else {
      ({ state, say } = advance(state, { kind: 'choose', slot: at, value }, within));
      if (state.doubt) ({ state, say } = advance(state, { kind: 'confirm', slot: at, agreed: true }, within));
      // None of it would be none in each window; each has its own answer here.
      if (value === 0) state = { ...state, answers: pick(state, answers) };
    }
  }
  ({ say } = advance(state, { kind: 'resume' }, within));
  return say;
}

function pick(
  state: DialogueState,
  answers: Readonly<Record<string, AnswerValue>>,
): DialogueState['answers'] {
  return Object.fromEntries(
    Object.keys(state.answers).flatMap((key) => (answers[key] === undefined ? [] : [[key, answers[key]]])),
  );
}

describe('whatever a person does over three windows', () => {
  it('it stands at a question that is to be answered, or at a summary of everything', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        for (const { state, say } of play(given).steps) {
          const { relevant, open } = standingOf(state, within);
          if (state.at === 'summary') expect(open).toEqual([]);
          else expect(relevant.map((instance) => instance.slot)).toContain(state.at);
          const ends = [
            'question',
            'summary',
            'confirm',
            'confirm-nothing',
            'stopped',
            'ready-to-submit',
            'over',
          ];
          expect(ends).toContain(say.at(-1)?.kind);
        }
      }),
    );
  });

  it('a longer window never has less of what is counted than one inside it', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const { state } = play(given);
        for (const wider of plan.filter(({ question }) => question.key === 'incidents')) {
          for (const narrower of plan.filter((one) => isInside(one, wider))) {
            const [more, less] = [state.answers[wider.slot], state.answers[narrower.slot]];
            if (more !== undefined && less !== undefined)
              expect(Number(more)).toBeGreaterThanOrEqual(Number(less));
          }
        }
      }),
    );
  });

  it('nothing that happened is taken over from the last period, and odd figures stand only confirmed', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const { state } = play(given);
        for (const [of, from] of Object.entries(state.sources)) {
          const instance = plan.find((one) => one.slot === of);
          expect(instance?.question.scope).toBe(from === 'last-period' ? 'stock' : 'window');
        }
        if (Number(state.answers.systems) >= 60) expect(state.confirmed.systems?.reason).toBe('tenfold');
      }),
    );
  });

  it('what ends complete is what an honest sequence of the same answers ends in', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const { state } = play(given);
        if (state.at !== 'summary' || state.status !== 'open') return;
        const mine = advance(state, { kind: 'resume' }, within).say.at(-1);
        const theirs = honestly(state.answers).at(-1);
        if (mine?.kind !== 'summary' || theirs?.kind !== 'summary') throw new Error('no summary');
        expect(theirs.reports).toEqual(mine.reports);
      }),
    );
  });

  it('the drafts that it leaves begin where it ended', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const { state } = play(given);
        const again = startDialogue(threeReports, draftsOf(state, within), within).state;
        expect(again.answers).toEqual(state.answers);
      }),
    );
  });

  it('sent is sent: nothing changes any more', () => {
    fc.assert(
      fc.property(inputs, inputs, (before, after) => {
        const { state } = play(before);
        if (state.status !== 'sent') return;
        let now = state;
        for (const input of after) ({ state: now } = advance(now, input, within));
        expect(now).toEqual(state);
      }),
    );
  });
});
