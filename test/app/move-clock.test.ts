import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ClockMover, createClockMover } from '#app/move-clock.ts';
import { openRehearsalClock } from '#app/rehearsal-clock.ts';
import { createCompose } from '#handlers/compose-message.ts';
import { deliver } from '#scheduler/deliver.ts';
import { createPlanner } from '#scheduler/planner.ts';
import { anIncident } from '#test/kit/an-incident.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { createRoomEvents } from '#web/rehearsal/room-events.ts';

let story: Story;
let mover: ClockMover;
let stopDelivering: () => Promise<void>;

/** A province that was set up a moment ago: nobody has planned anything in it. */
beforeEach(async () => {
  story = await aProvince({ begins: '2026-12-06T09:00:00+07:00' });
  const { store, catalogue, wallClock, phones, engine } = story;
  const clock = await openRehearsalClock(store, wallClock);
  const plan = engine.planning;
  mover = createClockMover({
    clock,
    wallClock,
    plan,
    planner: createPlanner(plan),
    events: createRoomEvents(),
  });
  const stop = new AbortController();
  // Reminders are composed by the clock that moves: by the story's own it would stay Sunday.
  const deps = engine.deliverDeps(phones.channel);
  const delivering = deliver(
    { ...deps, clock, compose: createCompose({ catalogue, clock, showAddressesIn: [] }) },
    stop.signal,
  );
  stopDelivering = () => {
    stop.abort();
    return delivering;
  };
});

afterEach(() => stopDelivering());

describe('moving the rehearsal clock', () => {
  // Two agencies owe three reports each, the coordinator the province's three.
  test('lives through every instant on the way, also of what was set up a moment ago', async () => {
    const moved = await mover.moveTo(new Date('2026-12-16T09:00:00+07:00'));
    expect(moved).toEqual({
      kind: 'moved',
      now: new Date('2026-12-16T09:00:00+07:00'),
      undelivered: 0,
      due: [
        ['2026-12-06T09:00:00+07:00', 'opened', 9],
        ['2026-12-07T08:30:00+07:00', 'reminder', 2],
        ['2026-12-10T08:30:00+07:00', 'reminder', 3],
        ['2026-12-11T08:30:00+07:00', 'reminder', 1],
        ['2026-12-14T08:30:00+07:00', 'reminder', 2],
        ['2026-12-14T14:30:00+07:00', 'reminder', 2],
        ['2026-12-15T00:00:00+07:00', 'deadline', 6],
        ['2026-12-15T00:00:00+07:00', 'opened', 9],
        ['2026-12-15T08:30:00+07:00', 'reminder', 3],
        ['2026-12-16T08:30:00+07:00', 'reminder', 1],
      ].map(([at, kind, count]) => ({ at: new Date(String(at)), kind, count })),
    });
  });

  test('stops where it is told to, and counts what falls due just there', async () => {
    const monday = new Date('2026-12-07T08:30:00+07:00');
    expect(await mover.moveTo(monday)).toMatchObject({
      now: monday,
      due: [{ kind: 'opened' }, { at: monday, kind: 'reminder', count: 2 }],
    });
    expect(await mover.moveTo(new Date('2026-12-07T08:29:59+07:00'))).toEqual({
      kind: 'backwards',
      now: monday,
    });
  });

  test('stops at each step of an incident that nobody takes on, to the second', async () => {
    await story.founds({ code: 'UBT', name: 'UBND tỉnh', kind: 'province-committee' });
    await story.founds({ code: 'STC', name: 'Sở Tài chính', parent: 'UBT' });
    await story.joins('Vũ Khánh', ['head', 'UBT']);
    await anIncident(story, { by: story.an });
    const moved = await mover.moveTo(new Date('2026-12-06T09:20:00+07:00'));
    if (moved.kind !== 'moved') throw new Error(`The clock did not move: ${moved.kind}.`);
    expect(moved.due.filter(({ kind }) => kind === 'incident')).toEqual([
      { at: new Date('2026-12-06T09:05:00+07:00'), kind: 'incident', count: 1 },
      { at: new Date('2026-12-06T09:15:00+07:00'), kind: 'incident', count: 1 },
    ]);
    await story.chi.receives('SỰ CỐ SC-2026-0001');
  });
});
