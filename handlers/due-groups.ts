import type { Day } from '#domain/time.ts';
import type { Assignment } from '#storage/queries/assignments.ts';

/** Reports of one unit that are due on the same day: answered together, recorded as sent together. */
export interface DueGroup {
  unitId: string;
  unitName: string;
  lastDay: Day;
  assignments: Assignment[];
}

/** The soonest first. */
export function dueGroups(assignments: Assignment[]): DueGroup[] {
  const groups = new Map<string, DueGroup>();
  for (const assignment of assignments) {
    const { unitId, unitName, lastDay } = assignment;
    const key = `${lastDay} ${unitId}`;
    const group = groups.get(key) ?? { unitId, unitName, lastDay, assignments: [] };
    group.assignments.push(assignment);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => a.lastDay.localeCompare(b.lastDay));
}
