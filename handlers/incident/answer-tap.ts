import { type ImpactKey, impactKeys } from '#domain/incident/incident.ts';
import { ownUnits } from '#domain/incident/own-units.ts';
import { impactOf, noImpact, unknownImpact } from '#domain/incident/read-impact.ts';
import { suggestKind } from '#domain/incident/suggest-kind.ts';
import { startTalk, type TalkStage } from '#domain/incident/talk.ts';
import { findIncidentTalk } from '#storage/queries/incident-talks.ts';
import { answerImpact, answerKind, answerSystem, type RecordedTalk } from '#handlers/incident/answer.ts';
import { ask, askNext, leave, newTalk, type OpenTalk } from '#handlers/incident/ask.ts';
import { askWhichOne, ownOpenIncident, recordAndAsk } from '#handlers/incident/begin.ts';
import { enrich } from '#handlers/incident/enrich.ts';
import { moveToUnit } from '#handlers/incident/move-unit.ts';
import { openTalk } from '#handlers/incident/open-talk.ts';
import { systemsAsked } from '#handlers/incident/questions.ts';
import { endReporting } from '#handlers/incident/talk-over.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** What a choice does; what it gives back is no word about an incident but an answer to whatever else is being asked. */
type Chosen = Promise<string | undefined>;

/** A button under a question to whoever reports. `id` is the conversation's: one of an earlier one is answered, not obeyed. */
export async function tapTalk(turn: OfficerTurn, verb: string, id: string, value: string): Chosen {
  const stored = await findIncidentTalk(turn.tx, turn.officer.id);
  const talk = stored?.id === id ? await openTalk(turn, stored) : undefined;
  if (talk) return choose(turn, talk, verb, value);
  await turn.reply({ text: turn.say('old-button') });
  return undefined;
}

/** What is chosen under the question that is open, by a tap or in words. */
export async function choose(turn: OfficerTurn, talk: OpenTalk, verb: string, value: string): Chosen {
  if (!verbsOf[talk.stage].includes(verb)) await ask(turn, talk, [turn.say('old-button')]);
  else if (verb === 'no') return sayNo(turn, talk);
  else if (talk.incident) await chooseAbout(turn, { ...talk, incident: talk.incident }, verb, value);
  else await chooseBefore(turn, talk, verb, value);
  return undefined;
}

const verbsOf: Record<TalkStage, readonly string[]> = {
  doubt: ['yes', 'no'],
  photo: ['yes', 'no'],
  kind: ['kind', 'mistake'],
  system: ['system', 'change', 'unit'],
  impact: ['impact'],
  more: ['more'],
  again: ['same', 'other', 'real'],
};

/** It was none: what was asked about may have been the answer to another question. */
async function sayNo(turn: OfficerTurn, talk: OpenTalk): Chosen {
  await leave(turn, talk, turn.say('incident-nothing-recorded'));
  return talk.stage === 'doubt' ? talk.state.said[0] : undefined;
}

/** Nothing is recorded yet. */
async function chooseBefore(turn: OfficerTurn, talk: OpenTalk, verb: string, value: string): Promise<void> {
  const { said } = talk.state;
  switch (verb) {
    case 'yes': {
      const own = await ownOpenIncident(turn, false);
      if (own && talk.stage === 'doubt') return askWhichOne(turn, own, said.join('\n'));
      return recordAndAsk(turn, talk, said.length > 0 ? { text: said.join('\n') } : {});
    }
    case 'kind':
      return recordAndAsk(turn, talk, { kind: knownKind(turn, value) });
    default:
      return leave(turn, talk, turn.say('incident-nothing-recorded'));
  }
}

async function chooseAbout(
  turn: OfficerTurn,
  talk: RecordedTalk,
  verb: string,
  value: string,
): Promise<void> {
  switch (verb) {
    case 'kind':
      return answerKind(turn, talk, knownKind(turn, value));
    case 'change':
      return ask(turn, { ...talk, stage: 'kind' });
    case 'unit':
      return chooseUnit(turn, talk, value);
    case 'system':
      return chooseSystem(turn, talk, value);
    case 'impact':
      return chooseImpact(turn, talk, value);
    case 'same':
      return goOnWith(turn, talk);
    case 'other':
      return reportAnother(turn, talk, talk.state.drill);
    case 'real':
      return reportAnother(turn, talk, false);
    default:
      return endReporting(turn, talk);
  }
}

function knownKind({ deps }: OfficerTurn, key: string): string {
  return deps.catalogue.incidents.kinds.some((kind) => kind.key === key) ? key : 'unknown';
}

async function chooseSystem(turn: OfficerTurn, talk: RecordedTalk, value: string): Promise<void> {
  const system = /^\d+$/.test(value) ? (await systemsAsked(turn, talk))[Number(value)] : undefined;
  if (!system) return answerSystem(turn, talk, undefined);
  const { id, name, level } = system;
  return answerSystem(turn, talk, { id, name, ...(level === null ? {} : { level }) });
}

async function chooseImpact(turn: OfficerTurn, talk: RecordedTalk, value: string): Promise<void> {
  const marked = talk.state.impact;
  if (value === 'none') return answerImpact(turn, talk, noImpact);
  if (value === 'unknown') return answerImpact(turn, talk, unknownImpact);
  if (value === 'done') return answerImpact(turn, talk, impactOf(marked));
  const key = impactKeys.find((one) => one === value);
  return ask(turn, { ...talk, state: { ...talk.state, impact: key ? toggled(marked, key) : marked } });
}

function toggled(marked: readonly ImpactKey[], key: ImpactKey): ImpactKey[] {
  return marked.includes(key) ? marked.filter((one) => one !== key) : [...marked, key];
}

/** It happened at another unit of theirs. */
async function chooseUnit(turn: OfficerTurn, talk: RecordedTalk, value: string): Promise<void> {
  const unit = /^\d+$/.test(value) ? ownUnits(turn.officer)[Number(value)] : undefined;
  if (!unit) return ask(turn, talk, [turn.say('old-button')]);
  const incident = await moveToUnit(turn, talk.incident, unit);
  const moved = turn.say('incident-unit-set', { number: incident.number, unit: unit.name });
  return ask(turn, { ...talk, incident }, [moved]);
}

/** "Vẫn là SC-…": what was written is in its timeline already; it may tell the kind. */
async function goOnWith(turn: OfficerTurn, talk: RecordedTalk): Promise<void> {
  const { kind } = talk.incident.facts;
  const told =
    kind === undefined || kind === 'unknown'
      ? suggestKind(talk.state.said.join('\n'), turn.deps.catalogue.incidents.kinds)
      : undefined;
  const incident = told
    ? await enrich(turn, talk.incident, { facts: { kind: told }, fact: 'kind' })
    : talk.incident;
  const noted = turn.say('incident-noted-text', { number: incident.number });
  // Who works on it knows what is to be known, and goes on writing into its timeline.
  if (incident.handler === turn.officer.id) return leave(turn, { ...talk, incident }, noted);
  await askNext(turn, { ...talk, incident, state: { ...talk.state, asked: [] } }, incident, [noted]);
}

/** "Sự cố khác": one of its own, with what was written; without that they are asked what is happening. */
async function reportAnother(turn: OfficerTurn, talk: RecordedTalk, drill: boolean): Promise<void> {
  const { said } = talk.state;
  const other = { ...newTalk(turn, 'kind', startTalk({ drill })), askedBy: talk.askedBy };
  return said.length > 0 ? recordAndAsk(turn, other, { text: said.join('\n') }) : ask(turn, other);
}
