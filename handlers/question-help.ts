import type { DialogueSay } from '#domain/dialogue/say.ts';
import type { DialogueAssignment } from '#domain/dialogue/state.ts';
import type { Source } from '#domain/directives/schema.ts';
import { dutyNamed, titlesOf } from '#handlers/duty-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';
import { whyUnit } from '#handlers/why-unit.ts';

/**
 * "?" at a question: what counts, and the clause that asks for it; then the clause of the report that it stands in, in its own
 * words, whose it is, and why this unit answers it.
 */
export function helpWith(
  turn: OfficerTurn,
  items: DialogueSay[],
  assignments: readonly DialogueAssignment[],
): string {
  const { say, language } = turn;
  const asked = items.find(
    (item) => item.kind === 'question' || item.kind === 'confirm' || item.kind === 'confirm-nothing',
  );
  if (!asked || !('instance' in asked)) return say('help-at-summary');
  const { question, serves } = asked.instance;
  const { help, clause, example } = question;
  const served = assignments.filter((one) =>
    serves.some(({ assignmentId }) => assignmentId === one.assignmentId),
  );
  return [
    help[language],
    say('help-example', { example }),
    say(clauseKeys[clause.source], { citation: clause.citation }),
    ...reportsOf(turn, served),
  ].join('\n');
}

const clauseKeys = {
  text: 'reminder-cited',
  default: 'help-own-question',
  product: 'help-service',
} as const satisfies Record<Source, string>;

/** One clause for each document: what several reports of one are owed by reads the same to whoever fills them in. */
function reportsOf(turn: OfficerTurn, served: readonly DialogueAssignment[]): string[] {
  const { say, deps, language } = turn;
  const byDocument = Map.groupBy(served, ({ directive }) => directive);
  return [...byDocument.values()].flatMap((reports) => {
    const [first] = reports;
    if (!first) return [];
    const { duty, directive } = dutyNamed(deps.catalogue, first);
    const quote = duty.correctedQuote ?? duty.quote;
    const authority = directive.document.authority;
    return [
      '',
      say('help-question-report', {
        titles: titlesOf(deps.catalogue, language, reports),
        citation: duty.citation,
      }),
      ...(quote ? [say('why-quote', { quote })] : []),
      ...(duty.citation.includes(authority.vi)
        ? []
        : [say('why-authority', { authority: authority[language] })]),
      ...whyUnit(turn, { ...first, unitId: first.unit.id }),
    ];
  });
}
