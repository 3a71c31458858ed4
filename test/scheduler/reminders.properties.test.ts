import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aProvince } from '#test/kit/province.ts';

/** Half hours of December 2026, from the 1st at 00:00 in Vietnam. */
const halfHours = fc.integer({ min: 0, max: 31 * 48 - 1 });
const start = Date.parse('2026-12-01T00:00:00+07:00');

test('however the clock jumps, nobody is reminded of one step of a report twice, nor of an earlier one later', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(halfHours, { minLength: 2, maxLength: 8 }), async (jumps) => {
      const story = await aProvince();
      for (const jump of jumps) {
        await story.at(new Date(start + jump * 30 * 60_000).toISOString());
      }
      const reminders = await story.store.db
        .selectFrom('reminders')
        .innerJoin('messages', 'messages.id', 'reminders.messageId')
        .select(['assignmentId', 'reminders.officerId', 'stepOrder', 'messages.seq'])
        .orderBy('messages.seq')
        .execute();
      const last = new Map<string, number>();
      for (const { assignmentId, officerId, stepOrder } of reminders) {
        const key = `${assignmentId} ${officerId}`;
        expect(stepOrder).toBeGreaterThan(last.get(key) ?? -1);
        last.set(key, stepOrder);
      }
      // Every message is about something, and was sent once.
      const { sendings } = story.phones;
      expect(sendings).toHaveLength(new Set(reminders.map(({ seq }) => seq)).size);
    }),
    { numRuns: 12 },
  );
}, 60_000);
