import type { AnswerValue } from '#domain/answers/answer-value.ts';
import { decodeTap } from '#domain/callback.ts';
import { advance, type DialogueContext, startDialogue } from '#domain/dialogue.ts';
import type { Drafts } from '#domain/dialogue/drafts.ts';
import { planQuestions, type QuestionInstance } from '#domain/dialogue/plan.ts';
import type { DialogueInput, DialogueSay } from '#domain/dialogue/say.ts';
import { type DialogueAssignment, type DialogueState, dialogueStateSchema } from '#domain/dialogue/state.ts';
import { dialogueTap, type TapInput, tappedInput } from '#domain/dialogue/tap.ts';
import type { Form } from '#domain/directives/schema.ts';

export const today = '2026-12-10';

export function context(forms: Form[], on: string[] = []): DialogueContext {
  const formOf = (id: string, version: number) =>
    forms.find((form) => form.id === id && form.version === version);
  return { formOf, on: new Set(on), today, past: {} };
}

/** A report of December 2026: the monthly one counts from 15/11, the quarterly one from 15/9. */
export function report(form: Form, more: Partial<DialogueAssignment> = {}): DialogueAssignment {
  return {
    assignmentId: `${form.id}-1`,
    directive: 'a-directive',
    duty: form.id,
    period: '2026-M12',
    unit: { id: 'u1', name: 'Sở Tài chính' },
    formId: form.id,
    formVersion: form.version,
    windowFrom: '2026-11-15',
    windowTo: '2026-12-14',
    ...more,
  };
}

/** A conversation to be read as a story. The state is stored and read back between any two steps. */
export function talk(assignments: DialogueAssignment[], within: DialogueContext, drafts: Drafts = {}) {
  let { state, say } = startDialogue(assignments, drafts, within);
  const step = (input: DialogueInput) => {
    ({ state, say } = advance(stored(state), input, within));
    return short(say);
  };
  const instance = (slot: string): QuestionInstance => {
    const found = planQuestions(assignments, within).find((one) => one.slot === slot);
    if (!found) throw new Error(`no question ${slot}`);
    return found;
  };
  const dialogueId = '0193f2a4-5b1c-7c11-9d6e-3a2b1c0d9e8f';
  return {
    step,
    instance,
    state: () => state,
    say: () => say,
    said: () => short(say),
    /** Types each text under the question that is asked at that moment; gives what was said to the last one. */
    type: (...texts: string[]) =>
      texts.map((typed) => step({ kind: 'answer', slot: state.at, typed })).at(-1),
    button: (input: TapInput, id = dialogueId) => dialogueTap(id, input),
    tap: (data: string) => {
      const tap = decodeTap(data);
      return tap ? step(tappedInput(tap, dialogueId, state, within)) : [];
    },
  };
}

export function stored(state: DialogueState): DialogueState {
  return dialogueStateSchema.parse(JSON.parse(JSON.stringify(state)));
}

/** What is said, a line for each, so that a story can be read: `ask approved 2/5 (10) or skip`. */
function short(say: DialogueSay[]): string[] {
  return say.map(line);
}

function line(said: DialogueSay): string {
  switch (said.kind) {
    case 'question': {
      const current = said.current === undefined ? '' : ` (${plain(said.current)})`;
      const picked = said.picked ? ` marked ${plain(said.picked)}` : '';
      const unit = said.instance.unitName ? ` of ${said.instance.unitName}` : '';
      return `ask ${said.instance.slot}${unit} ${said.number}/${said.total}${current}${picked}${said.together ? ` with ${said.together.length - 1} more` : ''}${said.canSkip ? ' or skip' : ''}`;
    }
    case 'echo':
      return `heard ${said.instance.slot} = ${plain(said.value)}`;
    case 'skipped':
    case 'cannot-skip':
      return `${said.kind} ${said.instance.slot}`;
    case 'misunderstood':
      return `misunderstood ${said.instance.slot}: ${said.refusal.kind === 'out-of-range' ? said.refusal.why : said.refusal.kind}`;
    case 'rule-broken':
      return `broken ${said.message.vi}, go back to ${said.other.slot}`;
    case 'stale':
      return `stale ${said.why}${said.recorded === undefined ? '' : ` (${plain(said.recorded)})`}`;
    case 'not-complete':
      return `not complete: ${said.open}`;
    case 'confirm':
      return `sure? ${said.given
        .map(({ instance, value, doubt }) =>
          `${instance.slot} = ${plain(value)} ${doubt?.reason ?? ''}`.trim(),
        )
        .join(', ')}`;
    case 'nothing-recorded':
      return said.kind;
    case 'offer':
      return `offer ${said.asks} for ${said.alone}${said.takeLast ? ' or last' : ''}${said.nothing ? ' or nothing' : ''}`;
    case 'taken':
    case 'confirm-nothing':
      return `${said.kind} ${said.lines.map(({ instance, value, from }) => `${instance.slot} = ${plain(value)} (${from})`).join(', ')}`;
    case 'summary':
      return said.reports
        .map(({ assignment, lines }) => {
          const answers = lines.map(
            ({ question, answer }) => `${question.key} ${answer === undefined ? '–' : plain(answer)}`,
          );
          return `${assignment.assignmentId}: ${answers.join(', ')}`;
        })
        .join('; ');
    case 'ready-to-submit':
      return `send ${JSON.stringify(said.submissions)}`;
    case 'stopped':
      return `stopped at ${said.answered}/${said.total}`;
    case 'over':
      return 'over';
  }
}

function plain(value: AnswerValue): string {
  return Array.isArray(value) ? value.join(' ') : String(value);
}
