import type { Catalogue } from '#domain/catalogue.ts';
import type { ZoneName } from '#domain/time.ts';
import { loadCalendar } from '#app/load-calendar.ts';
import { loadIncidentRules } from '#app/load-incident-rules.ts';
import { loadDirectives } from '#app/load-directives.ts';
import { loadPaperForms } from '#app/load-paper-forms.ts';
import { directivesFolder } from '#app/shipped-directives.ts';

/**
 * Reads what the product goes by: the directives, the calendar and the rules of incidents that ship, with those
 * directives on that the settings name, or else those that are on by default.
 * @throws DataFileError that lists every mistake of the files
 */
export function loadCatalogue(config: {
  directives: readonly string[] | undefined;
  zone: ZoneName;
}): Catalogue {
  const directives = loadDirectives(directivesFolder);
  const byDefault = directives.filter(({ onByDefault }) => onByDefault).map(({ id }) => id);
  const on = new Set(config.directives ?? byDefault);
  return {
    directives,
    on,
    calendar: loadCalendar(),
    incidents: loadIncidentRules(on),
    papers: loadPaperForms(),
    zone: config.zone,
  };
}
