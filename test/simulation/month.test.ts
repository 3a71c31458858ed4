import { beforeAll, describe, expect, test } from 'vitest';
import { usedInMonth } from '#storage/queries/used-messages.ts';
import type { Store } from '#storage/store.ts';
import { openTestStore } from '#test/setup/open-test-store.ts';
import { type SimulatedMonth, simulateMonth } from '#test/simulation/month.ts';

/**
 * 140 officers on three bots of 50 people and 3,000 messages. `node test/simulation/print-month.ts` prints what each bot
 * has used, by kind.
 */
let store: Store;
let month: SimulatedMonth;

beforeAll(async () => {
  store = await openTestStore();
  month = await simulateMonth(store);
}, 600_000);

describe('no bot passes its limits', () => {
  test('people are spread over all three, at most 50 on each', () => {
    expect(month.platforms.map((platform) => platform.people())).toEqual([47, 47, 46]);
  });

  test('no platform ever had to refuse a message, and our count is the platform’s', async () => {
    const rows = await usedInMonth(store.db, '2026-12');
    for (const { channel, used, refused } of month.platforms) {
      const { sent, received } = used('2026-12');
      expect(refused()).toBe(0);
      expect(sent + received).toBeLessThanOrEqual(3_000);
      const counted = (direction: string) =>
        rows
          .filter((row) => row.bot === channel.bot && row.direction === direction)
          .reduce((sum, { count }) => sum + count, 0);
      expect({ sent: counted('sent'), received: counted('received') }).toEqual({ sent, received });
    }
  });

  test('the first bot comes into its reserve, the others do not', () => {
    expect(month.standings.map(({ bot, level }) => `${bot} ${level}`)).toEqual([
      'zalo:1 reserve',
      'zalo:2 normal',
      'zalo:3 normal',
    ]);
  });
});

test('every alert gets to everybody', async () => {
  const rows = await store.db
    .selectFrom('messages')
    .select(({ fn }) => ['status', fn.countAll<number>().as('count')])
    .where('key', 'in', month.alerts)
    .groupBy('status')
    .execute();
  expect(rows.map(({ status, count }) => `${status} ${count}`)).toEqual(['sent 280']);
});

describe('reminders', () => {
  /** The steps that went out to somebody before their report was due, with how many people got exactly these. */
  async function stepsBefore(due: string, bots: string[]): Promise<Record<string, number>> {
    const rows = await store.db
      .selectFrom('reminders')
      .innerJoin('assignments', 'assignments.id', 'reminders.assignmentId')
      .innerJoin('messages', 'messages.id', 'reminders.messageId')
      .select(['reminders.officerId', 'reminders.step', 'messages.status'])
      .where('assignments.period', '=', '2026-M12')
      .where('assignments.receivedAt', 'is', null)
      .where('reminders.role', '=', 'reporter')
      .where('messages.sentAt', '<', new Date(due))
      .where('messages.bot', 'in', bots)
      .orderBy('reminders.stepOrder')
      .execute();
    const people = Map.groupBy(rows, ({ officerId }) => officerId);
    const got = [...people.values()].map((steps) => steps.map(({ step }) => step).join(' '));
    return Object.fromEntries(
      [...Map.groupBy(got, (steps) => steps)].map(([steps, { length }]) => [steps, length]),
    );
  }

  test('whoever sends nothing gets the last two before it is due, also on the bot that is near its end', async () => {
    const due = '2026-12-15T00:00:00+07:00';
    const never = (bot: string) =>
      month.people.filter(
        ({ position, habit, platform }) =>
          position === 'reporter' && habit === 'never' && platform.channel.bot === bot,
      ).length;
    expect(await stepsBefore(due, ['zalo:1'])).toEqual({ 'base-5 base base-afternoon': never('zalo:1') });
    expect(await stepsBefore(due, ['zalo:2', 'zalo:3'])).toEqual({
      'base-5 base-2 base base-afternoon': never('zalo:2') + never('zalo:3'),
    });
  });

  test('so do the coordinators, whose province owes its own two later', async () => {
    const rows = await store.db
      .selectFrom('reminders')
      .innerJoin('assignments', 'assignments.id', 'reminders.assignmentId')
      .innerJoin('units', 'units.id', 'assignments.unitId')
      .innerJoin('messages', 'messages.id', 'reminders.messageId')
      .select(['assignments.dutyId', 'reminders.step', 'messages.status'])
      .where('units.code', '=', 'SKHCN')
      .where('reminders.step', 'in', ['base', 'base-afternoon'])
      .execute();
    // The quarter, and the year by two directives; two steps; two coordinators.
    expect(rows).toHaveLength(12);
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['sent']));
  });

  test('administrators heard of the bot that is near its end', async () => {
    const rows = await store.db
      .selectFrom('messages')
      .select(['key', 'bot', 'status'])
      .where('key', 'like', 'quota-%')
      .orderBy('key')
      .execute();
    // One administrator reads the first bot alone: told at 80 %, not when only urgent messages go out any more.
    expect(
      rows.map(({ key, bot, status }) => `${key?.slice(0, key.lastIndexOf(':'))} by ${bot}: ${status}`),
    ).toEqual([
      'quota-high:2026-12:zalo:1 by zalo:1: sent',
      'quota-high:2026-12:zalo:1 by zalo:2: sent',
      'quota-reserve:2026-12:zalo:1 by zalo:2: sent',
    ]);
  });
});
