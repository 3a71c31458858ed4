import { encodeTap } from '#domain/callback.ts';
import type { Choice, OutgoingMessage } from '#domain/channel.ts';
import { type Incident, impactKeys } from '#domain/incident/incident.ts';
import { ownUnits } from '#domain/incident/own-units.ts';
import { placeOf, type TalkStage, type TalkState } from '#domain/incident/talk.ts';
import { shorten } from '#domain/shorten.ts';
import { systemsOf, type UnitSystem } from '#storage/queries/systems.ts';
import { callNow } from '#handlers/incident/call-words.ts';
import { impactLabel } from '#handlers/incident/impact-words.ts';
import { incidentTap } from '#handlers/incident/incident-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** A conversation with whoever reports, as it stands. */
export interface Talk {
  id: string;
  stage: TalkStage;
  state: TalkState;
  /** None before anything is recorded. */
  incident: Incident | undefined;
}

/** The question at which a conversation stands. */
export async function questionOf(turn: OfficerTurn, talk: Talk): Promise<OutgoingMessage> {
  const { say, tx } = turn;
  const tap = (verb: string, ...values: string[]) => encodeTap('inc', verb, talk.id, ...values);
  const yesNo: Choice[][] = [
    [
      { label: say('button-incident-yes'), data: tap('yes') },
      { label: say('button-incident-no'), data: tap('no') },
    ],
  ];
  switch (talk.stage) {
    case 'doubt':
      return { text: say('incident-ask-doubt'), choices: yesNo };
    case 'photo':
      return { text: [say('incident-ask-photo'), await callNow(tx, say)].join('\n\n'), choices: yesNo };
    case 'kind':
      return kindQuestion(turn, talk, tap);
    case 'system':
      return systemQuestion(turn, talk, tap);
    case 'impact':
      return impactQuestion(turn, talk, tap);
    case 'more':
      return {
        text: say('incident-ask-more'),
        choices: [[{ label: say('button-incident-done'), data: tap('more', 'done') }]],
        takesNumbers: true,
      };
    case 'again':
      return againQuestion(turn, talk, tap);
  }
}

type TapOf = (verb: string, ...values: string[]) => string;

async function kindQuestion(turn: OfficerTurn, talk: Talk, tap: TapOf): Promise<OutgoingMessage> {
  const { say, tx, deps, language } = turn;
  const kinds = deps.catalogue.incidents.kinds.map(({ key, shortLabel }) => ({
    label: shortLabel[language],
    data: tap('kind', key),
  }));
  const last = talk.incident
    ? { label: say('button-incident-alarm'), data: incidentTap('alarm', talk.incident) }
    : { label: say('button-incident-mistake'), data: tap('mistake') };
  const unknown = { label: say('button-incident-not-known'), data: tap('kind', 'unknown') };
  return {
    text: talk.incident
      ? numbered(turn, 'kind', say('incident-ask-kind'))
      : [say('incident-ask-what'), await callNow(tx, say)].join('\n\n'),
    choices: [...inPairs(kinds), [unknown, last]],
  };
}

async function systemQuestion(turn: OfficerTurn, talk: Talk, tap: TapOf): Promise<OutgoingMessage> {
  const { say } = turn;
  const systems = await systemsAsked(turn, talk);
  const ask = systems.length > 0 ? say('incident-ask-system') : say('incident-ask-system-typed');
  return {
    text: numbered(turn, 'system', ask),
    choices: [
      ...systems.map((system, at) => [
        { label: shorten(systemWords(turn, system), longestLabel), data: tap('system', String(at)) },
      ]),
      [
        { label: say('button-incident-not-known'), data: tap('system', 'unknown') },
        { label: say('button-incident-change-kind'), data: tap('change') },
      ],
      ...otherUnits(turn, talk).map(({ at, name }) => [
        {
          label: shorten(say('button-incident-at-unit', { unit: name }), longestLabel),
          data: tap('unit', String(at)),
        },
      ]),
    ],
  };
}

/** The systems in the question about them, in its order; a number that is typed or tapped means a place in it. */
export async function systemsAsked({ tx }: OfficerTurn, { incident }: Talk): Promise<UnitSystem[]> {
  return incident ? (await systemsOf(tx, [incident.unit.id])).slice(0, mostSystems) : [];
}

/** "Cổng dịch vụ công (cấp độ 3)". */
export function systemWords(
  { say }: Pick<OfficerTurn, 'say'>,
  { name, level }: { name: string; level?: number | null },
): string {
  return level ? say('incident-system-level', { name, level }) : name;
}

/** Where else it may be: the reporter's other units, by their place among all of them. */
function otherUnits({ officer }: OfficerTurn, { incident }: Talk): { at: number; name: string }[] {
  const units = ownUnits(officer).map(({ id, name }, at) => ({ id, name, at }));
  return units.filter(({ id }) => id !== incident?.unit.id).slice(0, mostUnits);
}

function impactQuestion(turn: OfficerTurn, { state }: Talk, tap: TapOf): OutgoingMessage {
  const { say, message } = turn;
  const marks = impactKeys.map((key) => {
    const label = impactLabel(say, key);
    const marked = state.impact.includes(key);
    return [{ label: marked ? say('incident-impact-marked', { label }) : label, data: tap('impact', key) }];
  });
  const example = say('incident-impact-example');
  const words = say('incident-impact-example-words');
  return {
    text: numbered(
      turn,
      'impact',
      say('incident-ask-impact', { example: message.withoutButtons ? `${example}, ${words}` : words }),
    ),
    choices: [
      ...marks,
      [
        { label: say('button-incident-none-of-these'), data: tap('impact', 'none') },
        { label: say('button-incident-not-known'), data: tap('impact', 'unknown') },
      ],
      ...(state.impact.length > 0
        ? [[{ label: say('button-incident-done'), data: tap('impact', 'done') }]]
        : []),
    ],
  };
}

function againQuestion({ say }: OfficerTurn, { incident }: Talk, tap: TapOf): OutgoingMessage {
  const number = incident?.number ?? '';
  return {
    text: say('incident-ask-again', { number }),
    choices: [
      [
        { label: say('button-incident-same', { number }), data: tap('same') },
        { label: say('button-incident-other'), data: tap('other') },
      ],
      // Somebody in a drill may meet the real thing.
      ...(incident?.drill ? [[{ label: say('button-incident-real'), data: tap('real') }]] : []),
    ],
  };
}

function numbered({ say }: OfficerTurn, stage: 'kind' | 'system' | 'impact', text: string): string {
  return say('incident-question', { number: placeOf(stage), text });
}

function inPairs(choices: Choice[]): Choice[][] {
  return choices.flatMap((choice, at) => (at % 2 === 0 ? [[choice, ...choices.slice(at + 1, at + 2)]] : []));
}

const longestLabel = 60;
const mostSystems = 12;
const mostUnits = 4;
