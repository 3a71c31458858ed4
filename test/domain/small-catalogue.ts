import { loadCalendar } from '#app/load-calendar.ts';
import { loadIncidentRules } from '#app/load-incident-rules.ts';
import { loadPaperForms } from '#app/load-paper-forms.ts';
import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Catalogue } from '#domain/catalogue.ts';
import type { Directive, Duty } from '#domain/directives/schema.ts';

const name = { vi: 'tên', en: 'name' };

/** The calendar as it ships. */
export const realCalendar = loadCalendar();

const papers = loadPaperForms();
const incidents = loadIncidentRules(new Set(['cv']));

/** A catalogue of one directive, `cv`, that is on: give each duty's id and what matters about it. */
export function smallCatalogue(
  duties: Record<string, Partial<Duty> & Pick<Duty, 'due'>>,
  { issued = '2024-04-16', calendar = realCalendar }: { issued?: string; calendar?: Calendar } = {},
): Catalogue {
  const directive: Directive = {
    id: 'cv',
    document: { number: '1/CV', date: issued, kind: name, authority: name, subject: name },
    onByDefault: true,
    duties: Object.entries(duties).map(([id, duty]) => smallDuty(id, duty)),
    forms: [],
  };
  const zone = 'Asia/Ho_Chi_Minh';
  return { directives: [directive], on: new Set(['cv']), calendar, incidents, papers, zone };
}

function smallDuty(id: string, duty: Partial<Duty> & Pick<Duty, 'due'>): Duty {
  return {
    id,
    kind: 'report',
    name,
    shortName: name,
    owedBy: { value: 'agency', source: 'text' },
    addressees: { kinds: ['department'], source: 'text' },
    citation: 'Công văn số 1, điểm 1',
    quote: 'trước ngày 15',
    cadence: { rule: 'report', source: 'default' },
    ...duty,
  };
}
