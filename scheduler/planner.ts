import type { Clock } from '#domain/clock.ts';
import type { Log } from '#domain/log.ts';
import type { Instant } from '#domain/time.ts';
import { keepLeaves } from '#scheduler/keep-leaves.ts';
import { openDueAssignments } from '#scheduler/open-assignments.ts';
import { planReminders, type PlanDeps } from '#scheduler/plan-reminders.ts';
import { pruneUnusedAttachments } from '#scheduler/prune-attachments.ts';
import { tellOfIncidents } from '#scheduler/tell-of-incidents.ts';
import { tellOfQuotas } from '#scheduler/tell-of-quota.ts';
import { watchAllTheTime, watchIncidents, type WatchDeps } from '#scheduler/watch-incidents.ts';
import { createWakeUp } from '#scheduler/wake-up.ts';

export interface Planned {
  /** Assignments opened, messages put in line. */
  opened: number;
  reminders: number;
  /** People whom incidents were told to. */
  incidents: number;
}

export interface Planner {
  /** Does what is due at `now`; runs one after the other, never two at once. */
  plan(now: Instant): Promise<Planned>;
  /** Only what is due for incidents, which waits for no plan. */
  watch(now: Instant): Promise<number>;
}

export function createPlanner(deps: PlanDeps & WatchDeps): Planner {
  let last: Promise<unknown> = Promise.resolve();
  const watch = (now: Instant) => watchIncidents(deps, now);
  return {
    watch,
    plan(now) {
      const next = last.then(async () => {
        const incidents = await watch(now);
        const opened = await openDueAssignments(deps, now);
        await keepLeaves(deps, now);
        const reminders = await planReminders(deps, now);
        await tellOfIncidents(deps, now);
        await tellOfQuotas(deps, now);
        await pruneUnusedAttachments(deps, now);
        return { opened, reminders, incidents };
      });
      last = next.catch(() => {});
      return next;
    },
  };
}

const everyMs = 60_000;

interface PlanningDeps {
  planner: Planner;
  clock: Clock;
  /** Somebody else plans just now: a rehearsal clock on its way. */
  isPaused(): boolean;
  log: Log;
}

/**
 * Plans at once and then every minute, and watches the incidents all the time, until `signal` aborts; the holder of the
 * planning lease runs it.
 */
export async function planAndWatch(deps: PlanningDeps, signal: AbortSignal): Promise<void> {
  await Promise.all([
    planEachMinute(deps, signal),
    watchAllTheTime({ ...deps, watch: deps.planner.watch }, signal),
  ]);
}

async function planEachMinute(
  { planner, clock, isPaused, log }: PlanningDeps,
  signal: AbortSignal,
): Promise<void> {
  const wakeUp = createWakeUp(signal);
  while (!signal.aborted) {
    try {
      if (!isPaused()) await planner.plan(clock.now());
    } catch (error) {
      log.error({ error }, 'planning failed; it is tried again in a minute');
    }
    await wakeUp.sleep(everyMs);
  }
}
