import { sql } from 'kysely';
import type { PositionKind } from '#domain/organisation.ts';
import type { Reader } from '#storage/store.ts';

/** Somebody who was alerted, as what. */
export interface ToldPerson {
  id: string;
  name: string;
  position: PositionKind;
  unit: string;
}

/** Everyone whom an incident was told to so far, in the order of it: each once, as what they are nearest to it. */
export async function peopleTold(db: Reader, incidentId: string): Promise<ToldPerson[]> {
  const { rows } = await sql<ToldPerson>`
    select id, name, position, unit from (
      select distinct on (alerted.officer_id)
        alerted.officer_id as id, alerted.at, officers.name, positions.kind as position, units.name as unit
      from (select officer_id, min(at) as at from incident_alerts where incident_id = ${incidentId} group by officer_id) alerted
      join officers on officers.id = alerted.officer_id
      join positions on positions.officer_id = alerted.officer_id and positions.until is null
      join units on units.id = positions.unit_id and units.left_on is null
      order by alerted.officer_id,
        units.id = (select unit_id from incidents where id = ${incidentId}) desc,
        positions.kind = 'responder' desc, positions.kind = 'head' desc, positions.kind
    ) told
    order by at, position = 'responder' desc, name`.execute(db);
  return rows;
}
