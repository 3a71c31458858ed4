import type { OutgoingMessage } from '#domain/channel.ts';
import { hideAddresses } from '#domain/incident/hide-addresses.ts';
import type { Incident } from '#domain/incident/incident.ts';
import { severityNow } from '#domain/incident/severity.ts';
import { shorten } from '#domain/shorten.ts';
import { textIn } from '#locales/text.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import type { Reader } from '#storage/store.ts';
import {
  type IncidentLanguage,
  incidentTap,
  inDrill,
  kindWords,
  momentWords,
} from '#handlers/incident/incident-words.ts';

/** In whose language an alert speaks, and whether their channel may show addresses. */
export interface AlertReader extends IncidentLanguage {
  mayShowAddresses: boolean;
}

/** The description is cut to what a lock screen and a tired eye take, characters. */
const longestDescription = 300;

/** So many reasons of the severity are given; the first come from the documents. */
const mostReasons = 2;

/**
 * What wakes somebody: who, where and what in the first line, then since when, whom to ring and why it is severe. `round` counts from 1.
 */
export async function alertMessage(
  db: Reader,
  reader: AlertReader,
  incident: Incident,
  round: number,
): Promise<OutgoingMessage> {
  const { language, catalogue } = reader;
  const say = textIn(language);
  const { number, unit, severity, facts } = incident;
  const shown = (text: string) =>
    reader.mayShowAddresses ? text : hideAddresses(text, say('incident-address-hidden'));
  const kind = kindWords(reader, incident);
  const first = say(severity === 'severe' ? 'incident-alert-severe' : 'incident-alert-ordinary', {
    ...{ number, unit: unit.name, kind },
  });
  const reporter = await findOfficer(db, incident.reportedBy);
  const name = reporter?.name ?? '';
  const lines = [
    ...(round > 1 ? [say('incident-alert-again', { round })] : []),
    shown(shorten(incident.description, longestDescription)),
    ...(facts.system ? [systemLine()] : []),
    say('incident-alert-since', { moment: momentWords(reader, incident.detectedAt) }),
    facts.contact === undefined
      ? say('incident-alert-reporter', { name })
      : say('incident-alert-reporter-contact', { name, contact: facts.contact }),
    ...reasonLines(),
    say('incident-alert-ask'),
  ];
  return {
    text: inDrill(reader, incident, [first, ...lines].join('\n')),
    choices: [
      [
        { label: say('button-incident-ack'), data: incidentTap('ack', incident) },
        { label: say('button-incident-alarm'), data: incidentTap('alarm', incident) },
      ],
      [{ label: say('button-incident-view'), data: incidentTap('view', incident) }],
    ],
    language,
  };

  function systemLine(): string {
    const { name: system = '', level } = facts.system ?? {};
    return level === undefined
      ? say('incident-alert-system', { system: shown(system) })
      : say('incident-alert-system-level', { system: shown(system), level });
  }

  function reasonLines(): string[] {
    const { severity: judged, reasons } = severityNow(incident, catalogue.incidents);
    // The rules may have changed since it was recorded.
    if (severity !== 'severe' || judged !== 'severe') return [];
    const why = reasons
      .slice(0, mostReasons)
      .map(({ text, citation }) =>
        citation === undefined ? shown(text[language]) : `${text[language]} (${citation})`,
      );
    return [say('incident-alert-why', { reasons: why.join('; ') })];
  }
}

/** What whoever handles an incident is asked when nothing has been heard of it for a while. */
export function askedAgainMessage(reader: IncidentLanguage, incident: Incident): OutgoingMessage {
  const say = textIn(reader.language);
  const { number, unit, updatedAt } = incident;
  const text = say('incident-asked-again', {
    ...{ number, unit: unit.name, kind: kindWords(reader, incident) },
    moment: momentWords(reader, updatedAt),
  });
  return {
    text: inDrill(reader, incident, text),
    choices: [
      [
        { label: say('button-incident-contained'), data: incidentTap('status', incident, 'contained') },
        { label: say('button-incident-hand-over'), data: incidentTap('over', incident) },
      ],
      [{ label: say('button-incident-view'), data: incidentTap('view', incident) }],
    ],
    language: reader.language,
  };
}
