import type { Choice, OutgoingMessage } from '#domain/channel.ts';
import type { DialogueSay } from '#domain/dialogue/say.ts';
import { dialogueTap } from '#domain/dialogue/tap.ts';
import { answerLines } from '#handlers/answer-lines.ts';
import { type Conversation, labelOf } from '#handlers/label-words.ts';
import { confirmMessage } from '#handlers/confirm-words.ts';
import { confirmNothing, offerMessage, takenWords } from '#handlers/last-period-words.ts';
import { questionMessage } from '#handlers/question-words.ts';
import { refusalWords } from '#handlers/refusal-words.ts';
import { summaryMessage } from '#handlers/summary-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * What the engine wants said, as one message: what was understood, and then where the conversation stands. `known`: figures
 * that answer the question, from the record of incidents.
 */
export function sayDialogue(
  turn: OfficerTurn,
  conversation: Conversation,
  say: DialogueSay[],
  before: string[],
  known?: string,
): OutgoingMessage {
  const texts = [...before];
  const choices: Choice[][] = [];
  let takesNumbers = false;
  const wrong = say.find((item) => item.kind === 'rule-broken')?.instance.slot;
  // An answer that does not fit the others is shown with the question, which is asked again.
  const echoes = say.filter((item) => item.kind === 'echo').filter(({ instance }) => instance.slot !== wrong);
  const isMisread = say.some((item) => item.kind === 'misunderstood');
  // Under "đúng không?" a yes is wanted, or the answer anew, whatever the question itself takes.
  const isAskedBack = say.some((item) => item.kind === 'confirm');
  if (echoes.length > 0) texts.push(echoWords(turn, conversation, echoes));
  for (const item of say) {
    if (item.kind === 'echo') continue;
    const part =
      item.kind === 'misunderstood' && isAskedBack
        ? { text: turn.say('confirm-misread') }
        : partOf(turn, conversation, item, { isWrong: wrong !== undefined, known });
    // That it does not fit was said when it was answered; now there is something else to be said.
    if (item.kind !== 'rule-broken' || !isMisread) texts.push(part.text);
    choices.push(...(part.choices ?? []));
    takesNumbers ||= part.takesNumbers ?? false;
  }
  return {
    text: texts.join('\n\n'),
    ...(choices.length > 0 ? { choices } : {}),
    ...(takesNumbers ? { takesNumbers } : {}),
  };
}

/** "Đã ghi: …": what was understood, in one line or in a short list. */
function echoWords(turn: OfficerTurn, conversation: Conversation, echoes: Echo[]): string {
  const lines = answerLines(turn, conversation, echoes);
  const [first] = lines;
  if (first && lines.length === 1) return turn.say('fill-echo', first);
  return [turn.say('taken-title'), ...lines.map((line) => turn.say('confirm-line', line))].join('\n');
}

type Echo = Extract<DialogueSay, { kind: 'echo' }>;

function partOf(
  turn: OfficerTurn,
  conversation: Conversation,
  item: Exclude<DialogueSay, Echo>,
  { isWrong, known }: { isWrong: boolean; known: string | undefined },
): OutgoingMessage {
  const { say, language } = turn;
  const { id } = conversation;
  switch (item.kind) {
    case 'skipped':
      return { text: say('fill-skipped', { label: labelOf(turn, conversation, item.instance) }) };
    case 'misunderstood':
      return { text: refusalWords(turn, item.instance.question, item.refusal) };
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
      return questionMessage(turn, conversation, item, { canKeep: !isWrong, known });
    case 'offer':
      return offerMessage(turn, conversation, item);
    case 'taken':
      return { text: takenWords(turn, conversation, item.lines) };
    case 'nothing-recorded':
      return { text: say('nothing-recorded') };
    case 'confirm-nothing':
      return confirmNothing(turn, conversation, item);
    case 'confirm':
      return confirmMessage(turn, conversation, item);
    case 'summary':
      return summaryMessage(turn, conversation, item);
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
