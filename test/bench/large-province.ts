import type { BotId } from '#domain/channel.ts';
import type { NewId } from '#domain/clock.ts';
import type { Store } from '#storage/store.ts';
import { trackDirectives } from '#storage/queries/directives.ts';
import { inTransaction } from '#storage/transaction.ts';

const reportersPerUnit = 10;
const rowsPerStatement = 1_000;

interface Large {
  store: Store;
  newId: NewId;
  bot: BotId;
  directives: string[];
  officers: number;
}

/** Departments with ten reporters each; the nth officer reads the chat n, from 1. */
export async function foundLargeProvince(large: Large): Promise<void> {
  const { store, newId, bot, directives, officers } = large;
  const since = new Date('2026-12-01T00:00:00+07:00');
  const numbers = Array.from({ length: officers }, (_, n) => n + 1);
  const unitIds = Array.from({ length: Math.ceil(officers / reportersPerUnit) }, () => newId());
  const people = numbers.map((n) => ({
    n,
    id: newId(),
    unitId: unitIds[Math.floor((n - 1) / reportersPerUnit)] ?? '',
  }));

  await inTransaction(store, async (tx) => {
    await trackDirectives(tx, directives, '2026-12-01');
    for (const batch of batches(unitIds.map((id, n) => ({ id, n })))) {
      const rows = batch.map(({ id, n }) => ({
        ...{ id, code: `U${n}`, name: `Đơn vị ${n}`, kind: 'department' as const },
        ...{ parentId: null, coordinator: false, joinedOn: '2026-12-01', leftOn: null },
      }));
      await tx.insertInto('units').values(rows).execute();
    }
    for (const batch of batches(people)) {
      const named = batch.map(({ n, id }) => ({
        ...{ id, name: `Cán bộ ${n}`, language: 'vi' as const, createdAt: since },
      }));
      const held = batch.map(({ id, unitId }) => ({
        ...{ id: newId(), unitId, officerId: id, kind: 'reporter' as const, since, until: null },
      }));
      const linked = batch.map(({ n, id }) => ({
        ...{ id: newId(), officerId: id, channel: 'telegram' as const, bot, chatId: String(n) },
        ...{ linkedAt: since, blockedAt: null },
      }));
      await tx.insertInto('officers').values(named).execute();
      await tx.insertInto('positions').values(held).execute();
      await tx.insertInto('identities').values(linked).execute();
    }
  });
}

function batches<T>(rows: T[]): T[][] {
  const starts = Array.from({ length: Math.ceil(rows.length / rowsPerStatement) }, (_, n) => n);
  return starts.map((n) => rows.slice(n * rowsPerStatement, (n + 1) * rowsPerStatement));
}
