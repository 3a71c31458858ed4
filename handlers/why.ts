import { isAskedFor } from '#domain/catalogue.ts';
import type { Choice } from '#domain/channel.ts';
import type { Source } from '#domain/directives/schema.ts';
import { shortDay } from '#locales/dates.ts';
import { findAssignments, type Assignment } from '#storage/queries/assignments.ts';
import { findSent } from '#storage/queries/messages.ts';
import { assignmentsRemindedBy, lastReminderOf } from '#storage/queries/reminders.ts';
import { dueSoon } from '#handlers/due-soon.ts';
import { dueOf, dutyNamed, titleOf } from '#handlers/duty-words.ts';
import { owedByOfficer } from '#handlers/owed-by-officer.ts';
import type { OfficerTurn } from '#handlers/turn.ts';
import { stillTheirs } from '#handlers/why-over.ts';
import { whyUnit } from '#handlers/why-unit.ts';

/** "Vì sao tôi nhận?": why this person; then for each report the clause, its words, and what is ours and what the text says. */
export async function explainReminder(turn: OfficerTurn, messageId: string): Promise<void> {
  const { tx, say, officer, reply } = turn;
  const reminded = await findAssignments(tx, await assignmentsRemindedBy(tx, messageId, officer.id));
  if (!hasAnyAskedFor(turn, reminded)) return reply({ text: say('old-button') });
  const choices = await choicesAgain(turn, messageId, reminded);
  await reply({ text: reasonsFor(turn, reminded), ...(choices.length > 0 ? { choices } : {}) });
}

/** The same, typed without a reminder at hand: of the last one, else of what is owed now. */
export async function explainTyped(turn: OfficerTurn): Promise<void> {
  const { tx, say, officer, reply, today } = turn;
  const last = await lastReminderOf(tx, officer.id);
  const reminded = last ? await findAssignments(tx, await assignmentsRemindedBy(tx, last, officer.id)) : [];
  const meant = hasAnyAskedFor(turn, reminded) ? reminded : dueSoon(await owedByOfficer(turn), today).soon;
  await reply({ text: hasAnyAskedFor(turn, meant) ? reasonsFor(turn, meant) : say('why-nothing') });
}

function hasAnyAskedFor({ deps }: OfficerTurn, reports: Assignment[]): boolean {
  return reports.some((one) => isAskedFor(deps.catalogue, one));
}

function reasonsFor(turn: OfficerTurn, reports: Assignment[]): string {
  const { deps, language } = turn;
  const assignments = reports.filter((one) => isAskedFor(deps.catalogue, one));
  const notes = assignments.flatMap((one) => {
    const { note } = dutyNamed(deps.catalogue, one).directive;
    return note ? [note[language]] : [];
  });
  const paragraphs = [
    because(turn, assignments),
    ...assignments.map((one) => explain(turn, one)),
    [...new Set(notes)].join('\n'),
  ].filter((paragraph) => paragraph !== '');
  return paragraphs.join('\n\n');
}

/**
 * Where there are no buttons only the newest message's choices count, so the reminder's stand under the explanation too, as
 * they stood there: a number that is read off the reminder means the same.
 */
async function choicesAgain(
  turn: OfficerTurn,
  messageId: string,
  reminded: Assignment[],
): Promise<Choice[][]> {
  if (!turn.message.withoutButtons || stillTheirs(turn, reminded).length === 0) return [];
  return (await findSent(turn.tx, messageId))?.choices ?? [];
}

/** The position by which this person fills in reports, at each unit. */
function because({ say, officer }: OfficerTurn, assignments: Assignment[]): string {
  const lines = assignments.flatMap(({ unitId, unitName }) => {
    const held = officer.positions.filter(({ unit }) => unit.id === unitId).map(({ kind }) => kind);
    const kind = reportingKinds.find((candidate) => held.includes(candidate));
    return kind ? [say('why-unit', { position: say(`position-${kind}`), unit: unitName })] : [];
  });
  return [...new Set(lines)].join('\n');
}

const reportingKinds = ['reporter', 'coordinator', 'head'] as const;

function explain(turn: OfficerTurn, assignment: Assignment): string {
  const { say, deps, language } = turn;
  const { directive, duty } = dutyNamed(deps.catalogue, assignment);
  const quote = duty.correctedQuote ?? duty.quote;
  const authority = directive.document.authority;
  return [
    say('why-title', { title: titleOf(deps.catalogue, language, assignment) }),
    say(dueKeys[duty.due.source], { due: dueOf(language, assignment.lastDay) }),
    ...(duty.kind === 'report'
      ? [say('why-window', { from: shortDay(assignment.windowFrom), to: shortDay(assignment.windowTo) })]
      : []),
    say('why-cited', { citation: duty.citation }),
    ...(quote ? [say('why-quote', { quote })] : []),
    ...(duty.correctedQuote && duty.quote ? [say('why-quote-scanned', { quote: duty.quote })] : []),
    // Most citations name it already.
    ...(duty.citation.includes(authority.vi)
      ? []
      : [say('why-authority', { authority: authority[language] })]),
    ...whyUnit(turn, assignment),
    ...(duty.note ? [duty.note[language]] : []),
  ].join('\n');
}

const dueKeys = {
  text: 'why-due-text',
  default: 'why-due-default',
  product: 'why-due-product',
} as const satisfies Record<Source, string>;
