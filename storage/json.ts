import { sql, type RawBuilder } from 'kysely';

/**
 * A value for a jsonb column. Drivers disagree on arrays and strings given as they are, so it is always text and a cast.
 * What PostgreSQL takes in no text is left out: the character U+0000; half a surrogate pair becomes U+FFFD.
 */
export function json<T extends object>(value: T): RawBuilder<T> {
  return sql`${JSON.stringify(value, storable)}::text::jsonb`;
}

function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value;
}
