import type { Clock } from '#domain/clock.ts';
import type { Instant } from '#domain/time.ts';
import { nextDue } from '#scheduler/next-due.ts';
import type { EscalateDeps } from '#scheduler/escalate-incident.ts';
import type { PlanDeps } from '#scheduler/plan-reminders.ts';
import type { Planner } from '#scheduler/planner.ts';
import { countInLine } from '#storage/queries/messages.ts';
import type { RoomEvents } from '#web/rehearsal/room-events.ts';
import type { ClockMove, DueItem } from '#web/rehearsal/room.ts';
import type { RehearsalClock } from '#app/rehearsal-clock.ts';

/** How long one move waits, over all its stops, for messages to go out, ms. */
const waitingMs = 10_000;
const lookEveryMs = 20;

/** Further than this a rehearsal does not go in one move, days: each stop on the way is lived through. */
const farthestDays = 400;

interface MoveDeps {
  clock: RehearsalClock;
  wallClock: Clock;
  planner: Planner;
  plan: PlanDeps & EscalateDeps;
  events: RoomEvents;
}

export interface ClockMover {
  moveTo(to: Instant): Promise<ClockMove>;
  /** While it moves, nothing else plans: what falls due is counted at its own instant. */
  isMoving(): boolean;
}

/**
 * Moves the rehearsal clock as time would have gone: it stops at each instant at which something falls due, in order,
 * and lets it be planned and delivered there. One move at a time.
 */
export function createClockMover(deps: MoveDeps): ClockMover {
  const { clock, wallClock, planner, events } = deps;
  let moving = false;
  return { isMoving: () => moving, moveTo };

  async function moveTo(to: Instant): Promise<ClockMove> {
    const now = clock.now();
    const latest = new Date(now.getTime() + farthestDays * 24 * 60 * 60_000);
    if (moving) return { kind: 'busy', now };
    if (to < now) return { kind: 'backwards', now };
    if (to > latest) return { kind: 'too-far', now, latest };
    moving = true;
    try {
      return await move(to);
    } finally {
      moving = false;
      events.publish({ kind: 'clock', now: clock.now(), moving: false });
    }
  }

  async function move(to: Instant): Promise<ClockMove> {
    const due: DueItem[] = [];
    const budget = { leftMs: waitingMs };
    // Units may have been added since anybody planned: what they owe has to be open before it can fall due.
    await planAt(clock.now(), due);
    for (let stop = await nextStop(clock.now()); stop && stop.at <= to; stop = await nextStop(stop.at)) {
      await clock.moveTo(stop.at);
      events.publish({ kind: 'clock', now: stop.at, moving: true });
      add(due, { at: stop.at, kind: 'deadline', count: stop.overdue });
      await planAt(stop.at, due);
      await delivered(budget);
    }
    await clock.moveTo(to);
    await planAt(to, due);
    const undelivered = await delivered(budget);
    return { kind: 'moved', now: clock.now(), due, undelivered };
  }

  async function planAt(at: Instant, due: DueItem[]): Promise<void> {
    const { opened, reminders, incidents } = await planner.plan(at);
    add(due, { at, kind: 'incident', count: incidents });
    add(due, { at, kind: 'opened', count: opened });
    add(due, { at, kind: 'reminder', count: reminders });
  }

  function add(due: DueItem[], item: DueItem): void {
    if (item.count === 0) return;
    due.push(item);
    events.publish({ kind: 'due', item });
  }

  async function nextStop(after: Instant): Promise<{ at: Instant; overdue: number } | undefined> {
    const { opening, reminder, deadline, incident } = await nextDue(deps.plan, after);
    const instants = [opening, reminder, deadline?.at, incident].filter((instant) => instant !== undefined);
    const at = instants.sort((a, b) => a.getTime() - b.getTime())[0];
    return at && { at, overdue: deadline?.at.getTime() === at.getTime() ? deadline.count : 0 };
  }

  /** Waits until nothing is in line, as long as the move's budget lasts; returns what is left. */
  async function delivered(budget: { leftMs: number }): Promise<number> {
    const startedAt = wallClock.now().getTime();
    let left = await countInLine(deps.plan.store.db);
    while (left > 0 && wallClock.now().getTime() - startedAt < budget.leftMs) {
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      left = await countInLine(deps.plan.store.db);
    }
    budget.leftMs -= wallClock.now().getTime() - startedAt;
    return left;
  }
}
