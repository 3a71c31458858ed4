import { mayHandleIncident } from '#domain/access.ts';
import type { Catalogue } from '#domain/catalogue.ts';
import type { Clock, NewId } from '#domain/clock.ts';
import type { Incident } from '#domain/incident/incident.ts';
import type { PaperKind } from '#domain/incident/papers/paper-forms.ts';
import type { Officer } from '#domain/organisation.ts';
import type { Instant } from '#domain/time.ts';
import { paperFromRecord } from '#handlers/incident/paper-record.ts';
import type { Language } from '#locales/text.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { findOpenDraftLink, useDraftLink } from '#storage/queries/draft-links.ts';
import { addEvent } from '#storage/queries/incident-events.ts';
import { findIncident } from '#storage/queries/incidents.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { unitsAbove } from '#storage/queries/units.ts';
import type { Store } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';
import { type RenderedPaper, renderPaper } from '#web/papers/render-paper.ts';

export interface DraftDeps {
  store: Store;
  catalogue: Catalogue;
  clock: Clock;
  newId: NewId;
}

/** Whether a link still opens something, and the language of whoever asked for it. Changes nothing. */
export async function draftBehind(
  deps: DraftDeps,
  secret: string,
): Promise<{ language: Language } | undefined> {
  const found = await behind(deps, secret, deps.clock.now());
  return found && { language: found.officer.language };
}

/**
 * The draft as the record stands now, for whoever comes first; the link is used up and the timeline says that it was
 * fetched. It is drawn before that, so that a mistake of ours leaves the link as it was.
 */
export async function fetchDraft(deps: DraftDeps, secret: string): Promise<RenderedPaper | undefined> {
  const { store, catalogue, clock, newId } = deps;
  const now = clock.now();
  const found = await behind(deps, secret, now);
  if (!found) return undefined;
  const { incident, officer, kind } = found;
  const paper = await paperFromRecord(store.db, { catalogue, now }, incident, kind);
  const rendered = await renderPaper(paper, catalogue, now);
  const isFirst = await inTransaction(store, async (tx) => {
    if (!(await useDraftLink(tx, secret, now))) return false;
    const event = { id: newId(), incidentId: incident.id, at: now, officerId: officer.id };
    await addEvent(tx, { ...event, kind: 'paper-fetched', details: { paper: kind } });
    await recordAudit(tx, {
      ...{ at: now, actorId: officer.id, action: 'incident-paper-fetched', subjectId: incident.id },
      details: { event: event.id },
    });
    return true;
  });
  return isFirst ? rendered : undefined;
}

/** What an open link leads to, as long as whoever asked for it may still handle the incident. */
async function behind(
  { store: { db } }: DraftDeps,
  secret: string,
  now: Instant,
): Promise<{ incident: Incident; officer: Officer; kind: PaperKind } | undefined> {
  const link = await findOpenDraftLink(db, secret, now);
  const officer = link && (await findOfficer(db, link.officerId));
  const incident = link && (await findIncident(db, link.incidentId));
  if (!link || !officer || !incident) return undefined;
  const place = { unitId: incident.unit.id, unitsAbove: await unitsAbove(db, incident.unit.id) };
  return mayHandleIncident(officer, place) ? { incident, officer, kind: link.paper } : undefined;
}
