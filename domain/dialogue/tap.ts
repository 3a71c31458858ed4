import type { AnswerValue } from '#domain/answers/answer-value.ts';
import { encodeTap, type Tap } from '#domain/callback.ts';
import { type FormSource, planQuestions, type QuestionInstance } from '#domain/dialogue/plan.ts';
import type { DialogueInput } from '#domain/dialogue/say.ts';
import { type DialogueState, type Slot, summary } from '#domain/dialogue/state.ts';
import { tagOf } from '#domain/dialogue/tag.ts';
import type { Question } from '#domain/directives/schema.ts';

/** The action of every dialogue button, for whoever routes taps. */
export const dialogueAction = 'd';

/** What a button can do. */
export type TapInput =
  | { kind: 'choose'; instance: QuestionInstance; value: AnswerValue }
  | { kind: 'pick'; instance: QuestionInstance; keys: readonly string[] }
  | { kind: 'confirm'; instance: QuestionInstance; agreed: boolean }
  | { kind: 'keep' | 'skip' | 'edit' | 'earlier'; instance: QuestionInstance }
  | { kind: 'take-last' | 'nothing' }
  /** Figures that are known from elsewhere, as they would be typed: "1 1 3". */
  | { kind: 'figures'; instance: QuestionInstance; typed: string }
  | { kind: 'confirm-nothing'; agreed: boolean }
  | { kind: 'back'; slot: Slot }
  | { kind: 'send'; tag: string }
  | { kind: 'stop' | 'resume' };

/**
 * The data of a button, bound to its dialogue and its question: `d:<dialogue>:<what>:<question>:<value>`. A text is
 * no value for a button, nor are numbers that do not fit into 64 bytes: those throw.
 */
export function dialogueTap(dialogueId: string, input: TapInput): string {
  const of = (verb: string, ...rest: string[]) => encodeTap(dialogueAction, tagOf(dialogueId), verb, ...rest);
  switch (input.kind) {
    case 'choose':
      return of('choose', tagOf(input.instance.slot), encodeValue(input.instance.question, input.value));
    case 'pick':
      return of('pick', tagOf(input.instance.slot), encodeKeys(input.instance.question, input.keys));
    case 'confirm':
      return of('confirm', tagOf(input.instance.slot), input.agreed ? 'y' : 'n');
    case 'keep':
    case 'skip':
    case 'edit':
    case 'earlier':
      return of(input.kind, tagOf(input.instance.slot));
    case 'figures':
      return of(input.kind, tagOf(input.instance.slot), input.typed.replaceAll(' ', '_'));
    case 'take-last':
    case 'nothing':
      return of(input.kind);
    case 'confirm-nothing':
      return of(input.kind, input.agreed ? 'y' : 'n');
    case 'back':
      return of('back', tagOf(input.slot));
    case 'send':
      return of('send', input.tag);
    case 'stop':
    case 'resume':
      return of(input.kind);
  }
}

/** What a tapped button means to the dialogue that its presser is in now; `outdated` when it belongs to another one. */
export function tappedInput(
  tap: Tap,
  dialogueId: string,
  state: DialogueState,
  source: FormSource,
): DialogueInput {
  const [dialogue, verb, bound = '', text = ''] = tap.args;
  if (tap.action !== dialogueAction || dialogue !== tagOf(dialogueId)) return { kind: 'outdated' };
  if (verb === 'stop' || verb === 'resume' || verb === 'take-last' || verb === 'nothing')
    return { kind: verb };
  if (verb === 'confirm-nothing') return { kind: verb, agreed: bound === 'y' };
  if (verb === 'send') return { kind: 'send', seen: bound };
  if (verb === 'back' && bound === tagOf(summary)) return { kind: 'back', slot: summary };
  const instance = planQuestions(state.assignments, source).find(({ slot }) => tagOf(slot) === bound);
  return (instance && inputUnder(instance, verb, text)) ?? { kind: 'outdated' };
}

function inputUnder(
  { slot, question }: QuestionInstance,
  verb: string | undefined,
  text: string,
): DialogueInput | undefined {
  switch (verb) {
    case 'choose': {
      const value = decodeValue(question, text);
      return value === undefined ? undefined : { kind: 'choose', slot, value };
    }
    case 'pick':
      return { kind: 'pick', slot, keys: decodeKeys(question, text) };
    case 'figures':
      return { kind: 'answer', slot, typed: text.replaceAll('_', ' ') };
    case 'confirm':
      return { kind: 'confirm', slot, agreed: text === 'y' };
    case 'keep':
    case 'skip':
    case 'edit':
    case 'earlier':
    case 'back':
      return { kind: verb, slot };
    default:
      return undefined;
  }
}

function encodeValue(question: Question, value: AnswerValue): string {
  switch (question.type) {
    case 'yes-no':
      return value === true ? 'y' : 'n';
    case 'choice':
      return encodeKeys(question, [String(value)]);
    case 'multi-choice':
      return encodeKeys(question, (value as string[]).map(String));
    case 'numbers':
      return (value as number[]).join('_');
    case 'text':
      throw new Error(`question ${question.key}: a text does not go on a button`);
    default:
      return String(value);
  }
}

function decodeValue(question: Question, text: string): AnswerValue | undefined {
  switch (question.type) {
    case 'yes-no':
      return text === 'y' ? true : text === 'n' ? false : undefined;
    case 'choice':
      return decodeKeys(question, text)[0];
    case 'multi-choice':
      return decodeKeys(question, text);
    case 'numbers':
      return text.split('_').map(Number);
    case 'integer':
    case 'decimal':
    case 'percent':
      return text === '' ? undefined : Number(text);
    case 'date':
      return text;
    case 'text':
      return undefined;
  }
}

/** Options by their place, one character each (base 36). */
function encodeKeys({ key, options = [] }: Question, keys: readonly string[]): string {
  return keys
    .map((chosen) => options.findIndex((option) => option.key === chosen))
    .map((index) => {
      if (index < 0 || index > 35) throw new Error(`question ${key}: an option that no button can name`);
      return index.toString(36);
    })
    .join('');
}

function decodeKeys({ options = [] }: Question, text: string): string[] {
  const places = [...text].map((character) => Number.parseInt(character, 36));
  return options.filter((_, index) => places.includes(index)).map(({ key }) => key);
}
