import type { QuestionInstance } from '#domain/dialogue/plan.ts';
import type { ReportSummary } from '#domain/dialogue/say.ts';
import { shortSpan } from '#locales/dates.ts';
import { shortTitleOf, titlesOf } from '#handlers/duty-words.ts';
import { type Conversation, severalWindows, unitOnButton } from '#handlers/label-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

export type SummaryLine = ReportSummary['lines'][number];

/** Answers that count the same days of the same unit. */
export interface SummaryPart {
  /** Stands above them; empty where there is nothing to tell apart. */
  heading: string;
  /** The same, short enough for a button. */
  name: string;
  lines: SummaryLine[];
}

/** Every answer once, also where several reports take it, by unit and by the days that it counts. */
export function summaryParts(
  turn: OfficerTurn,
  conversation: Conversation,
  reports: ReportSummary[],
): SummaryPart[] {
  const bySlot = new Map(reports.flatMap(({ lines }) => lines).map((line) => [line.instance.slot, line]));
  const parts = Map.groupBy(bySlot.values(), ({ instance }) => placeOf(conversation, instance));
  return [...parts.values()].flatMap((lines) => {
    const [first] = lines;
    return first ? [{ ...namesOf(turn, conversation, first.instance), lines }] : [];
  });
}

function placeOf(conversation: Conversation, instance: QuestionInstance): string {
  const { unitName = '', windowFrom, windowTo } = instance;
  return countsDays(conversation, instance) ? `${unitName} ${windowFrom} ${windowTo}` : unitName;
}

function countsDays(conversation: Conversation, { question }: QuestionInstance): boolean {
  return question.scope === 'window' && severalWindows(conversation);
}

function namesOf(turn: OfficerTurn, conversation: Conversation, instance: QuestionInstance) {
  const { say } = turn;
  const { unitName: unit } = instance;
  const [heading, name] = daysOf(turn, conversation, instance);
  if (!unit) return { heading, name };
  if (heading === '') return { heading: unit, name: unitOnButton(unit) };
  return {
    heading: say('summary-heading-unit', { unit, heading }),
    name: say('summary-heading-unit', { unit: unitOnButton(unit), heading: name }),
  };
}

/** The heading and the short name. */
function daysOf(
  { say, language, deps }: OfficerTurn,
  conversation: Conversation,
  instance: QuestionInstance,
): [string, string] {
  if (!severalWindows(conversation)) return ['', ''];
  if (!countsDays(conversation, instance)) return [say('summary-today'), say('summary-today')];
  const { windowFrom, windowTo, unitName } = instance;
  const reports = conversation.assignments.filter(
    (one) =>
      one.windowFrom === windowFrom &&
      one.windowTo === windowTo &&
      (unitName === undefined || one.unit.name === unitName),
  );
  const titles = reports.map((one) => shortTitleOf(deps.catalogue, language, one)).join(', ');
  const span = shortSpan(windowFrom, windowTo);
  return [say('summary-window', { ...span, titles }), titlesOf(deps.catalogue, language, reports)];
}
