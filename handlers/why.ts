import type { Source } from '#domain/directives/schema.ts';
import { parsePeriod } from '#domain/period.ts';
import { shortDay } from '#locales/dates.ts';
import { findAssignments, type Assignment } from '#storage/queries/assignments.ts';
import { assignmentsRemindedBy } from '#storage/queries/reminders.ts';
import { dueOf, dutyNamed, titleOf } from '#handlers/duty-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "Vì sao tôi nhận?": the clause, its words, who issued it, what is ours and what the text says, and why this person. */
export async function explainReminder(turn: OfficerTurn, messageId: string): Promise<void> {
  const ids = await assignmentsRemindedBy(turn.tx, messageId, turn.officer.id);
  const assignments = await findAssignments(turn.tx, ids);
  if (assignments.length === 0) return turn.reply({ text: turn.say('old-button') });
  await turn.reply({ text: assignments.map((assignment) => explain(turn, assignment)).join('\n\n') });
}

function explain(turn: OfficerTurn, assignment: Assignment): string {
  const { say, deps, language, officer } = turn;
  const { directive, duty } = dutyNamed(deps.catalogue, assignment);
  const held = officer.positions.find(({ unit }) => unit.id === assignment.unitId);
  const quote = duty.correctedQuote ?? duty.quote;
  const asksForFigures = parsePeriod(assignment.period)?.kind !== 'once';
  return [
    say('why-title', { title: titleOf(deps.catalogue, language, assignment) }),
    say('why-cited', { citation: duty.citation }),
    ...(quote ? [say('why-quote', { quote })] : []),
    ...(duty.correctedQuote && duty.quote ? [say('why-quote-scanned', { quote: duty.quote })] : []),
    say('why-authority', { authority: directive.document.authority[language] }),
    say(dueKeys[duty.due.source], { due: dueOf(language, assignment.lastDay) }),
    ...(asksForFigures
      ? [say('why-window', { from: shortDay(assignment.windowFrom), to: shortDay(assignment.windowTo) })]
      : []),
    ...(held ? [say('why-unit', { position: say(`position-${held.kind}`), unit: assignment.unitName })] : []),
    ...(directive.note ? [directive.note[language]] : []),
  ].join('\n');
}

const dueKeys = {
  text: 'why-due-text',
  default: 'why-due-default',
  product: 'why-due-product',
} as const satisfies Record<Source, string>;
