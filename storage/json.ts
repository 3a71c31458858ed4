import { sql, type RawBuilder } from 'kysely';

/** A value for a jsonb column. Drivers disagree on arrays and strings given as they are, so it is always text and a cast. */
export function json<T extends object>(value: T): RawBuilder<T> {
  return sql`${JSON.stringify(value)}::text::jsonb`;
}
