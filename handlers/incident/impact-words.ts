import { type Impact, type ImpactKey, impactKeys } from '#domain/incident/incident.ts';
import type { Say } from '#locales/text.ts';

/** "Đang lan sang máy khác": one way in which it is bad, as it stands in the list. */
export function impactLabel(say: Say, key: ImpactKey): string {
  return say(labels[key]);
}

/** How bad it is said to be, in one sentence. */
export function impactWords(say: Say, impact: Impact): string {
  const labelled = (known: 'yes' | 'no') =>
    impactKeys
      .filter((key) => impact[key] === known)
      .map((key) => impactLabel(say, key).toLocaleLowerCase('vi'))
      .join(', ');
  const holds = labelled('yes');
  const denied = labelled('no');
  if (holds === '' && denied === '') return say('incident-noted-unknown');
  if (impactKeys.every((key) => impact[key] === 'no')) return say('incident-noted-impact-no');
  const parts = [holds, denied === '' ? '' : say('incident-noted-impact-denied', { impact: denied })];
  return say('incident-noted-impact', { impact: parts.filter((part) => part !== '').join('; ') });
}

const labels = {
  spreading: 'incident-impact-spreading',
  serviceDown: 'incident-impact-service-down',
  dataHarmed: 'incident-impact-data-harmed',
  personalData: 'incident-impact-personal-data',
  beyondCapacity: 'incident-impact-beyond-capacity',
} as const satisfies Record<ImpactKey, string>;
