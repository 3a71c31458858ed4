import type { Catalogue } from '#domain/catalogue.ts';
import type { Incident } from '#domain/incident/incident.ts';
import { type Paper, paperOf } from '#domain/incident/papers.ts';
import type { PaperKind } from '#domain/incident/papers/paper-forms.ts';
import type { PaperRecord, Remembered } from '#domain/incident/papers/paper-record.ts';
import type { Instant } from '#domain/time.ts';
import { eventsOf } from '#storage/queries/incident-events.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { toldOf, unitPapersOf, unitWithSuperior } from '#storage/queries/paper-facts.ts';
import type { Reader } from '#storage/store.ts';

/** A paper about an incident, from everything that the tables hold about it at `now`. */
export async function paperFromRecord(
  db: Reader,
  { catalogue, now }: { catalogue: Catalogue; now: Instant },
  incident: Incident,
  kind: PaperKind,
): Promise<Paper> {
  return paperOf(catalogue.papers, kind, await recordOf(db, catalogue, incident, now));
}

async function recordOf(
  db: Reader,
  catalogue: Catalogue,
  incident: Incident,
  now: Instant,
): Promise<PaperRecord> {
  const kind = catalogue.incidents.kinds.find(({ key }) => key === incident.facts.kind);
  return {
    incident,
    events: await eventsOf(db, incident.id),
    unit: (await unitWithSuperior(db, incident.unit.id)) ?? { name: incident.unit.name, superior: null },
    contact: await contactOf(db, incident),
    ...(kind ? { kindLabel: kind.label.vi } : {}),
    told: await toldOf(db, incident.id),
    remembered: await rememberedFor(db, incident.unit.id),
    ...{ zone: catalogue.zone, now },
  };
}

/** Whoever left a number; else whoever handles it, if they are of the unit itself; else whoever reported it. */
async function contactOf(db: Reader, { handler, reportedBy, unit, facts }: Incident): Promise<string> {
  const handling = handler === null || facts.contact ? undefined : await findOfficer(db, handler);
  if (handling?.positions.some((position) => position.unit.id === unit.id)) return handling.name;
  return (await findOfficer(db, reportedBy))?.name ?? '';
}

async function rememberedFor(db: Reader, unitId: string): Promise<PaperRecord['remembered']> {
  const remembered: Record<string, Remembered> = {};
  for (const [cell, { text, by, at }] of Object.entries(await unitPapersOf(db, unitId))) {
    remembered[cell] = { text, at, by: (await findOfficer(db, by))?.name ?? '' };
  }
  return remembered;
}
