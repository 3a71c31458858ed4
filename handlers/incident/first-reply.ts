import type { Incident } from '#domain/incident/incident.ts';
import { openIncidents } from '#storage/queries/incidents.ts';
import { peopleTold } from '#storage/queries/incident-told.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { callNow } from '#handlers/incident/call-words.ts';
import { kindWords, momentWords } from '#handlers/incident/incident-words.ts';
import { languageOf } from '#handlers/incident/language-of.ts';
import type { Say } from '#locales/text.ts';
import type { Tx } from '#storage/store.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * What whoever reports is told at once, in parts: its number, who has been alerted, whom to ring, and what to do until
 * somebody is there.
 */
export async function firstReply(turn: OfficerTurn, incident: Incident): Promise<string[]> {
  const { tx, say, officer } = turn;
  const severity = say(`incident-severity-${incident.severity}`);
  const recorded = say('incident-recorded', {
    ...{ number: incident.number, unit: incident.unit.name, severity: severity },
  });
  const { kind } = incident.facts;
  const guessed =
    kind === undefined || kind === 'unknown'
      ? []
      : [say('incident-kind-guessed', { kind: kindWords(languageOf(turn), incident) })];
  const people = await toldWords(tx, say, incident, officer.id);
  const told = people === '' ? say('incident-told-nobody') : say('incident-told', { people });
  const same = await sameUnitWords(turn, incident);
  return [
    [recorded, ...guessed, told, ...same].join('\n'),
    await callNow(tx, say),
    firstAid(turn, kind),
  ].filter((part) => part !== '');
}

/** "Trần Thị Bình (lãnh đạo – Sở Tài chính), …": everyone who was alerted, but whoever reads it. */
export async function toldWords(
  tx: Tx,
  say: Say,
  { id }: Pick<Incident, 'id'>,
  exceptId: string,
): Promise<string> {
  const told = await peopleTold(tx, id);
  return told
    .filter((person) => person.id !== exceptId)
    .map(({ name, position, unit }) => {
      const held = say('position-at', { position: say(`position-${position}`), unit });
      return `${name} (${held})`;
    })
    .join('; ');
}

/** What to do, and not to do, about this kind; of what nobody can name, what is right for any. */
export function firstAid({ deps, language, say }: OfficerTurn, kind: string | undefined): string {
  const { kinds } = deps.catalogue.incidents;
  const one = kinds.find(({ key }) => key === kind) ?? kinds.find(({ key }) => key === 'other');
  const lines = one?.firstAid[language] ?? [];
  if (lines.length === 0) return '';
  return [say('incident-first-aid'), ...lines.map((text) => say('incident-first-aid-line', { text }))].join(
    '\n',
  );
}

/** Somebody else has reported one there that is still open: whoever handles it sees whether it is the same. */
async function sameUnitWords(turn: OfficerTurn, incident: Incident): Promise<string[]> {
  const { tx, say } = turn;
  const open = await openIncidents(tx, [incident.unit.id]);
  const other = open.findLast(
    ({ id, reportedBy, drill }) =>
      id !== incident.id && reportedBy !== incident.reportedBy && drill === incident.drill,
  );
  if (!other) return [];
  return [
    say('incident-same-unit', {
      unit: other.unit.name,
      number: other.number,
      name: (await findOfficer(tx, other.reportedBy))?.name ?? '',
      since: momentWords(languageOf(turn), other.reportedAt),
    }),
  ];
}
