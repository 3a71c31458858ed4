import type { Choice, OutgoingMessage } from '#domain/channel.ts';
import type { DialogueSay } from '#domain/dialogue/say.ts';
import { dialogueTap } from '#domain/dialogue/tap.ts';
import type { Source } from '#domain/directives/schema.ts';
import { shortDay } from '#locales/dates.ts';
import { answerWords } from '#handlers/answer-words.ts';
import { type Conversation, labelOf } from '#handlers/label-words.ts';
import { questionMessage } from '#handlers/question-words.ts';
import { refusalWords } from '#handlers/refusal-words.ts';
import { summaryMessage } from '#handlers/summary-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** What the engine wants said, as one message: what was understood, and then where the conversation stands. */
export function sayDialogue(
  turn: OfficerTurn,
  conversation: Conversation,
  say: DialogueSay[],
  before: string[],
): OutgoingMessage {
  const texts = [...before];
  const choices: Choice[][] = [];
  let takesNumbers = false;
  const wrong = say.find((item) => item.kind === 'rule-broken')?.instance.slot;
  for (const item of say) {
    // An answer that does not fit the others is shown with the question, which is asked again.
    if (item.kind === 'echo' && item.instance.slot === wrong) continue;
    const part = partOf(turn, conversation, item, wrong !== undefined);
    texts.push(part.text);
    choices.push(...(part.choices ?? []));
    takesNumbers ||= part.takesNumbers ?? false;
  }
  return {
    text: texts.join('\n\n'),
    ...(choices.length > 0 ? { choices } : {}),
    ...(takesNumbers ? { takesNumbers } : {}),
  };
}

function partOf(
  turn: OfficerTurn,
  conversation: Conversation,
  item: DialogueSay,
  isWrong: boolean,
): OutgoingMessage {
  const { say, language } = turn;
  const { id } = conversation;
  switch (item.kind) {
    case 'echo':
      return {
        text: say('fill-echo', {
          label: labelOf(turn, conversation, item.instance),
          answer: answerWords(turn, item.instance.question, item.value),
        }),
      };
    case 'skipped':
      return { text: say('fill-skipped', { label: labelOf(turn, conversation, item.instance) }) };
    case 'misunderstood':
      return { text: refusalWords(turn, item.refusal) };
    case 'cannot-skip':
      return { text: say('fill-cannot-skip') };
    case 'rule-broken':
      return {
        text: item.message[language],
        choices: [
          [
            {
              label: say('button-edit', { label: labelOf(turn, conversation, item.other) }),
              data: dialogueTap(id, { kind: 'edit', instance: item.other }),
            },
          ],
        ],
      };
    case 'stale':
      return { text: say(staleKeys[item.why]) };
    case 'not-complete':
      return { text: say('fill-not-complete', { count: item.open }) };
    case 'question':
      return questionMessage(turn, conversation, item, { canKeep: !isWrong });
    case 'confirm': {
      const { instance } = item;
      const { windowFrom, windowTo } = item.doubt;
      return {
        text: say('fill-confirm-outside', {
          answer: answerWords(turn, instance.question, item.value),
          from: shortDay(windowFrom),
          to: shortDay(windowTo),
        }),
        choices: [
          [
            {
              label: say('button-this-day'),
              data: dialogueTap(id, { kind: 'confirm', instance, agreed: true }),
            },
            {
              label: say('button-other-day'),
              data: dialogueTap(id, { kind: 'confirm', instance, agreed: false }),
            },
          ],
        ],
      };
    }
    case 'summary':
      return summaryMessage(turn, conversation, item.reports, item.tag);
    case 'stopped':
      return {
        text: say('fill-stopped', { answered: item.answered, total: item.total }),
        choices: [[{ label: say('button-resume'), data: dialogueTap(id, { kind: 'resume' }) }]],
      };
    case 'over':
    case 'ready-to-submit':
      return { text: say('fill-already-sent') };
  }
}

const staleKeys = {
  'other-question': 'stale-other-question',
  'other-dialogue': 'stale-other-dialogue',
  'summary-changed': 'stale-summary-changed',
  stopped: 'stale-stopped',
  sent: 'fill-already-sent',
} as const;

/** What counts, and the clause that asks for it. */
export function helpWith(turn: OfficerTurn, items: DialogueSay[]): string {
  const { say, language } = turn;
  const asked = items.find((item) => item.kind === 'question' || item.kind === 'confirm');
  if (asked?.kind !== 'question' && asked?.kind !== 'confirm') return say('help-at-summary');
  const { help, clause, example } = asked.instance.question;
  return [
    help[language],
    say('help-example', { example }),
    say(clauseKeys[clause.source], { citation: clause.citation }),
  ].join('\n');
}

const clauseKeys = {
  text: 'reminder-cited',
  default: 'help-own-question',
  product: 'help-service',
} as const satisfies Record<Source, string>;
