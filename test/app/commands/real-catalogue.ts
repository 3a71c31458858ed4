import { fileURLToPath } from 'node:url';
import { loadCalendar } from '#app/load-calendar.ts';
import { loadIncidentRules } from '#app/load-incident-rules.ts';
import { loadDirectives } from '#app/load-directives.ts';
import { loadPaperForms } from '#app/load-paper-forms.ts';
import type { Catalogue } from '#domain/catalogue.ts';

const directives = loadDirectives(fileURLToPath(new URL('../../../domain/directives', import.meta.url)));

/** The directives and the calendar that ship, with those on that are on by default, or the ones given. */
export function realCatalogue(on?: string[]): Catalogue {
  const onNow = new Set(on ?? directives.filter(({ onByDefault }) => onByDefault).map(({ id }) => id));
  return {
    directives,
    on: onNow,
    calendar: loadCalendar(),
    incidents: loadIncidentRules(onNow),
    papers: loadPaperForms(),
    zone: 'Asia/Ho_Chi_Minh',
  };
}
