import type { Catalogue } from '#domain/catalogue.ts';
import type { ZoneName } from '#domain/time.ts';
import { loadCalendar } from '#app/load-calendar.ts';
import { loadDirectives } from '#app/load-directives.ts';
import { loadPaperForms } from '#app/load-paper-forms.ts';
import { directivesFolder } from '#app/shipped-directives.ts';

/**
 * Reads what the product goes by: the directives and the calendar that ship, with those directives on that the
 * settings name, or else those that are on by default.
 * @throws DataFileError that lists every mistake of the files
 */
export function loadCatalogue(config: {
  directives: readonly string[] | undefined;
  zone: ZoneName;
}): Catalogue {
  const directives = loadDirectives(directivesFolder);
  const byDefault = directives.filter(({ onByDefault }) => onByDefault).map(({ id }) => id);
  return {
    directives,
    on: new Set(config.directives ?? byDefault),
    calendar: loadCalendar(),
    papers: loadPaperForms(),
    zone: config.zone,
  };
}
