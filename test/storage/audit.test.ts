import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { recordAudit } from '#storage/queries/audit.ts';
import type { Store } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';
import { openTestStore } from '#test/setup/open-test-store.ts';

let store: Store;
const at = new Date('2026-12-07T01:30:00Z');

beforeEach(async () => {
  store = await openTestStore();
  await inTransaction(store, async (tx) => {
    await recordAudit(tx, { at, action: 'submitted', details: { version: 1 } });
    await recordAudit(tx, { at, action: 'chat-linked' });
  });
});

describe('the audit cannot be changed afterwards, by whatever statement', () => {
  test.each([
    ['changing a row', sql`update audit set action = 'nothing'`],
    ['changing a row to what it is', sql`update audit set action = action where action = 'submitted'`],
    ['removing a row', sql`delete from audit where action = 'submitted'`],
    ['removing all rows', sql`truncate audit`],
    [
      'writing over a row',
      sql`insert into audit overriding system value select * from audit on conflict (id) do update set action = 'nothing'`,
    ],
  ])('%s', async (_, statement) => {
    await expect(inTransaction(store, (tx) => statement.execute(tx))).rejects.toThrow('audit is append-only');
    const rows = await store.db.selectFrom('audit').select(['action', 'details']).orderBy('id').execute();
    expect(rows).toEqual([
      { action: 'submitted', details: { version: 1 } },
      { action: 'chat-linked', details: {} },
    ]);
  });
});

test('what is rolled back was never written down', async () => {
  const failing = inTransaction(store, async (tx) => {
    await recordAudit(tx, { at, action: 'submitted' });
    throw new Error('the handler failed');
  });
  await expect(failing).rejects.toThrow('the handler failed');
  const { count } = await store.db
    .selectFrom('audit')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  expect(count).toBe(2);
});
