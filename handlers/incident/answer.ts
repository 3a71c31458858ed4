import type { Impact, Incident, IncidentFacts, IncidentSystem } from '#domain/incident/incident.ts';
import { severityNow } from '#domain/incident/severity.ts';
import { askNext, type OpenTalk } from '#handlers/incident/ask.ts';
import { enrich, type Enrichment } from '#handlers/incident/enrich.ts';
import { firstAid } from '#handlers/incident/first-reply.ts';
import { impactWords, saidOfImpact } from '#handlers/incident/impact-words.ts';
import { shortKind } from '#handlers/incident/kind-words.ts';
import { systemWords } from '#handlers/incident/questions.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** A conversation about an incident that is recorded. */
export type RecordedTalk = OpenTalk & { incident: Incident };

/** What is happening, of a kind of the list or `unknown`; what to do about it is said anew. */
export async function answerKind(turn: OfficerTurn, talk: RecordedTalk, kind: string): Promise<void> {
  const label = shortKind(turn, kind);
  const facts: IncidentFacts = { kind };
  const said = [turn.say('incident-noted-kind', { kind: label })];
  const isNew = kind !== 'unknown' && talk.incident.facts.kind !== kind;
  await answer(turn, talk, { facts, text: label, fact: 'kind' }, [
    ...said,
    ...(isNew ? [firstAid(turn, kind)] : []),
  ]);
}

/** Undefined: nobody knows; it is not asked again. */
export async function answerSystem(
  turn: OfficerTurn,
  talk: RecordedTalk,
  system: IncidentSystem | undefined,
): Promise<void> {
  if (!system) return askNext(turn, talk, talk.incident, [turn.say('incident-noted-unknown')]);
  const words = systemWords(turn, system);
  await answer(turn, talk, { facts: { system }, text: words, fact: 'system' }, [
    turn.say('incident-noted-system', { system: words }),
  ]);
}

export async function answerImpact(
  turn: OfficerTurn,
  talk: RecordedTalk,
  impact: Impact,
  typed?: string,
): Promise<void> {
  const text = typed ?? saidOfImpact(turn.say, impact);
  await answer(turn, talk, { facts: { impact }, text, fact: 'impact' }, [impactWords(turn.say, impact)]);
}

/** Adds an answer, says so with what follows from it, and asks the next question. */
export async function answer(
  turn: OfficerTurn,
  talk: RecordedTalk,
  enrichment: Enrichment,
  said: readonly string[],
): Promise<void> {
  const incident = await enrich(turn, talk.incident, enrichment);
  await askNext(turn, { ...talk, incident }, incident, [
    ...said,
    ...severityWords(turn, talk.incident, incident),
  ]);
}

function severityWords(turn: OfficerTurn, before: Incident, now: Incident): string[] {
  if (before.severity === now.severity) return [];
  const { reasons } = severityNow(now, turn.deps.catalogue.incidents);
  const why = reasons[0]?.text[turn.language] ?? '';
  return [turn.say(now.severity === 'severe' ? 'incident-now-severe' : 'incident-now-ordinary', { why })];
}
