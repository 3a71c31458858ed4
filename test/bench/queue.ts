import { PGlite } from '@electric-sql/pglite';
import { fromPglite, PgBoss } from 'pg-boss';
import { recordSent } from '#storage/queries/message-outcomes.ts';
import { claimNext } from '#storage/queries/messages.ts';
import type { Store } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';
import { systemClock } from '#app/clock.ts';
import { newId } from '#app/ids.ts';
import { alternating, figure, type Figure } from '#test/bench/figure.ts';
import { withMemoryStore } from '#test/bench/memory-store.ts';
import { putLines } from '#test/kit/in-line.ts';

const inLine = 5_000;
const taken = 500;

/** Telegram takes 30 messages a second of a bot; one database serves it and the bots on Zalo beside it. */
const wanted = 60;

/** How many messages a second one deliverer claims and records as sent, beside pg-boss fetching and completing as many jobs. */
export async function queue(): Promise<Figure[]> {
  const { value, beside } = await withMemoryStore((store) =>
    withPgBoss(async (boss) => {
      await fill(store, boss);
      return alternating(
        taken,
        () => takeOurs(store),
        () => takeTheirs(boss),
      );
    }),
  );
  const name = 'Messages claimed and recorded, 5,000 in line (beside: pg-boss, fetch and complete)';
  return [figure({ name, value, unit: '/s', beside, reach: wanted })];
}

const bot = 'telegram:1';
const queueName = 'messages';

async function fill(store: Store, boss: PgBoss): Promise<void> {
  const chats = Array.from({ length: inLine }, (_, n) => String(n));
  await putLines(
    { store, newId, bot },
    chats.map((chatId) => ({ chatId })),
  );
  await boss.insert(
    queueName,
    chats.map((chatId) => ({ data: { chatId, text: 'Chào anh/chị' } })),
  );
}

async function takeOurs(store: Store): Promise<void> {
  const wallNow = systemClock.now();
  const claimed = await inTransaction(store, (tx) =>
    claimNext(tx, { bot, holder: 'bench', wallNow, busyChats: [] }),
  );
  if (!claimed) throw new Error('The line is empty.');
  await inTransaction(store, (tx) =>
    recordSent(tx, claimed.id, { at: wallNow, platformMessageId: claimed.chatId, sent: { text: 'sent' } }),
  );
}

async function takeTheirs(boss: PgBoss): Promise<void> {
  const [job] = await boss.fetch(queueName);
  if (!job) throw new Error('The queue is empty.');
  await boss.complete(queueName, job.id);
}

async function withPgBoss<Result>(work: (boss: PgBoss) => Promise<Result>): Promise<Result> {
  const pglite = await PGlite.create();
  const boss = new PgBoss({ db: fromPglite(pglite), backend: 'pglite', supervise: false, schedule: false });
  boss.on('error', (error) => {
    throw error;
  });
  try {
    await boss.start();
    await boss.createQueue(queueName);
    return await work(boss);
  } finally {
    await boss.stop({ graceful: false });
    await pglite.close();
  }
}
