import { mayHandleIncident, viewScope } from '#domain/access.ts';
import type { Choice } from '#domain/channel.ts';
import type { Incident } from '#domain/incident/incident.ts';
import { openIncidents } from '#storage/queries/incidents.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { unitsAbove } from '#storage/queries/units.ts';
import { headline, incidentTap, momentWords, statusWords } from '#handlers/incident/incident-words.ts';
import { languageOf } from '#handlers/incident/language-of.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "Sự cố nào đang mở?", "/suco" where some are: those that this person may handle or has reported, the newest first. */
export async function showIncidents(turn: OfficerTurn): Promise<void> {
  const { say } = turn;
  const open = (await incidentsInSight(turn)).toReversed();
  if (open.length === 0) return turn.reply({ text: say('incident-list-none'), choices: [reportNew(turn)] });
  const lines: string[] = [];
  for (const incident of open.slice(0, most)) lines.push(await lineOf(turn, incident));
  const left = open.length - most;
  await turn.reply({
    text: [
      say('incident-list-title', { count: open.length }),
      ...lines,
      ...(left > 0 ? [say('incident-list-more', { count: left })] : []),
    ].join('\n\n'),
    choices: [
      ...open
        .slice(0, most)
        .map((incident) => [
          {
            label: say('button-incident-view-one', { number: incident.number }),
            data: incidentTap('view', incident),
          },
        ]),
      reportNew(turn),
    ],
  });
}

/** So many are listed; the rest is counted. */
const most = 8;

/** Open incidents that this person may see, oldest first. */
export async function incidentsInSight(turn: OfficerTurn): Promise<Incident[]> {
  const { tx, officer } = turn;
  const all = await openIncidents(tx);
  if (viewScope(officer).kind === 'all') return all;
  const inSight: Incident[] = [];
  for (const incident of all) {
    const place = { unitId: incident.unit.id, unitsAbove: await unitsAbove(tx, incident.unit.id) };
    if (incident.reportedBy === officer.id || mayHandleIncident(officer, place)) inSight.push(incident);
  }
  return inSight;
}

async function lineOf(turn: OfficerTurn, incident: Incident): Promise<string> {
  const { say, tx, language } = turn;
  const handler = incident.handler === null ? undefined : await findOfficer(tx, incident.handler);
  return say('incident-list-line', {
    headline: headline(languageOf(turn), incident),
    severity: say(`incident-severity-${incident.severity}`),
    status: statusWords(language, incident),
    handler: handler ? say('incident-list-handler', { name: handler.name }) : '',
    since: momentWords(languageOf(turn), incident.reportedAt),
  });
}

function reportNew({ say }: OfficerTurn): Choice[] {
  return [{ label: say('button-incident-report'), data: 'inc:start' }];
}
