import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import type { Store } from '#storage/store.ts';
import { countingIds } from '#test/kit/counting-ids.ts';
import { putLines, wake } from '#test/kit/in-line.ts';
import { openTestStore } from '#test/setup/open-test-store.ts';

/** The bots of which messages were said to be in line, in order. */
function hear(store: Store) {
  const heard: string[] = [];
  let next = Promise.withResolvers<void>();
  onTestFinished(
    store.onMessages((bot) => {
      heard.push(bot);
      next.resolve();
      next = Promise.withResolvers();
    }),
  );
  return { heard, next: () => next.promise };
}

test('who listens hears of each commit that put messages in line, once for each bot', async () => {
  const store = await openTestStore();
  const { heard, next } = hear(store);
  const newId = countingIds();
  await putLines({ store, newId, bot: 'telegram:1' }, [{ chatId: 'a' }, { chatId: 'b' }]);
  while (heard.length < 1) await next();
  await putLines({ store, newId, bot: 'zalo:2' }, [{ chatId: 'a' }]);
  while (heard.length < 2) await next();
  expect(heard).toEqual(['telegram:1', 'zalo:2']);
});

test('when the server cuts the line it is heard again a moment later', async ({ skip }) => {
  const store = await openTestStore();
  skip(store.kind === 'pglite', 'PGlite is in this very process');
  const { heard, next } = hear(store);
  await wake(store, 'before');
  while (heard.length < 1) await next();
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen%'`.execute(store.db);
  const again = setInterval(() => void wake(store, 'after'), 50);
  await next();
  clearInterval(again);
  expect(heard.slice(0, 2)).toEqual(['before', 'after']);
});
