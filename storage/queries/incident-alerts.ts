import { sql } from 'kysely';
import type { TakenStep } from '#domain/incident/escalation.ts';
import type { Incident } from '#domain/incident/incident.ts';
import type { StepRecipient } from '#domain/incident/rules-schema.ts';
import type { Instant } from '#domain/time.ts';
import { isOpenChat } from '#storage/queries/chat-reach.ts';
import type { Chat } from '#storage/queries/identities.ts';
import { openIncidents } from '#storage/queries/incidents.ts';
import { unitsAbove } from '#storage/queries/units.ts';
import type { Reader, Tx } from '#storage/store.ts';

/** An incident's escalation: it starts anew, with a round 1, whenever the instant that it counts from changes. */
type Escalation = Pick<Incident, 'id' | 'escalatedFrom'>;

/** The steps of an escalation that were taken. */
export async function takenSteps(db: Reader, { id, escalatedFrom }: Escalation): Promise<TakenStep[]> {
  return db
    .selectFrom('incidentSteps')
    .select(['round', 'step', 'at', 'reached'])
    .where('incidentId', '=', id)
    .where('escalatedFrom', '=', escalatedFrom)
    .orderBy('round')
    .orderBy('step')
    .execute();
}

/** Records that a step was taken, and whom it alerted. */
export async function recordStep(
  tx: Tx,
  { id, escalatedFrom }: Escalation,
  { round, step, at, officerIds }: { round: number; step: number; at: Instant; officerIds: string[] },
): Promise<void> {
  const taken = { incidentId: id, escalatedFrom, round, step, at };
  await tx
    .insertInto('incidentSteps')
    .values({ ...taken, reached: officerIds.length })
    .execute();
  if (officerIds.length === 0) return;
  await tx
    .insertInto('incidentAlerts')
    .values(officerIds.map((officerId) => ({ ...taken, officerId })))
    .execute();
}

/** Somebody whom a step alerts, with every chat that reaches them; at least one. */
export interface AlertRecipient {
  id: string;
  name: string;
  chats: Chat[];
}

/** Those who hold what a step names, seen from the incident's unit, as far as any chat reaches them; each once, by name. */
export async function alertRecipients(
  db: Reader,
  unitId: string,
  to: readonly StepRecipient[],
): Promise<AlertRecipient[]> {
  const above = to.some(({ at }) => at === 'above') ? await unitsAbove(db, unitId) : [];
  const held = to.filter(({ at }) => at !== 'above' || above.length > 0);
  if (held.length === 0) return [];
  const rows = await db
    .selectFrom('positions')
    .innerJoin('units', 'units.id', 'positions.unitId')
    .innerJoin('officers', 'officers.id', 'positions.officerId')
    .innerJoin('identities', 'identities.officerId', 'officers.id')
    .select(['officers.id', 'officers.name', 'identities.bot', 'identities.chatId'])
    .distinct()
    .where('positions.until', 'is', null)
    .where('units.leftOn', 'is', null)
    .where(isOpenChat())
    .where((where) =>
      where.or(
        held.map(({ position, at }) =>
          where.and([
            where('positions.kind', '=', position),
            at === 'coordinator'
              ? where('units.coordinator', '=', true)
              : where('units.id', 'in', at === 'unit' ? [unitId] : above),
          ]),
        ),
      ),
    )
    .orderBy('officers.name')
    .orderBy('officers.id')
    .orderBy('identities.bot')
    .orderBy('identities.chatId')
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, chats]) => ({
    id,
    name: chats[0]?.name ?? '',
    chats: chats.map(({ bot, chatId }) => ({ bot, chatId })),
  }));
}

/**
 * Alerts of an incident that have not gone out yet do not any more, for everyone or for these officers: somebody has it, it is
 * over, or the next alert says it.
 */
export async function cancelAlerts(tx: Tx, incidentId: string, officerIds?: string[]): Promise<void> {
  if (officerIds?.length === 0) return;
  await tx
    .updateTable('messages')
    .set({ status: 'cancelled', reason: 'need not be told any more', notBefore: null })
    .where('status', '=', 'waiting')
    .where('priority', '=', 0)
    .where('kind', '=', 'incident-alert')
    .where(sql<string>`content ->> 'incidentId'`, '=', incidentId)
    .$if(officerIds !== undefined, (query) => query.where('officerId', 'in', officerIds ?? []))
    .execute();
}

/** Open incidents that an officer was alerted to, oldest first; drills too. */
export async function openIncidentsAlertedTo(db: Reader, officerId: string): Promise<Incident[]> {
  const rows = await db
    .selectFrom('incidentAlerts')
    .select('incidentId')
    .distinct()
    .where('officerId', '=', officerId)
    .execute();
  const alerted = new Set(rows.map(({ incidentId }) => incidentId));
  return (await openIncidents(db)).filter(({ id }) => alerted.has(id));
}

/** How often whoever handles an incident was asked about it after an instant. */
export async function timesAskedSince(db: Reader, incidentId: string, since: Instant): Promise<number> {
  const row = await db
    .selectFrom('incidentEvents')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('incidentId', '=', incidentId)
    .where('kind', '=', 'asked-again')
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
