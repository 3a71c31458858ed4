import type { Incident, IncidentFacts, Severity } from '#domain/incident/incident.ts';
import { escalateIncident } from '#scheduler/escalate-incident.ts';
import { addIncident } from '#storage/queries/incidents.ts';
import { findUnitByCode } from '#storage/queries/units.ts';
import { inTransaction } from '#storage/transaction.ts';
import type { Story } from '#test/kit/province.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

interface Reported {
  by: StoryOfficer;
  /** The unit's code; default: Sở Tài chính. */
  at?: string;
  text?: string;
  facts?: IncidentFacts;
  severity?: Severity;
  drill?: boolean;
}

/** Somebody's incident as it is recorded with their first answer, alerted as far as it is due at the story's now. */
export async function anIncident(story: Story, reported: Reported): Promise<Incident> {
  const { by, at = 'STC', text = 'máy chủ bị mã hóa hết rồi', facts = { kind: 'encryption' } } = reported;
  const { severity = 'severe', drill = false } = reported;
  const now = story.clock.now();
  const incident = await inTransaction(story.store, async (tx) => {
    const unit = await findUnitByCode(tx, at);
    if (!unit) throw new Error(`There is no unit ${at} in this story.`);
    const added = await addIncident(tx, {
      ...{ id: story.newId(), drill, unitId: unit.id, reportedBy: by.id, at: now, year: 2026 },
      ...{ description: text, facts, severity },
    });
    await escalateIncident(story.engine.planning, tx, added, now);
    return added;
  });
  await story.delivered();
  return incident;
}
