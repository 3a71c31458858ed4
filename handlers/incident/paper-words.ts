import type { OutgoingMessage } from '#domain/channel.ts';
import type { Incident } from '#domain/incident/incident.ts';
import { type PaperCell, spokenLabel } from '#domain/incident/papers.ts';
import type { FormCell } from '#domain/incident/papers/paper-forms.ts';
import type { ReadCell } from '#domain/incident/papers/read-cell.ts';
import { inDrill, incidentTap } from '#handlers/incident/incident-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** How a cell of a paper is asked for, after what is said first; `number` of `of`, with `left` still to ask, this one included. */
export function cellQuestion(
  { say, language }: OfficerTurn,
  incident: Incident,
  cell: PaperCell,
  { number, of, left }: { number: number; of: number; left: number },
  before?: string,
): OutgoingMessage {
  const words = {
    number,
    of,
    label: spokenLabel(cell, language),
    question: cell.ask?.question[language] ?? '',
  };
  const text = cell.required ? say('paper-ask-required', words) : say('paper-ask', words);
  return {
    text: inDrill({ language }, incident, before ? `${before}\n\n${text}` : text),
    choices: [
      [{ label: say('button-skip'), data: incidentTap('paper', incident, `skip-${left}`) }],
      [{ label: say('button-paper-now'), data: incidentTap('paper', incident, 'now') }],
    ],
    takesNumbers: true,
  };
}

/** Why what was typed cannot stand in the cell, and what can. */
export function wrongCellWords(
  { say }: OfficerTurn,
  type: NonNullable<FormCell['ask']>['answer'],
  read: Exclude<ReadCell, { kind: 'read' }>,
): string {
  return read.kind === 'too-long'
    ? say('paper-too-long', { limit: read.limit })
    : say(`paper-expected-${type}`);
}
