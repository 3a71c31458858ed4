import type { IncidentLanguage } from '#handlers/incident/incident-words.ts';
import type { Turn } from '#handlers/turn.ts';

/** The language of whoever writes. */
export function languageOf({ deps, language }: Turn): IncidentLanguage {
  return { catalogue: deps.catalogue, language };
}
