import { encodeTap } from '#domain/callback.ts';
import type { Choice, OutgoingMessage } from '#domain/channel.ts';
import type { QuestionInstance } from '#domain/dialogue/plan.ts';
import type { DialogueSay, QuestionSay, ReportSummary } from '#domain/dialogue/say.ts';
import { summary } from '#domain/dialogue/state.ts';
import { dialogueTap } from '#domain/dialogue/tap.ts';
import { shortDay } from '#locales/dates.ts';
import { answerChoices } from '#handlers/answer-choices.ts';
import { answerWords } from '#handlers/answer-words.ts';
import { titleOf } from '#handlers/duty-words.ts';
import { refusalWords } from '#handlers/refusal-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** What the engine wants said, as one message: what was understood, and then where the conversation stands. */
export function sayDialogue(
  turn: OfficerTurn,
  dialogueId: string,
  say: DialogueSay[],
  before: string[],
): OutgoingMessage {
  const texts = [...before];
  const choices: Choice[][] = [];
  for (const item of say) {
    const part = partOf(turn, dialogueId, item);
    texts.push(part.text);
    choices.push(...(part.choices ?? []));
  }
  return { text: texts.join('\n\n'), ...(choices.length > 0 ? { choices } : {}) };
}

function partOf(turn: OfficerTurn, dialogueId: string, item: DialogueSay): OutgoingMessage {
  const { say, language } = turn;
  switch (item.kind) {
    case 'echo':
      return {
        text: say('fill-echo', {
          label: labelOf(turn, item.instance),
          answer: answerWords(turn, item.instance.question, item.value),
        }),
      };
    case 'skipped':
      return { text: say('fill-skipped', { label: labelOf(turn, item.instance) }) };
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
              label: say('button-edit', { label: labelOf(turn, item.other) }),
              data: dialogueTap(dialogueId, { kind: 'edit', instance: item.other }),
            },
          ],
        ],
      };
    case 'stale':
      return { text: say(staleKeys[item.why]) };
    case 'not-complete':
      return { text: say('fill-not-complete', { count: item.open }) };
    case 'question':
      return questionMessage(turn, dialogueId, item);
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
            { label: say('yes'), data: dialogueTap(dialogueId, { kind: 'confirm', instance, agreed: true }) },
            { label: say('no'), data: dialogueTap(dialogueId, { kind: 'confirm', instance, agreed: false }) },
          ],
        ],
      };
    }
    case 'summary':
      return summaryMessage(turn, dialogueId, item.reports, item.tag);
    case 'stopped':
      return {
        text: say('fill-stopped', { answered: item.answered, total: item.total }),
        choices: [[{ label: say('button-resume'), data: dialogueTap(dialogueId, { kind: 'resume' }) }]],
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

function questionMessage(turn: OfficerTurn, dialogueId: string, asked: QuestionSay): OutgoingMessage {
  const { say, language } = turn;
  const { instance, number, total, current } = asked;
  const { question, windowFrom, windowTo, unitName } = instance;
  const lines = [
    say('question-number', { number, total }),
    ...(unitName ? [say('question-unit', { unit: unitName })] : []),
    question.label[language],
    ...(question.scope === 'window'
      ? [say('question-window', { from: shortDay(windowFrom), to: shortDay(windowTo) })]
      : []),
    ...(question.parts
      ? [
          say('question-parts', {
            parts: question.parts.map((part) => part.label[language]).join(' · '),
            example: question.example,
          }),
        ]
      : []),
    ...(current === undefined
      ? []
      : [say('question-current', { answer: answerWords(turn, question, current) })]),
  ];
  return {
    text: lines.join('\n'),
    choices: [...answerChoices(turn, dialogueId, asked), navigation(turn, dialogueId, asked)],
  };
}

function navigation(
  { say }: OfficerTurn,
  dialogueId: string,
  { instance, canGoBack, canSkip, current }: QuestionSay,
): Choice[] {
  const tap = (input: Parameters<typeof dialogueTap>[1]) => dialogueTap(dialogueId, input);
  return [
    ...(current === undefined ? [] : [{ label: say('button-keep'), data: tap({ kind: 'keep', instance }) }]),
    ...(canSkip ? [{ label: say('button-skip'), data: tap({ kind: 'skip', instance }) }] : []),
    ...(canGoBack ? [{ label: say('button-back'), data: tap({ kind: 'back', slot: instance.slot }) }] : []),
    { label: say('button-stop'), data: tap({ kind: 'stop' }) },
  ];
}

function summaryMessage(
  turn: OfficerTurn,
  dialogueId: string,
  reports: ReportSummary[],
  tag: string,
): OutgoingMessage {
  const { say, deps, language } = turn;
  const titles = reports.map(({ assignment }) => titleOf(deps.catalogue, language, assignment)).join(', ');
  const lines = summaryLines(reports).map(({ instance, question, answer }) =>
    say('summary-line', {
      label: labelOf(turn, instance),
      answer: answer === undefined ? say('summary-skipped') : answerWords(turn, question, answer),
    }),
  );
  return {
    text: say('summary', {
      titles,
      unit: [...new Set(reports.map(({ assignment }) => assignment.unit.name))].join(', '),
      lines: lines.join('\n'),
    }),
    choices: [
      [
        {
          label: say('button-send', { count: reports.length }),
          data: dialogueTap(dialogueId, { kind: 'send', tag }),
        },
      ],
      [
        { label: say('button-edit-answer'), data: encodeTap('edit-list') },
        { label: say('button-back'), data: dialogueTap(dialogueId, { kind: 'back', slot: summary }) },
        { label: say('button-stop'), data: dialogueTap(dialogueId, { kind: 'stop' }) },
      ],
    ],
  };
}

/** Every answer once, also where several reports take it. */
function summaryLines(reports: ReportSummary[]): ReportSummary['lines'] {
  const bySlot = new Map(reports.flatMap(({ lines }) => lines).map((line) => [line.instance.slot, line]));
  return [...bySlot.values()];
}

/** One button for each answer that can be changed; nothing where the conversation does not stand at its summary. */
export function editList(turn: OfficerTurn, dialogueId: string, say: DialogueSay[]): OutgoingMessage {
  const shown = say.find((item) => item.kind === 'summary');
  if (!shown) return sayDialogue(turn, dialogueId, say, [turn.say('old-button')]);
  return {
    text: turn.say('edit-which'),
    choices: summaryLines(shown.reports).map(({ instance, question, answer }) => [
      {
        label: turn.say('edit-line', {
          label: labelOf(turn, instance),
          answer:
            answer === undefined
              ? turn.say('summary-skipped')
              : shortened(answerWords(turn, question, answer)),
        }),
        data: dialogueTap(dialogueId, { kind: 'edit', instance }),
      },
    ]),
  };
}

const longestOnButton = 30;

function shortened(text: string): string {
  return text.length > longestOnButton ? `${text.slice(0, longestOnButton - 1)}…` : text;
}

/** What counts, and the clause that asks for it. */
export function helpWith(turn: OfficerTurn, items: DialogueSay[]): string {
  const { say, language } = turn;
  const asked = items.find((item) => item.kind === 'question' || item.kind === 'confirm');
  if (asked?.kind !== 'question' && asked?.kind !== 'confirm') return say('help-at-summary');
  const { help, clause, example } = asked.instance.question;
  return [
    help[language],
    say('help-example', { example }),
    clause.source === 'text'
      ? say('reminder-cited', { citation: clause.citation })
      : say('help-not-from-text', { citation: clause.citation }),
  ].join('\n');
}

/** What a question is called in lists; with its window where the conversation asks it for more than one. */
function labelOf(
  { language, say }: OfficerTurn,
  { question, slot, windowFrom, windowTo, unitName }: QuestionInstance,
): string {
  const label = question.shortLabel[language];
  const window = slot.includes('@')
    ? ` ${say('label-window', { from: dayMonth(windowFrom), to: dayMonth(windowTo) })}`
    : '';
  return `${unitName ? `${unitName}: ` : ''}${label}${window}`;
}

function dayMonth(day: string): string {
  return shortDay(day).split('/').slice(0, 2).join('/');
}
