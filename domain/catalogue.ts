import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Directive, Duty, Form } from '#domain/directives/schema.ts';
import type { PaperForms } from '#domain/incident/papers/paper-forms.ts';
import type { IncidentRules } from '#domain/incident/rules-schema.ts';
import type { ZoneName } from '#domain/time.ts';

/** Everything that was read from data files at the start: what is owed, when people work, and where the clock stands. */
export interface Catalogue {
  /** All that are known, on or off. */
  directives: readonly Directive[];
  /** Ids of the directives that are switched on. */
  on: ReadonlySet<string>;
  calendar: Calendar;
  /** Kinds of incidents, when one is severe, and whom it is told to. */
  incidents: IncidentRules;
  /** The official forms about incidents. */
  papers: PaperForms;
  zone: ZoneName;
}

export interface DutyRef {
  directive: string;
  duty: string;
}

export function findDuty(
  catalogue: Catalogue,
  ref: DutyRef,
): { directive: Directive; duty: Duty } | undefined {
  const directive = catalogue.directives.find((candidate) => candidate.id === ref.directive);
  const duty = directive?.duties.find((candidate) => candidate.id === ref.duty);
  return directive && duty ? { directive, duty } : undefined;
}

/** Is it asked for at present: its directive is on, and has such a duty? The tables also hold what used to be. */
export function isAskedFor(catalogue: Catalogue, ref: DutyRef): boolean {
  return catalogue.on.has(ref.directive) && findDuty(catalogue, ref) !== undefined;
}

/** The newest version of a form, or the version asked for. */
export function findForm(catalogue: Catalogue, id: string, version?: number): Form | undefined {
  return catalogue.directives
    .flatMap((directive) => directive.forms)
    .filter((form) => form.id === id && (version === undefined || form.version === version))
    .sort((a, b) => b.version - a.version)[0];
}

/** Duties of the directives that are on, in the order of their files. */
export function dutiesOn(catalogue: Catalogue): { directive: Directive; duty: Duty }[] {
  return catalogue.directives
    .filter((directive) => catalogue.on.has(directive.id))
    .flatMap((directive) => directive.duties.map((duty) => ({ directive, duty })));
}
