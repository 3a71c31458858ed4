import type { Choice, OutgoingMessage } from '#domain/channel.ts';
import type { QuestionInstance } from '#domain/dialogue/plan.ts';
import type { QuestionSay } from '#domain/dialogue/say.ts';
import { dialogueTap } from '#domain/dialogue/tap.ts';
import { shortDay } from '#locales/dates.ts';
import { answerChoices } from '#handlers/answer-choices.ts';
import { answerWords } from '#handlers/answer-words.ts';
import { type Conversation, reportsServed, servesReports, severalWindows } from '#handlers/label-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** One question, what its figures count, how to answer it, and the ways on and back. */
export function questionMessage(
  turn: OfficerTurn,
  conversation: Conversation,
  asked: QuestionSay,
  { canKeep, known }: { canKeep: boolean; known: string | undefined },
): OutgoingMessage {
  const { say, language } = turn;
  const { instance, number, total, current } = asked;
  const { question, unitName } = instance;
  const lines = [
    unitName
      ? say('question-number-unit', { number, total, unit: unitName })
      : say('question-number', { number, total }),
    question.label[language],
    ...(asked.together ? windows(turn, conversation, asked.together) : window(turn, conversation, instance)),
    ...parts(turn, instance),
    ...(current === undefined
      ? []
      : [say('question-current', { answer: answerWords(turn, question, current) })]),
  ];
  if (known !== undefined) lines.push(say('question-known', { figures: known }));
  const use = known === undefined ? [] : [useKnown(turn, conversation, instance, known)];
  return {
    text: lines.join('\n'),
    choices: [
      ...use,
      ...answerChoices(turn, conversation.id, asked),
      navigation(turn, conversation, asked, canKeep),
    ],
    ...(answeredByTap.has(question.type) ? {} : { takesNumbers: true }),
  };
}

/** Everything else is typed, with figures in it more often than not. */
const answeredByTap = new Set<QuestionInstance['question']['type']>(['yes-no', 'choice', 'multi-choice']);

function window(turn: OfficerTurn, conversation: Conversation, instance: QuestionInstance): string[] {
  if (instance.question.scope !== 'window' || !servesReports(turn, conversation, instance)) return [];
  const span = { from: shortDay(instance.windowFrom), to: shortDay(instance.windowTo) };
  if (!severalWindows(conversation)) return [turn.say('question-window', span)];
  return [turn.say('question-window-of', { ...span, titles: reportsServed(turn, conversation, instance) })];
}

/**
 * Several windows, the narrowest first. Counted, they are numbered as one message answers them; for a yes or a no they are
 * not: there the choices may have the numbers.
 */
function windows(turn: OfficerTurn, conversation: Conversation, together: QuestionInstance[]): string[] {
  const { say } = turn;
  const isCounted = together[0]?.question.type === 'integer';
  const spans = together.map((instance, index) => {
    const titles = reportsServed(turn, conversation, instance);
    const span = { titles, from: shortDay(instance.windowFrom), to: shortDay(instance.windowTo) };
    return isCounted
      ? say('question-window-one', { number: index + 1, ...span })
      : say('question-window-each', span);
  });
  if (!isCounted) return [say('question-windows'), ...spans];
  const example = together.map((_, index) => index).join(' ');
  return [...spans, say('question-windows-count', { count: together.length, example })];
}

function useKnown(
  { say }: OfficerTurn,
  { id }: Conversation,
  instance: QuestionInstance,
  known: string,
): Choice[] {
  const label = say('button-known', { figures: known });
  return [{ label, data: dialogueTap(id, { kind: 'figures', instance, typed: known }) }];
}

/** So many numbers are named in one line; more of them are easier to count below one another. */
const inOneLine = 5;

function parts({ say, language }: OfficerTurn, { question }: QuestionInstance): string[] {
  if (!question.parts) return [];
  const { example } = question;
  const labels = question.parts.map((part) => part.label[language]);
  const count = labels.length;
  if (count <= inOneLine) {
    return [say('question-parts', { count, parts: labels.join(' · ') }), say('help-example', { example })];
  }
  const listed = labels.map((label, index) => say('question-part', { number: index + 1, label }));
  return [
    say('question-parts-listed', { count, parts: listed.join('\n') }),
    say('question-parts-named', { example, named: namedIn(example, labels) }),
  ];
}

/** "Mã độc 1": the largest figure of the example, said by its name. */
function namedIn(example: string, labels: readonly string[]): string {
  const figures = example.split(' ').map(Number);
  const most = figures.indexOf(Math.max(...figures));
  return `${labels[most] ?? ''} ${figures[most] ?? ''}`;
}

function navigation(
  { say }: OfficerTurn,
  { id }: Conversation,
  { instance, canGoBack, canSkip, current }: QuestionSay,
  canKeep: boolean,
): Choice[] {
  const tap = (input: Parameters<typeof dialogueTap>[1]) => dialogueTap(id, input);
  const keep = { label: say('button-keep'), data: tap({ kind: 'keep', instance }) };
  return [
    ...(current !== undefined && canKeep ? [keep] : []),
    ...(canSkip ? [{ label: say('button-skip'), data: tap({ kind: 'skip', instance }) }] : []),
    ...(canGoBack ? [{ label: say('button-back'), data: tap({ kind: 'back', slot: instance.slot }) }] : []),
    { label: say('button-stop'), data: tap({ kind: 'stop' }) },
  ];
}
