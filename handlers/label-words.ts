import type { QuestionInstance } from '#domain/dialogue/plan.ts';
import type { DialogueAssignment } from '#domain/dialogue/state.ts';
import { shorten } from '#domain/shorten.ts';
import { shortSpan } from '#locales/dates.ts';
import { dutyNamed, shortTitleOf } from '#handlers/duty-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** A guided conversation: its id, which its buttons carry, and the reports that it fills. */
export interface Conversation {
  id: string;
  assignments: readonly DialogueAssignment[];
}

/** What a question is called in lists; with its window where the same is asked for several. */
export function labelOf(turn: OfficerTurn, conversation: Conversation, instance: QuestionInstance): string {
  const { question, windowFrom, windowTo } = instance;
  const window =
    question.scope === 'window' && severalWindows(conversation)
      ? ` ${turn.say('label-window', shortSpan(windowFrom, windowTo))}`
      : '';
  return `${bareLabelOf(turn, instance)}${window}`;
}

/** The same without its window. */
export function bareLabelOf({ language }: OfficerTurn, { question, unitName }: QuestionInstance): string {
  return `${unitName ? `${unitOnButton(unitName)}: ` : ''}${question.shortLabel[language]}`;
}

/**
 * A unit's name where a button has more to say. Telegram takes 10 kB of buttons under a message, and a name may have 200
 * letters.
 */
export function unitOnButton(name: string): string {
  return shorten(name, 40);
}

/** Does one conversation ask for figures of several spans of days, as in December for month, quarter and year? */
export function severalWindows(conversation: Conversation): boolean {
  return windowsOf(conversation) > 1;
}

/** Of how many spans of days. */
export function windowsOf({ assignments }: Conversation): number {
  return new Set(assignments.map(({ windowFrom, windowTo }) => `${windowFrom} ${windowTo}`)).size;
}

/** The reports that take this answer: "quý IV/2026". */
export function reportsServed(
  { language, deps }: OfficerTurn,
  conversation: Conversation,
  instance: QuestionInstance,
): string {
  return served(conversation, instance)
    .map((one) => shortTitleOf(deps.catalogue, language, one))
    .join(', ');
}

/** Are there figures of days in it, or does it only confirm what was to be done by a date? */
export function servesReports(
  { deps }: OfficerTurn,
  conversation: Conversation,
  instance: QuestionInstance,
): boolean {
  return served(conversation, instance).some((one) => dutyNamed(deps.catalogue, one).duty.kind === 'report');
}

function served({ assignments }: Conversation, { serves }: QuestionInstance): DialogueAssignment[] {
  const ids = new Set(serves.map(({ assignmentId }) => assignmentId));
  return assignments.filter(({ assignmentId }) => ids.has(assignmentId));
}
