import type { Clock } from '#domain/clock.ts';
import type { Log } from '#domain/log.ts';
import type { Instant } from '#domain/time.ts';
import { openDueAssignments } from '#scheduler/open-assignments.ts';
import { planReminders, type PlanDeps } from '#scheduler/plan-reminders.ts';
import { pruneUnusedAttachments } from '#scheduler/prune-attachments.ts';
import { tellOfIncidents } from '#scheduler/tell-of-incidents.ts';
import { tellOfQuotas } from '#scheduler/tell-of-quota.ts';
import { createWakeUp } from '#scheduler/wake-up.ts';

export interface Planned {
  /** Assignments opened, messages put in line. */
  opened: number;
  reminders: number;
}

export interface Planner {
  /** Does what is due at `now`; runs one after the other, never two at once. */
  plan(now: Instant): Promise<Planned>;
}

export function createPlanner(deps: PlanDeps): Planner {
  let last: Promise<unknown> = Promise.resolve();
  return {
    plan(now) {
      const next = last.then(async () => {
        const opened = await openDueAssignments(deps, now);
        const reminders = await planReminders(deps, now);
        await tellOfIncidents(deps, now);
        await tellOfQuotas(deps, now);
        await pruneUnusedAttachments(deps, now);
        return { opened, reminders };
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

/** Plans at once and then every minute until `signal` aborts; the holder of the planning lease runs it. */
export async function planEachMinute(
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
