import { type Impact, type ImpactKey, impactKeys } from '#domain/incident/incident.ts';
import type { Say } from '#locales/text.ts';

/** "Đang lan sang máy khác": one way in which it is bad, as it stands in the list. */
export function impactLabel(say: Say, key: ImpactKey): string {
  return say(labels[key]);
}

/** How bad it is said to be, in one sentence. */
export function impactWords(say: Say, impact: Impact): string {
  if (isUnknown(impact)) return say('incident-noted-unknown');
  if (isNone(impact)) return say('incident-noted-impact-no');
  return say('incident-noted-impact', { impact: saidOfImpact(say, impact) });
}

/** The same as it stands in the timeline: "đang lan sang máy khác; không: dịch vụ bị ngừng". */
export function saidOfImpact(say: Say, impact: Impact): string {
  if (isUnknown(impact)) return say('button-incident-not-known');
  if (isNone(impact)) return say('button-incident-none-of-these');
  const denied = labelled(say, impact, 'no');
  const parts = [
    labelled(say, impact, 'yes'),
    denied === '' ? '' : say('incident-noted-impact-denied', { impact: denied }),
  ];
  return parts.filter((part) => part !== '').join('; ');
}

function labelled(say: Say, impact: Impact, known: 'yes' | 'no'): string {
  return impactKeys
    .filter((key) => impact[key] === known)
    .map((key) => impactLabel(say, key).toLocaleLowerCase('vi'))
    .join(', ');
}

function isUnknown(impact: Impact): boolean {
  return impactKeys.every((key) => impact[key] === 'unknown');
}

function isNone(impact: Impact): boolean {
  return impactKeys.every((key) => impact[key] === 'no');
}

const labels = {
  spreading: 'incident-impact-spreading',
  serviceDown: 'incident-impact-service-down',
  dataHarmed: 'incident-impact-data-harmed',
  personalData: 'incident-impact-personal-data',
  beyondCapacity: 'incident-impact-beyond-capacity',
} as const satisfies Record<ImpactKey, string>;
