import { sql } from 'kysely';
import { type Answers, answersSchema } from '#domain/answers/answer-value.ts';
import type { Reader } from '#storage/store.ts';

/**
 * What was answered for the period before, by assignment of this one: the last version of the newest earlier report of the
 * same duty and unit that has answers. None for who reported on paper, or never.
 */
export async function pastAnswersOf(db: Reader, assignmentIds: string[]): Promise<Record<string, Answers>> {
  if (assignmentIds.length === 0) return {};
  const { rows } = await sql<{ id: string; answers: unknown }>`
    select distinct on (now.id) now.id, submissions.answers
    from assignments now
    join assignments earlier on earlier.unit_id = now.unit_id and earlier.directive_id = now.directive_id
      and earlier.duty_id = now.duty_id and earlier.last_day < now.last_day
    join submissions on submissions.assignment_id = earlier.id and submissions.kind = 'answers'
    where now.id in (${sql.join(assignmentIds)})
    order by now.id, earlier.last_day desc, submissions.version desc`.execute(db);
  return Object.fromEntries(rows.map(({ id, answers }) => [id, answersSchema.parse(answers)]));
}
