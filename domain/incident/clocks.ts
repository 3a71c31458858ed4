import { type Catalogue, type DutyRef, findDuty } from '#domain/catalogue.ts';
import type { ClockCondition, ClockRule, Directive, Duty } from '#domain/directives/schema.ts';
import { owes } from '#domain/duty-owner.ts';
import { type Incident, isOpen, type Known } from '#domain/incident/incident.ts';
import type { Unit } from '#domain/organisation.ts';
import { dayOf, type Instant } from '#domain/time.ts';

/** A time limit that runs for an incident: an event duty, from when and until when. */
export interface RunningClock extends DutyRef {
  startsAt: Instant;
  dueAt: Instant;
}

/** What an incident's clocks hang on. */
export type ClockedIncident = Pick<Incident, 'status' | 'severity' | 'facts' | 'detectedAt' | 'closedAt'>;

/** Where it happened. */
export type ClockedUnit = Pick<Unit, 'kind' | 'coordinator'>;

/**
 * The clocks of an incident as far as it is known now, in the order of the files: those of documents in force everywhere, and
 * those of the directives that are on and address its unit. Each is due exactly its hours, or its days of 24 hours,
 * after it started: nights, weekends and holidays count (Bộ luật Dân sự, Điều 147 khoản 1). A false alarm and a
 * duplicate have none.
 */
export function clocksOf(catalogue: Catalogue, incident: ClockedIncident, unit: ClockedUnit): RunningClock[] {
  return clocksThat(applies, catalogue, incident, unit);
}

/** Those that run as well if it turns out that what nobody knows yet holds: whoever handles it ought to find out in time. */
export function clocksInDoubt(
  catalogue: Catalogue,
  incident: ClockedIncident,
  unit: ClockedUnit,
): RunningClock[] {
  return clocksThat(isInDoubt, catalogue, incident, unit);
}

function clocksThat(
  matters: (rule: ClockRule, incident: ClockedIncident) => boolean,
  catalogue: Catalogue,
  incident: ClockedIncident,
  unit: ClockedUnit,
): RunningClock[] {
  if (!isOpen(incident.status) && incident.status !== 'closed') return [];
  return catalogue.directives.flatMap((directive) =>
    directive.duties.flatMap((duty) => {
      if (!duty.clock || !concerns(catalogue, directive, duty, incident, unit)) return [];
      const startsAt = startOf(duty.clock, incident);
      if (!startsAt || !matters(duty.clock, incident)) return [];
      const dueAt = new Date(startsAt.getTime() + limitMs(duty.clock));
      return [{ directive: directive.id, duty: duty.id, startsAt, dueAt }];
    }),
  );
}

/**
 * Until when an at-once duty counts as done in time: the texts name no hours, so this one is the product's own, to have
 * something to remind by, and is never shown as theirs.
 */
export const atOnceMs = 60 * 60_000;

/** What stands behind a clock; undefined for a duty that the files do not have any more. */
export function clockedDuty(
  catalogue: Catalogue,
  ref: DutyRef,
): { directive: Directive; duty: Duty; clock: ClockRule } | undefined {
  const found = findDuty(catalogue, ref);
  return found?.duty.clock && { ...found, clock: found.duty.clock };
}

/** Names a clock in a button: short, and the same in every release. */
export function clockCode({ directive, duty }: DutyRef): string {
  let hash = 0x811c9dc5;
  for (const character of `${directive}/${duty}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}

function concerns(
  catalogue: Catalogue,
  directive: Directive,
  duty: Duty,
  { detectedAt }: ClockedIncident,
  unit: ClockedUnit,
): boolean {
  const everywhere = directive.incidentClocksFrom;
  if (!everywhere) return catalogue.on.has(directive.id) && owes(duty, unit);
  const { kinds } = duty.addressees;
  // What binds everywhere binds a coordinating unit for its own systems too.
  return (
    dayOf(detectedAt, catalogue.zone) >= everywhere.day && (kinds.length === 0 || kinds.includes(unit.kind))
  );
}

function startOf({ from }: ClockRule, { detectedAt, closedAt, status }: ClockedIncident): Instant | null {
  if (from.value === 'detection') return detectedAt;
  return status === 'closed' ? closedAt : null;
}

function applies({ appliesTo: { value } }: ClockRule, incident: ClockedIncident): boolean {
  return value === 'every-incident' || value.some((condition) => known(condition, incident) === 'yes');
}

/** Only what is known to hold starts a clock. */
function isInDoubt(rule: ClockRule, incident: ClockedIncident): boolean {
  const { value } = rule.appliesTo;
  if (value === 'every-incident' || applies(rule, incident)) return false;
  return value.some((condition) => known(condition, incident) === 'unknown');
}

function known(condition: ClockCondition, { severity, facts: { impact } }: ClockedIncident): Known {
  switch (condition) {
    case 'severe':
      return severity === 'severe' ? 'yes' : 'no';
    case 'service-down':
      return impact?.serviceDown ?? 'unknown';
    case 'personal-data':
      return impact?.personalData ?? 'unknown';
    case 'beyond-capacity':
      return impact?.beyondCapacity ?? 'unknown';
  }
}

function limitMs({ limit: { value } }: ClockRule): number {
  if (value === 'at-once') return atOnceMs;
  return 'hours' in value ? value.hours * hourMs : value.days * 24 * hourMs;
}

const hourMs = 60 * 60_000;
