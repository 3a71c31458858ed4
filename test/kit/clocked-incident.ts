import type { Incident } from '#domain/incident/incident.ts';
import { isoInstant } from '#domain/time.ts';
import { clocksOfIncident, keepClocks } from '#storage/queries/incident-clocks.ts';
import { changeIncident, type IncidentChange, lockIncident } from '#storage/queries/incidents.ts';
import { inTransaction } from '#storage/transaction.ts';
import type { Story } from '#test/kit/province.ts';
import { recordedIncident } from '#test/kit/recorded-incident.ts';

/** An incident at Sở Tài chính that Bình has taken on, with its clocks running; nobody is asked how it stands. */
export async function clockedIncident(story: Story, change: IncidentChange = {}): Promise<Incident> {
  const acknowledged = {
    handler: story.binh.id,
    acknowledgedAt: story.clock.now(),
    status: 'acknowledged',
  } as const;
  const incident = await recordedIncident(story, { ...acknowledged, ...change });
  return becomesKnown(story, incident, { updatedAt: new Date('2027-12-31T00:00:00+07:00') });
}

/** What is known of an incident changes, and its clocks with it. */
export async function becomesKnown(
  { store, catalogue, clock }: Pick<Story, 'store' | 'catalogue' | 'clock'>,
  { id }: Incident,
  change: IncidentChange,
): Promise<Incident> {
  return inTransaction(store, async (tx) => {
    await changeIncident(tx, id, change);
    const incident = await lockIncident(tx, id);
    if (!incident) throw new Error('the incident is not there');
    await keepClocks(tx, catalogue, incident, clock.now());
    return incident;
  });
}

/** How each clock of an incident stands: "incident-initial until 2026-12-13T02:14, met". */
export async function clocksNow({ store, catalogue }: Story, { id }: Incident): Promise<string[]> {
  const clocks = await clocksOfIncident(store.db, id);
  return clocks.map(({ duty, dueAt, metAt, waivedAt, missedAt }) => {
    const became = metAt ? ', met' : waivedAt ? ', waived' : missedAt ? ', missed' : '';
    return `${duty} until ${isoInstant(dueAt, catalogue.zone).slice(0, 16)}${became}`;
  });
}
