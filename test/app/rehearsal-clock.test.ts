import { beforeEach, describe, expect, test } from 'vitest';
import { openRehearsalClock } from '#app/rehearsal-clock.ts';
import type { Store } from '#storage/store.ts';
import { settableClock, type SettableClock } from '#test/kit/clocks.ts';
import { openTestStore } from '#test/setup/open-test-store.ts';

let store: Store;
let wallClock: SettableClock;

beforeEach(async () => {
  store = await openTestStore();
  wallClock = settableClock('2027-03-01T10:00:00+07:00');
});

const december = new Date('2026-12-06T09:00:00+07:00');

const open = (startAt?: Date) => openRehearsalClock(store, wallClock, startAt);

describe('the rehearsal clock', () => {
  test('is wall time until somebody moves it', async () => {
    expect((await open()).now()).toEqual(new Date('2027-03-01T10:00:00+07:00'));
  });

  test('starts where SANDBOX_NOW says, also when that day has long gone by', async () => {
    const clock = await open(december);
    expect(clock.now()).toEqual(december);
    wallClock.pass(90_000);
    expect(clock.now()).toEqual(new Date('2026-12-06T09:01:30+07:00'));
  });

  test('is at the same moment for a later process, and stays where it is when SANDBOX_NOW is earlier', async () => {
    await (await open(december)).moveTo(new Date('2026-12-07T08:30:00+07:00'));
    wallClock.pass(60_000);
    expect((await open(december)).now()).toEqual(new Date('2026-12-07T08:31:00+07:00'));
    expect((await open()).now()).toEqual(new Date('2026-12-07T08:31:00+07:00'));
  });

  test('is moved on by a later SANDBOX_NOW', async () => {
    await open(december);
    const tet = new Date('2027-02-01T08:00:00+07:00');
    expect((await open(tet)).now()).toEqual(tet);
  });

  test('never goes back', async () => {
    const clock = await open(december);
    expect(await clock.moveTo(new Date('2026-12-06T08:59:59+07:00'))).toBe(false);
    expect(clock.now()).toEqual(december);
  });
});
