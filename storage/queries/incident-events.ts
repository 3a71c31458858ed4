import type { Instant } from '#domain/time.ts';
import type { IncidentEventKind } from '#domain/incident/timeline.ts';
import { json } from '#storage/json.ts';
import type { Reader, Tx } from '#storage/store.ts';

export interface IncidentEvent {
  id: string;
  at: Instant;
  /** Null: the product itself. */
  officer: { id: string; name: string } | null;
  kind: IncidentEventKind;
  text: string | null;
  details: Record<string, string | number | boolean | null>;
}

export interface NewIncidentEvent {
  id: string;
  incidentId: string;
  at: Instant;
  officerId?: string;
  kind: IncidentEventKind;
  text?: string;
  details?: IncidentEvent['details'];
}

/** Adds a line to the timeline: who did what, when. */
export async function addEvent(tx: Tx, event: NewIncidentEvent): Promise<void> {
  const { id, incidentId, at, officerId, kind, text, details = {} } = event;
  await tx
    .insertInto('incidentEvents')
    .values({
      ...{ id, incidentId, at, kind },
      officerId: officerId ?? null,
      text: text ?? null,
      details: json(details) as never,
    })
    .execute();
}

/** The timeline in the order in which it was written, without what was taken back. */
export async function eventsOf(db: Reader, incidentId: string): Promise<IncidentEvent[]> {
  const rows = await db
    .selectFrom('incidentEvents')
    .leftJoin('officers', 'officers.id', 'incidentEvents.officerId')
    .select(['incidentEvents.id', 'incidentEvents.at', 'incidentEvents.kind', 'incidentEvents.text'])
    .select(['incidentEvents.details', 'incidentEvents.officerId', 'officers.name'])
    .where('incidentEvents.incidentId', '=', incidentId)
    .where('incidentEvents.removedAt', 'is', null)
    .orderBy('incidentEvents.seq')
    .execute();
  return rows.map(({ officerId, name, kind, details, ...event }) => ({
    ...event,
    kind: kind as IncidentEventKind,
    officer: officerId === null ? null : { id: officerId, name: name ?? '' },
    details: details as IncidentEvent['details'],
  }));
}

/** Takes back what an officer wrote; it stays in the table. False when it is not theirs or was taken back before. */
export async function removeEvent(
  tx: Tx,
  { id, officerId, at }: { id: string; officerId: string; at: Instant },
): Promise<boolean> {
  const row = await tx
    .updateTable('incidentEvents')
    .set({ removedAt: at })
    .where('id', '=', id)
    .where('officerId', '=', officerId)
    .where('removedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
