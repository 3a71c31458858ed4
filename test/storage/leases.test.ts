import { beforeEach, expect, test } from 'vitest';
import { holdLease, releaseLeases } from '#storage/leases.ts';
import type { Store } from '#storage/store.ts';
import { settableClock } from '#test/kit/clocks.ts';
import { openTestStore } from '#test/setup/open-test-store.ts';

let store: Store;
const wall = settableClock('2026-12-07T01:30:00Z');

beforeEach(async () => {
  store = await openTestStore();
});

const hold = (holder: string, name = 'planning') => holdLease(store, { name, holder, wallNow: wall.now() });

test('one process has a lease until it lets 20 seconds go by', async () => {
  expect(await hold('one')).toBe(true);
  wall.pass(19_999);
  expect(await hold('two')).toBe(false);
  wall.pass(1);
  expect(await hold('two')).toBe(true);
  expect(await hold('one')).toBe(false);
});

test('who renews in time keeps it', async () => {
  await hold('one');
  for (let time = 0; time < 5; time += 1) {
    wall.pass(15_000);
    expect(await hold('two')).toBe(false);
    expect(await hold('one')).toBe(true);
  }
});

test('of many that ask at once one gets it', async () => {
  const asked = await Promise.all(Array.from({ length: 8 }, (_, n) => hold(`process ${n}`)));
  expect(asked.filter(Boolean)).toHaveLength(1);
});

test('leases of other names are held apart, and a clean stop gives back one’s own', async () => {
  expect([await hold('one', 'planning'), await hold('two', 'telegram:1')]).toEqual([true, true]);
  await releaseLeases(store, 'one');
  expect([await hold('three', 'planning'), await hold('three', 'telegram:1')]).toEqual([true, false]);
});
