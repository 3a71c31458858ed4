import type { Catalogue } from '#domain/catalogue.ts';
import { encodeTap } from '#domain/callback.ts';
import type { Incident } from '#domain/incident/incident.ts';
import { dayOf, timeOf, type Instant } from '#domain/time.ts';
import { dayWithoutYear } from '#locales/dates.ts';
import { type Language, textIn } from '#locales/text.ts';

/** How incidents are spoken of, in whoever's language. */
export interface IncidentLanguage {
  catalogue: Catalogue;
  language: Language;
}

/** "SC-2026-0007 – Sở Tài chính: mã hóa dữ liệu"; a drill says so first. */
export function headline({ catalogue, language }: IncidentLanguage, incident: Incident): string {
  const say = textIn(language);
  const words = {
    number: incident.number,
    unit: incident.unit.name,
    kind: kindWords({ catalogue, language }, incident),
  };
  return inDrill({ language }, incident, say('incident-headline', words));
}

/** What kind of incident it is, in a few words; "chưa rõ loại" until somebody knows. */
export function kindWords({ catalogue, language }: IncidentLanguage, { facts }: Incident): string {
  const kind = catalogue.incidents.kinds.find(({ key }) => key === facts.kind);
  return kind
    ? kind.shortLabel[language].toLocaleLowerCase(language)
    : textIn(language)('incident-kind-unknown');
}

/** Every message of a drill begins with the word, so that nobody takes it for real. */
export function inDrill(
  { language }: { language: Language },
  { drill }: { drill: boolean },
  text: string,
): string {
  return drill ? textIn(language)('incident-drill', { text }) : text;
}

export function statusWords(language: Language, { status }: Pick<Incident, 'status'>): string {
  return textIn(language)(`incident-status-${status}`);
}

/** "02:14 thứ Bảy 12/12". */
export function momentWords({ catalogue, language }: IncidentLanguage, at: Instant): string {
  const { zone } = catalogue;
  return textIn(language)('incident-moment', {
    time: timeOf(at, zone),
    day: dayWithoutYear(language, dayOf(at, zone)),
  });
}

/** The data of the button by which somebody says that they have read a warning. */
export function warningTap(warningId: string): string {
  return encodeTap('inc', 'warned', warningId);
}

/** The data of a button that does something with an incident. */
export function incidentTap(verb: string, incident: Pick<Incident, 'id'>, ...args: string[]): string {
  return encodeTap('inc', verb, incident.id, ...args);
}
