import { mayHandleIncident, viewScope } from '#domain/access.ts';
import type { Choice, OutgoingMessage } from '#domain/channel.ts';
import type { Incident } from '#domain/incident/incident.ts';
import type { Officer } from '#domain/organisation.ts';
import { openIncidents } from '#storage/queries/incidents.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { unitsAbove } from '#storage/queries/units.ts';
import type { Tx } from '#storage/store.ts';
import { type Say, textIn } from '#locales/text.ts';
import {
  headline,
  type IncidentLanguage,
  incidentTap,
  momentWords,
  statusWords,
} from '#handlers/incident/incident-words.ts';
import { languageOf } from '#handlers/incident/language-of.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "Sự cố nào đang mở?", "/suco" where some are: those that this person may handle or has reported, the newest first. */
export async function showIncidents(turn: OfficerTurn): Promise<void> {
  const { say, tx } = turn;
  const open = await incidentsInSight(turn);
  if (open.length === 0) return turn.reply({ text: say('incident-list-none'), choices: [reportNew(say)] });
  const title = say('incident-list-title', { count: open.length });
  await turn.reply(await incidentList(tx, languageOf(turn), title, open));
}

/** Open incidents that the person may see, oldest first. */
export async function incidentsInSight({ tx, officer }: OfficerTurn): Promise<Incident[]> {
  return incidentsInSightOf(tx, officer);
}

export async function incidentsInSightOf(tx: Tx, officer: Officer): Promise<Incident[]> {
  const all = await openIncidents(tx);
  if (viewScope(officer).kind === 'all') return all;
  const inSight: Incident[] = [];
  for (const incident of all) {
    const place = { unitId: incident.unit.id, unitsAbove: await unitsAbove(tx, incident.unit.id) };
    if (incident.reportedBy === officer.id || mayHandleIncident(officer, place)) inSight.push(incident);
  }
  return inSight;
}

/** So many are listed; the rest is counted. */
const most = 8;

/** Open incidents under a title, the newest first, each to be looked at with one tap. */
export async function incidentList(
  tx: Tx,
  words: IncidentLanguage,
  title: string,
  open: readonly Incident[],
): Promise<OutgoingMessage> {
  const say = textIn(words.language);
  const shown = open.toReversed().slice(0, most);
  const lines: string[] = [];
  for (const incident of shown) lines.push(await lineOf(tx, words, incident));
  const left = open.length - shown.length;
  return {
    text: [title, ...lines, ...(left > 0 ? [say('incident-list-more', { count: left })] : [])].join('\n\n'),
    choices: [
      ...shown.map((incident) => [
        {
          label: say('button-incident-view-one', { number: incident.number }),
          data: incidentTap('view', incident),
        },
      ]),
      reportNew(say),
    ],
  };
}

async function lineOf(tx: Tx, words: IncidentLanguage, incident: Incident): Promise<string> {
  const say = textIn(words.language);
  const handler = incident.handler === null ? undefined : await findOfficer(tx, incident.handler);
  return say('incident-list-line', {
    headline: headline(words, incident),
    severity: say(`incident-severity-${incident.severity}`),
    status: statusWords(words.language, incident),
    handler: handler ? say('incident-list-handler', { name: handler.name }) : '',
    since: momentWords(words, incident.reportedAt),
  });
}

function reportNew(say: Say): Choice[] {
  return [{ label: say('button-incident-report'), data: 'inc:start' }];
}
