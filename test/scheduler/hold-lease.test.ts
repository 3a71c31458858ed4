import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { underLease } from '#scheduler/hold-lease.ts';
import { holdLease } from '#storage/leases.ts';
import type { Store } from '#storage/store.ts';
import { recordedLog } from '#test/fakes/recorded-log.ts';
import { settableClock, type SettableClock } from '#test/kit/clocks.ts';
import { virtualTime } from '#test/kit/virtual-time.ts';
import { openTestStore } from '#test/setup/open-test-store.ts';

let store: Store;
let wall: SettableClock;
let time: ReturnType<typeof virtualTime>;

beforeEach(async () => {
  store = await openTestStore();
  wall = settableClock('2026-12-07T01:30:00Z');
  time = virtualTime(wall);
});

const lease = 'telegram:1';

/** A process that works under the lease until the test is over. */
function startProcess(holder: string, begin: () => Promise<void> = () => Promise.resolve()) {
  const log = recordedLog();
  const stop = new AbortController();
  const spans: ('working' | 'stopped')[] = [];
  const work = async (signal: AbortSignal) => {
    await begin();
    const span = spans.push('working') - 1;
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
    spans[span] = 'stopped';
  };
  const { wait } = time.loop();
  const ended = underLease({ store, holder, wallClock: wall, log, wait }, lease, work, stop.signal);
  onTestFinished(async () => {
    stop.abort();
    await ended;
  });
  return { spans, log, isWorking: () => spans.at(-1) === 'working' };
}

test('when the holder has died, another process takes over within 30 seconds', async () => {
  await holdLease(store, { name: lease, holder: 'dead', wallNow: wall.now() });
  const other = startProcess('other');
  const took = await time.passesUntil(other.isWorking, 30_000);
  expect(took).toBeGreaterThanOrEqual(20_000);
});

test('who holds it keeps it, and the other waits', async () => {
  const first = startProcess('first');
  await time.passesUntil(first.isWorking, 0);
  const second = startProcess('second');
  expect(await time.passesUntil(second.isWorking, 120_000)).toBeUndefined();
  expect(first.spans).toEqual(['working']);
});

test('a process that was held up finds its lease gone, stops, and begins again when it is free', async () => {
  const first = startProcess('first');
  await time.passesUntil(first.isWorking, 0);
  // The machine slept; meanwhile another has taken the lease.
  wall.pass(25_000);
  await holdLease(store, { name: lease, holder: 'other', wallNow: wall.now() });
  expect(await time.passesUntil(() => !first.isWorking(), 0)).toBe(0);
  expect(await time.passesUntil(first.isWorking, 30_000)).toBeGreaterThanOrEqual(20_000);
  expect(first.spans).toEqual(['stopped', 'working']);
});

test('work that fails is begun again at the next renewal', async () => {
  let runs = 0;
  const process = startProcess('first', () => {
    runs += 1;
    return runs === 1 ? Promise.reject(new Error('the database went away')) : Promise.resolve();
  });
  expect(await time.passesUntil(process.isWorking, 10_000)).toBeGreaterThan(0);
  expect(process.log.lines.map(({ message }) => message)).toEqual(['work under a lease failed']);
});

test('while the database cannot be reached, work goes on for as long as the lease lasts, and no longer', async () => {
  let reachable = true;
  const { db } = store;
  store = {
    ...store,
    get db() {
      if (!reachable) throw new Error('connection refused');
      return db;
    },
  };
  const first = startProcess('first');
  await time.passesUntil(first.isWorking, 0);
  reachable = false;
  const worked = await time.passesUntil(() => !first.isWorking(), 60_000);
  expect(worked).toBe(20_000);
  reachable = true;
  expect(await time.passesUntil(first.isWorking, 10_000)).toBeDefined();
});
