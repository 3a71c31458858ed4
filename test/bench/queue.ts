import { PGlite } from '@electric-sql/pglite';
import { fromPglite, PgBoss } from 'pg-boss';
import { recordSent } from '#storage/queries/message-outcomes.ts';
import { claimNext } from '#storage/queries/messages.ts';
import { inTransaction } from '#storage/transaction.ts';
import { systemClock } from '#app/clock.ts';
import { newId } from '#app/ids.ts';
import { figure, type Figure } from '#test/bench/figure.ts';
import { withMemoryStore } from '#test/bench/memory-store.ts';
import { putLines } from '#test/kit/in-line.ts';

const inLine = 5_000;
const taken = 500;

/** How many messages a second one deliverer claims and records as sent, beside pg-boss fetching and completing as many jobs. */
export async function queue(): Promise<Figure[]> {
  const value = taken / (await oursSeconds());
  const beside = taken / (await pgBossSeconds());
  const name = 'Messages claimed and recorded, 5,000 in line (beside: pg-boss, fetch and complete)';
  return [figure({ name, value, unit: '/s', beside, reach: beside })];
}

function oursSeconds(): Promise<number> {
  const bot = 'telegram:1';
  return withMemoryStore(async (store) => {
    const lines = Array.from({ length: inLine }, (_, n) => ({ chatId: String(n) }));
    await putLines({ store, newId, bot }, lines);
    const start = performance.now();
    for (let n = 0; n < taken; n += 1) {
      const wallNow = systemClock.now();
      const claimed = await inTransaction(store, (tx) =>
        claimNext(tx, { bot, holder: 'bench', wallNow, busyChats: [] }),
      );
      if (!claimed) throw new Error('The line is empty.');
      await inTransaction(store, (tx) =>
        recordSent(tx, claimed.id, { at: wallNow, platformMessageId: String(n), sent: { text: 'sent' } }),
      );
    }
    return (performance.now() - start) / 1_000;
  });
}

async function pgBossSeconds(): Promise<number> {
  const pglite = await PGlite.create();
  const boss = new PgBoss({ db: fromPglite(pglite), backend: 'pglite', supervise: false, schedule: false });
  boss.on('error', (error) => {
    throw error;
  });
  try {
    await boss.start();
    await boss.createQueue('messages');
    await boss.insert(
      'messages',
      Array.from({ length: inLine }, (_, n) => ({ data: { chatId: String(n), text: 'Chào anh/chị' } })),
    );
    const start = performance.now();
    for (let n = 0; n < taken; n += 1) {
      const [job] = await boss.fetch('messages');
      if (!job) throw new Error('The queue is empty.');
      await boss.complete('messages', job.id);
    }
    return (performance.now() - start) / 1_000;
  } finally {
    await boss.stop({ graceful: false });
    await pglite.close();
  }
}
