import type { Incident } from '#domain/incident/incident.ts';
import { addEvent } from '#storage/queries/incident-events.ts';
import {
  addIncident,
  changeIncident,
  findIncident,
  type IncidentChange,
} from '#storage/queries/incidents.ts';
import { findUnitByCode } from '#storage/queries/units.ts';
import { inTransaction } from '#storage/transaction.ts';
import type { Story } from '#test/kit/province.ts';

/** An incident at Sở Tài chính that An has reported on Zalo, with nobody alerted; `change`: what became of it since. */
export async function recordedIncident(
  story: Story,
  { drill = false, ...change }: IncidentChange & { drill?: boolean } = {},
): Promise<Incident> {
  const { clock, newId, an } = story;
  return inTransaction(story.store, async (tx) => {
    const unit = await findUnitByCode(tx, 'STC');
    const at = clock.now();
    const description = 'máy chủ bị mã hóa hết rồi';
    const { id } = await addIncident(tx, {
      ...{ id: newId(), drill, unitId: unit?.id ?? '', reportedBy: an.id, at, year: 2026 },
      ...{ description, facts: { kind: 'ransomware', contact: '0912 345 678' }, severity: 'severe' },
    });
    const details = { fact: 'description', channel: 'zalo' };
    const event = { id: newId(), incidentId: id, at, officerId: an.id };
    await addEvent(tx, { ...event, kind: 'reported', text: description, details });
    await changeIncident(tx, id, { ...change, updatedAt: at });
    const incident = await findIncident(tx, id);
    if (!incident) throw new Error('the incident that was just added is not there');
    return incident;
  });
}
