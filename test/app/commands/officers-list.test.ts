import { beforeEach, expect, test } from 'vitest';
import { linkChat, markBlocked, preferChat } from '#storage/queries/identities.ts';
import { addPosition } from '#storage/queries/officers.ts';
import { findUnitByCode } from '#storage/queries/units.ts';
import { inTransaction } from '#storage/transaction.ts';
import { commandContext, resultOf, run, type TestContext } from '#test/app/commands/command-context.ts';

let context: TestContext;
let ha: string;
beforeEach(async () => {
  context = await commandContext('2026-12-01T09:00:00+07:00');
  const row = { parent: '', coordinator: '', kind: 'sở' };
  await resultOf(context, 'units-import', {
    rows: [
      { ...row, row: 2, code: 'STC', name: 'Sở Tài chính' },
      { ...row, row: 3, code: 'SYT', name: 'Sở Y tế' },
    ],
  });
  const add = (unit: string, name: string) =>
    resultOf(context, 'officers-add', { unit, name, position: 'reporter' });
  ha = (await add('SYT', 'Nguyễn Thị Hà')).officerId;
  await add('STC', 'Lê Văn An');
});

async function links(officerId: string, channel: 'telegram' | 'zalo', since: string): Promise<string> {
  const id = context.newId();
  const chat = { channel, bot: `${channel}:1`, chatId: 'c' };
  await inTransaction(context.store, (tx) =>
    linkChat(tx, { id, officerId, ...chat, linkedAt: new Date(since) }),
  );
  return id;
}

test('officers by unit, with what they hold there and where they can be reached', async () => {
  const telegram = await links(ha, 'telegram', '2026-11-20T10:00:00+07:00');
  await links(ha, 'zalo', '2026-11-30T10:00:00+07:00');
  await inTransaction(context.store, async (tx) => {
    const stc = await findUnitByCode(tx, 'STC');
    const since = context.clock.now();
    await addPosition(tx, {
      ...{ id: context.newId(), unitId: stc?.id ?? '', officerId: ha, kind: 'head', since },
    });
    await preferChat(tx, { id: telegram, officerId: ha, at: since });
  });
  const channels = [
    {
      channel: 'telegram',
      since: '2026-11-20T10:00:00+07:00',
      blocked: false,
      retired: false,
      preferred: true,
    },
    { channel: 'zalo', since: '2026-11-30T10:00:00+07:00', blocked: false, retired: false, preferred: false },
  ];
  const rows = await resultOf(context, 'officers-list', {});
  expect(rows.map(({ officerId: _, ...row }) => row)).toEqual([
    { name: 'Lê Văn An', unit: 'STC', positions: ['reporter'], channels: [] },
    { name: 'Nguyễn Thị Hà', unit: 'STC', positions: ['head'], channels },
    { name: 'Nguyễn Thị Hà', unit: 'SYT', positions: ['reporter'], channels },
  ]);
  expect(rows[2]?.officerId).toBe(ha);
  expect(await resultOf(context, 'officers-list', { unit: 'syt' })).toEqual([rows[2]]);
});

test('a chat that is closed is said to be, and is not the preferred one', async () => {
  await links(ha, 'telegram', '2026-11-20T10:00:00+07:00');
  await links(ha, 'zalo', '2026-11-30T10:00:00+07:00');
  await inTransaction(context.store, (tx) => markBlocked(tx, 'zalo:1', 'c', context.clock.now()));
  const [row] = await resultOf(context, 'officers-list', { unit: 'SYT' });
  expect(row?.channels).toMatchObject([
    { channel: 'telegram', blocked: false, retired: false, preferred: true },
    { channel: 'zalo', blocked: true, preferred: false },
  ]);
  expect(await resultOf(context, 'units-list', {})).toMatchObject([
    { code: 'STC', reachable: false },
    { code: 'SYT', reachable: true },
  ]);
});

test('who holds nothing any more has no unit', async () => {
  await context.store.db
    .updateTable('positions')
    .set({ until: context.clock.now() })
    .where('officerId', '=', ha)
    .execute();
  expect(await resultOf(context, 'officers-list', {})).toMatchObject([
    { name: 'Lê Văn An', unit: 'STC' },
    { name: 'Nguyễn Thị Hà', unit: null, positions: [] },
  ]);
});

test('a unit that is not there is refused', async () => {
  expect(await run(context, 'officers-list', { unit: 'XYZ' })).toMatchObject({
    ok: false,
    error: expect.stringMatching(/^Không có đơn vị nào mang mã “XYZ”/),
  });
});
