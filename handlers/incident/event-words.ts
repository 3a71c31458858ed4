import { findDuty } from '#domain/catalogue.ts';
import { incidentStatuses, type Severity } from '#domain/incident/incident.ts';
import { shorten } from '#domain/shorten.ts';
import { textIn } from '#locales/text.ts';
import type { IncidentEvent } from '#storage/queries/incident-events.ts';
import { type IncidentLanguage, momentWords } from '#handlers/incident/incident-words.ts';

/** One line of the timeline: "02:14 thứ Bảy 12/12 – Nguyễn Văn An: báo sự cố". */
export function eventLine(words: IncidentLanguage, event: IncidentEvent): string {
  const say = textIn(words.language);
  const what = say(`incident-event-${event.kind}`);
  const details = detailWords(words, event);
  return say('incident-event-line', {
    at: momentWords(words, event.at),
    who: event.officer ? say('incident-event-who', { name: event.officer.name }) : '',
    what: details === '' ? what : say('incident-event-what', { what, details: shorten(details, 200) }),
  });
}

/** What stands in the row beside its kind: a status, a severity, a number, names, or what was typed. */
function detailWords(
  { catalogue, language }: IncidentLanguage,
  { kind, details, text }: IncidentEvent,
): string {
  const say = textIn(language);
  const status = incidentStatuses.find((one) => one === details.status);
  const severity = severities.find((one) => one === details.severity);
  const parts = [
    ...(status ? [say(`incident-status-${status}`)] : []),
    ...(severity ? [say(`incident-severity-${severity}`)] : []),
    ...(typeof details.number === 'string' ? [details.number] : []),
    ...(kind === 'alerted' ? [String(details.names ?? '') || say('incident-event-nobody')] : []),
    ...(kind === 'asked-again' && details.inVain === true ? [say('incident-event-in-vain')] : []),
    ...(kind === 'clock-missed' ? [clockName()] : []),
    ...(text ? [text] : []),
  ];
  return parts.join(' – ');

  function clockName(): string {
    const ref = { directive: String(details.directive), duty: String(details.duty) };
    return findDuty(catalogue, ref)?.duty.shortName[language] ?? ref.duty;
  }
}

const severities: Severity[] = ['severe', 'ordinary'];
