import { encodeTap } from '#domain/callback.ts';
import type { Choice, OutgoingMessage } from '#domain/channel.ts';
import type { HowMuch } from '#domain/dialogue/how-much.ts';
import type { DialogueSay } from '#domain/dialogue/say.ts';
import { summary } from '#domain/dialogue/state.ts';
import { dialogueTap } from '#domain/dialogue/tap.ts';
import { shorten } from '#domain/shorten.ts';
import { answerWords } from '#handlers/answer-words.ts';
import { titlesOf } from '#handlers/duty-words.ts';
import { type Conversation, labelOf } from '#handlers/label-words.ts';
import { summaryParts, type SummaryLine } from '#handlers/summary-parts.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** Every answer before it is sent, in parts where the figures count different days. */
export function summaryMessage(
  turn: OfficerTurn,
  conversation: Conversation,
  { reports, tag, howMuch }: Extract<DialogueSay, { kind: 'summary' }>,
): OutgoingMessage {
  const { say, deps, language } = turn;
  const assignments = reports.map(({ assignment }) => assignment);
  const lines = summaryParts(turn, conversation, reports).map((part) =>
    [
      ...(part.heading === '' ? [] : [say('summary-heading', { heading: part.heading })]),
      ...part.lines.map((line) =>
        say('summary-line', {
          label: line.question.shortLabel[language],
          answer: shorten(answerOf(turn, line), longestInSummary),
        }),
      ),
    ].join('\n'),
  );
  const tap = (input: Parameters<typeof dialogueTap>[1]) => dialogueTap(conversation.id, input);
  return {
    text: say('summary', {
      unit: [...new Set(assignments.map(({ unit }) => unit.name))].join(', '),
      titles: titlesOf(deps.catalogue, language, assignments),
      lines: [...together(turn, howMuch), ...lines].join('\n\n'),
    }),
    choices: [
      [{ label: say('button-send', { count: reports.length }), data: tap({ kind: 'send', tag }) }],
      [
        { label: say('button-edit-answer'), data: encodeTap('edit-list') },
        { label: say('button-back'), data: tap({ kind: 'back', slot: summary }) },
        { label: say('button-stop'), data: tap({ kind: 'stop' }) },
      ],
    ],
  };
}

/** "3 báo cáo, 16 câu (thay vì 34)". */
function together({ say }: OfficerTurn, { reports, asks, alone }: HowMuch): string[] {
  return reports > 1 && asks < alone ? [say('together-exactly', { reports, asks, alone })] : [];
}

/** More buttons than these are asked for part by part. */
const mostButtons = 15;

/**
 * "Sửa câu trả lời": one button for each answer that can be changed. Of a long summary first which part of it; `part`
 * is the place of the one that was chosen. Nothing where the conversation does not stand at its summary.
 */
export function editList(
  turn: OfficerTurn,
  conversation: Conversation,
  items: DialogueSay[],
  part?: number,
): OutgoingMessage | undefined {
  const shown = items.find((item) => item.kind === 'summary');
  if (!shown) return undefined;
  const { say } = turn;
  const parts = summaryParts(turn, conversation, shown.reports);
  const lines = parts.flatMap((one) => one.lines);
  const chosen = part === undefined ? undefined : parts[part];
  if (!chosen && parts.length > 1 && lines.length > mostButtons) {
    const choices = parts.map((one, index) => [
      {
        label: say('edit-part', { name: one.name, count: one.lines.length }),
        data: encodeTap('edit-list', String(index)),
      },
    ]);
    return { text: say('edit-which-part'), choices };
  }
  return {
    text: say('edit-which'),
    choices: (chosen?.lines ?? lines).map((line) => [editChoice(turn, conversation, line)]),
  };
}

function editChoice(turn: OfficerTurn, conversation: Conversation, line: SummaryLine): Choice {
  const label = labelOf(turn, conversation, line.instance);
  const answer = shorten(answerOf(turn, line), longestOnButton);
  return {
    label: turn.say('edit-line', { label, answer }),
    data: dialogueTap(conversation.id, { kind: 'edit', instance: line.instance }),
  };
}

function answerOf(turn: OfficerTurn, { question, answer }: SummaryLine): string {
  return answer === undefined ? turn.say('summary-skipped') : answerWords(turn, question, answer);
}

/** In characters; a text was shown in full when it was noted. */
const longestInSummary = 120;
const longestOnButton = 30;
