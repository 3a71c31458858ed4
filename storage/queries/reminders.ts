import { sql } from 'kysely';
import type { Period } from '#domain/period.ts';
import type { Day, Instant } from '#domain/time.ts';
import { askedHeadAt, waitsForHead } from '#storage/queries/head-requests.ts';
import { hasStandIn } from '#storage/queries/leaves.ts';
import type { ReminderRole } from '#storage/queries/messages.ts';
import type { Reader, Tx } from '#storage/store.ts';
import { owedStates } from '#storage/tables.ts';

/** One officer who may have to be reminded of one assignment that is still owed. */
export interface ReminderCandidate {
  assignmentId: string;
  officerId: string;
  role: 'reporter' | 'head';
  /** Since when the officer has held the position; where the cadence has begun again or a head was asked, since then. */
  heldSince: Instant;
  /** The highest step order planned so far in this round of the cadence, or -1. */
  remindedUpTo: number;
  /** How often the cadence has begun again. */
  round: number;
  snoozedUntil: Instant | null;
  /** It is filled in and waits for the head, to whom all its steps go then. */
  awaitsHead: boolean;
}

/** A duty of a period; `newLastDay` where units were given another last day than the duty's. */
export interface OwedPeriod {
  directive: string;
  duty: string;
  period: Period;
  newLastDay: Day | null;
}

/**
 * Whoever may be due a reminder of a duty of a period: its owed assignments by the officers who fill them in and the
 * heads, as far as they can be reached at all and as `latest` (the highest step order that is due by now, by role)
 * or their own snooze leaves something to say. Officers who were reminded of it already are not read, nor who is not
 * `among` those named. What waits for the head's word is for the head alone, as far as one can be reached; of who is
 * away whoever stands in is reminded.
 */
export async function reminderCandidates(
  db: Reader,
  due: OwedPeriod,
  latest: { reporter: number; head: number; now: Instant; among?: string[] },
): Promise<ReminderCandidate[]> {
  const { rows } = await sql<ReminderCandidate>`
    select assignments.id as assignment_id, held.officer_id, held.role,
      greatest(held.held_since, assignments.cadence_since, ${askedHeadAt()}) as held_since, assignments.cadence_round as round,
      coalesce(planned.highest, -1) as reminded_up_to, snoozes.until as snoozed_until,
      ${waitsForHead()} as awaits_head
    from assignments
    join lateral (
      select positions.officer_id, max(case when positions.kind = 'head' then 'head' else 'reporter' end) as role,
        min(positions.since) as held_since
      from positions join units on units.id = positions.unit_id
      where positions.unit_id = assignments.unit_id and positions.until is null and units.left_on is null
        and (positions.kind in ('reporter', 'head') or (positions.kind = 'coordinator' and units.coordinator))
      group by positions.officer_id
    ) held on true
    left join lateral (
      select max(reminders.step_order) as highest from reminders
      where reminders.assignment_id = assignments.id and reminders.officer_id = held.officer_id
        and reminders.round = assignments.cadence_round
    ) planned on true
    left join snoozes on snoozes.assignment_id = assignments.id and snoozes.officer_id = held.officer_id
    where assignments.directive_id = ${due.directive} and assignments.duty_id = ${due.duty}
      and assignments.period = ${due.period} and assignments.state in (${sql.join([...owedStates])})
      and assignments.new_last_day is not distinct from ${due.newLastDay}::date
      and (coalesce(planned.highest, -1) < case
          when held.role = 'head' and not ${waitsForHead()} then ${latest.head}::int else ${latest.reporter}::int end
        or snoozes.until <= ${latest.now})
      and (held.role = 'head' or not ${waitsForHead()})
      and not ${hasStandIn('held.officer_id')}
      and exists (select 1 from identities
        where identities.officer_id = held.officer_id and identities.blocked_at is null)
      and ${latest.among ? sql`held.officer_id = any (array[${sql.join(latest.among)}]::uuid[])` : sql`true`}
    order by held.officer_id, assignments.last_day, assignments.id`.execute(db);
  return rows;
}

/** Duties of periods that somebody still owes, once for each last day that holds for somebody. */
export async function owedPeriods(db: Reader): Promise<OwedPeriod[]> {
  return db
    .selectFrom('assignments')
    .select(['directiveId as directive', 'dutyId as duty', 'period', 'newLastDay'])
    .where('state', 'in', owedStates)
    .groupBy(['directiveId', 'dutyId', 'period', 'newLastDay'])
    .execute();
}

export interface PlannedReminder {
  /** The key of the message that reminds. */
  messageKey: string;
  assignmentId: string;
  /** The step's name, or `snooze ` and the instant that the officer chose. */
  step: string;
  officerId: string;
  stepOrder: number;
  role: ReminderRole;
  plannedFor: Instant;
  round: number;
}

/**
 * Notes for which steps a message is the reminder; a step that was noted before stays with its first message. With it
 * the officer's snooze of that report is over.
 */
export async function noteReminders(tx: Tx, reminders: PlannedReminder[]): Promise<void> {
  if (reminders.length === 0) return;
  const messages = await tx
    .selectFrom('messages')
    .select(['id', 'key'])
    .where('key', 'in', [...new Set(reminders.map(({ messageKey }) => messageKey))])
    .execute();
  const ids = new Map(messages.map(({ id, key }) => [key, id]));
  const rows = reminders.flatMap(({ messageKey, ...reminder }) => {
    const messageId = ids.get(messageKey);
    return messageId ? [{ ...reminder, messageId }] : [];
  });
  await tx
    .insertInto('reminders')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['assignmentId', 'step', 'officerId', 'round']).doNothing())
    .execute();
  await tx
    .deleteFrom('snoozes')
    .where((where) =>
      where(
        where.refTuple('assignmentId', 'officerId'),
        'in',
        rows.map(({ assignmentId, officerId }) => where.tuple(assignmentId, officerId)),
      ),
    )
    .execute();
}

/**
 * The assignments that an officer's reminder is about, as far as they are still owed and the officer still holds a position
 * there in which they are reminded of them.
 */
export async function stillOwedOf(db: Reader, messageId: string, officerId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('reminders')
    .innerJoin('assignments', 'assignments.id', 'reminders.assignmentId')
    .innerJoin('units', 'units.id', 'assignments.unitId')
    .innerJoin('positions', (join) =>
      join
        .onRef('positions.unitId', '=', 'assignments.unitId')
        .onRef('positions.officerId', '=', 'reminders.officerId')
        .on('positions.until', 'is', null),
    )
    .select('assignments.id')
    .distinct()
    .where('reminders.messageId', '=', messageId)
    .where('reminders.officerId', '=', officerId)
    .where('assignments.state', 'in', owedStates)
    .where('units.leftOn', 'is', null)
    .where((where) => where.or([where('reminders.role', '=', 'head'), where.not(waitsForHead())]))
    .where((where) => where.not(hasStandIn('reminders.officerId')))
    .where((where) =>
      where.or([
        where.and([where('reminders.role', '=', 'head'), where('positions.kind', '=', 'head')]),
        where.and([
          where('reminders.role', '!=', 'head'),
          where.or([
            where('positions.kind', '=', 'reporter'),
            where.and([where('positions.kind', '=', 'coordinator'), where('units.coordinator', '=', true)]),
          ]),
        ]),
      ]),
    )
    .execute();
  return rows.map((row) => row.id);
}

/** Of what a reminder is about, the assignments that a later one in line is about too. */
export async function leftToLaterReminders(db: Reader, messageId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('reminders')
    .innerJoin('messages', 'messages.id', 'reminders.messageId')
    .innerJoin('reminders as later', (join) =>
      join
        .onRef('later.assignmentId', '=', 'reminders.assignmentId')
        .onRef('later.officerId', '=', 'reminders.officerId')
        .onRef('later.role', '=', 'reminders.role'),
    )
    .innerJoin('messages as laterMessages', 'laterMessages.id', 'later.messageId')
    .select('reminders.assignmentId')
    .distinct()
    .where('reminders.messageId', '=', messageId)
    .where('laterMessages.status', '=', 'waiting')
    .whereRef('laterMessages.seq', '>', 'messages.seq')
    .execute();
  return rows.map((row) => row.assignmentId);
}

/** The assignments that an officer's reminder was about, whatever has become of them. */
export async function assignmentsRemindedBy(
  db: Reader,
  messageId: string,
  officerId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('reminders')
    .select('assignmentId')
    .where('messageId', '=', messageId)
    .where('officerId', '=', officerId)
    .execute();
  return rows.map((row) => row.assignmentId);
}

/** The last reminder that an officer was sent, of whatever. */
export async function lastReminderOf(db: Reader, officerId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('messages')
    .select('id')
    .where('officerId', '=', officerId)
    .where('kind', '=', 'reminder')
    .where('status', '=', 'sent')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** As if this reminder had never been planned: the plan finds again what it was about, a snooze too. */
export async function forgetReminder(tx: Tx, messageId: string): Promise<void> {
  await tx
    .insertInto('snoozes')
    .columns(['assignmentId', 'officerId', 'until'])
    .expression((query) =>
      query
        .selectFrom('reminders')
        .select(['assignmentId', 'officerId', 'plannedFor'])
        .where('messageId', '=', messageId)
        .where('step', 'like', 'snooze %'),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx.deleteFrom('reminders').where('messageId', '=', messageId).execute();
  await tx.updateTable('messages').set({ key: null }).where('id', '=', messageId).execute();
}

/** "Nhắc lại sau": the steps before `until` are replaced by that instant. */
export async function putSnooze(
  tx: Tx,
  snooze: { assignmentIds: string[]; officerId: string; until: Instant },
): Promise<void> {
  const { officerId, until } = snooze;
  await tx
    .insertInto('snoozes')
    .values(snooze.assignmentIds.map((assignmentId) => ({ assignmentId, officerId, until })))
    .onConflict((conflict) => conflict.columns(['assignmentId', 'officerId']).doUpdateSet({ until }))
    .execute();
}
