import { beforeEach, expect, test } from 'vitest';
import { readSetting, writeSetting } from '#storage/queries/settings.ts';
import type { Store } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';
import { openTestStore } from '#test/setup/open-test-store.ts';

let store: Store;
beforeEach(async () => {
  store = await openTestStore();
});

/** As the driver reports it that the database chose this transaction to end. */
function brokenOff(code: string): Error {
  return Object.assign(new Error('broken off'), { code });
}

test('what fails leaves nothing behind', async () => {
  const failing = inTransaction(store, async (tx) => {
    await writeSetting(tx, 'name', { value: 1 });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await readSetting(store.db, 'name')).toBeUndefined();
});

test.each(['40P01', '40001'])('what the database broke off (%s) is run again', async (code) => {
  let runs = 0;
  await inTransaction(store, async (tx) => {
    runs += 1;
    await writeSetting(tx, `run ${runs}`, { runs });
    if (runs < 3) throw brokenOff(code);
  });
  expect(runs).toBe(3);
  expect(await readSetting(store.db, 'run 2')).toBeUndefined();
  expect(await readSetting(store.db, 'run 3')).toEqual({ runs: 3 });
});

test('what is broken off again and again is given up', async () => {
  let runs = 0;
  const hopeless = inTransaction(store, () => {
    runs += 1;
    return Promise.reject(brokenOff('40001'));
  });
  await expect(hopeless).rejects.toThrow('broken off');
  expect(runs).toBe(4);
});

test('two that lock the same rows crosswise both succeed', async ({ skip }) => {
  skip(store.kind === 'pglite', 'PGlite has one connection: transactions come one after the other');
  await inTransaction(store, async (tx) => {
    await writeSetting(tx, 'one', { by: 'nobody' });
    await writeSetting(tx, 'two', { by: 'nobody' });
  });
  const bothHaveOne = barrier(2);
  const crosswise = (by: string, first: string, second: string) => {
    let met = false;
    return inTransaction(store, async (tx) => {
      await writeSetting(tx, first, { by });
      if (!met) await bothHaveOne();
      met = true;
      await writeSetting(tx, second, { by });
    });
  };
  await Promise.all([crosswise('a', 'one', 'two'), crosswise('b', 'two', 'one')]);
  expect(await readSetting(store.db, 'one')).toEqual(await readSetting(store.db, 'two'));
});

/** Resolves for all when the given number have come. */
function barrier(number: number): () => Promise<void> {
  let open = () => {};
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  let came = 0;
  return () => {
    came += 1;
    if (came === number) open();
    return all;
  };
}
