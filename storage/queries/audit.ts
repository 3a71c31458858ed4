import type { Instant } from '#domain/time.ts';
import { json } from '#storage/json.ts';
import type { Tx } from '#storage/store.ts';

/**
 * Writes down that something was done, for ever: a trigger refuses to change or remove it. `details` hold ids,
 * counts and keyed digests, never names or texts, so that a person can be forgotten without touching the record.
 */
export async function recordAudit(
  tx: Tx,
  entry: { at: Instant; actorId?: string; action: string; subjectId?: string; details?: AuditDetails },
): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      at: entry.at,
      actorId: entry.actorId ?? null,
      action: entry.action,
      subjectId: entry.subjectId ?? null,
      details: json(entry.details ?? {}) as never,
    })
    .execute();
}

type AuditDetails = Record<string, string | number | boolean | null>;
