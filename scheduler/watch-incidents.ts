import type { Clock } from '#domain/clock.ts';
import { askAgainAt } from '#domain/incident/asked-again.ts';
import type { Incident } from '#domain/incident/incident.ts';
import type { Log } from '#domain/log.ts';
import type { Instant } from '#domain/time.ts';
import { lockIncident, openIncidents } from '#storage/queries/incidents.ts';
import { nextSilence, silentTalks, type StoredIncidentTalk } from '#storage/queries/incident-talks.ts';
import type { Reader, Store, Tx } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';
import { askAgain } from '#scheduler/ask-again.ts';
import { type EscalateDeps, escalateIncident, nextEscalation } from '#scheduler/escalate-incident.ts';
import { nextClockStepAt, remindOfClocks } from '#scheduler/remind-of-clocks.ts';
import { createWakeUp } from '#scheduler/wake-up.ts';

export interface WatchDeps extends EscalateDeps {
  store: Store;
  /** Nobody has answered in time whether there is an incident: it is recorded all the same, unless an answer has just come. */
  recordSilent(tx: Tx, talk: StoredIncidentTalk, now: Instant): Promise<void>;
}

/**
 * What time does to incidents, at any hour: questions that nobody answered become incidents, steps of the escalation are taken,
 * who handles one is asked again, clocks are reminded of. Each in a transaction of its own with its row locked, so that looking
 * twice does nothing twice, and one that fails holds up no other. Returns how many people and talks it was about.
 */
export async function watchIncidents(deps: WatchDeps, now: Instant): Promise<number> {
  const { store, log, catalogue } = deps;
  let count = 0;
  for (const talk of await silentTalks(store.db, now)) {
    await trying({ talk: talk.id }, async () => {
      await inTransaction(store, (tx) => deps.recordSilent(tx, talk, now));
      return 1;
    });
  }
  for (const incident of await openIncidents(store.db)) {
    const { id } = incident;
    if (isDue(await nextEscalation(deps, store.db, incident, now))) {
      await trying({ incident: id }, () => locked(id, (tx, it) => escalated(tx, it)));
    } else if (isDue(askAgainAt(incident, catalogue.incidents, catalogue))) {
      await trying({ incident: id }, () => locked(id, (tx, it) => askAgain(deps, tx, it, now)));
    }
  }
  await trying({}, () => remindOfClocks(deps, now));
  return count;

  function isDue(at: Instant | undefined): boolean {
    return at !== undefined && at <= now;
  }

  async function escalated(tx: Tx, incident: Incident): Promise<number> {
    return (await escalateIncident(deps, tx, incident, now)).told.length;
  }

  async function locked(id: string, work: (tx: Tx, incident: Incident) => Promise<number>): Promise<number> {
    return inTransaction(store, async (tx) => {
      const incident = await lockIncident(tx, id);
      return incident ? work(tx, incident) : 0;
    });
  }

  async function trying(subject: object, work: () => Promise<number>): Promise<void> {
    try {
      count += await work();
    } catch (error) {
      log.error({ error, ...subject }, 'what is due for an incident failed; it is tried again in a moment');
    }
  }
}

/** When time next does something to an incident, strictly after an instant, if nobody does anything until then. */
export async function nextIncidentMoment(
  deps: EscalateDeps,
  db: Reader,
  after: Instant,
): Promise<Instant | undefined> {
  const { catalogue } = deps;
  const moments = [await nextSilence(db), await nextClockStepAt(db, after)];
  for (const incident of await openIncidents(db)) {
    moments.push(await nextEscalation(deps, db, incident, after));
    moments.push(askAgainAt(incident, catalogue.incidents, catalogue));
  }
  return moments
    .filter((at) => at !== undefined)
    .filter((at) => at > after)
    .sort((a, b) => a.getTime() - b.getTime())[0];
}

/** Nobody who lies awake over an incident waits longer for a step that is due, ms. */
const everyMs = 5_000;

interface WatchingDeps {
  watch(now: Instant): Promise<unknown>;
  clock: Clock;
  /** Somebody else plans just now: a rehearsal clock on its way. */
  isPaused(): boolean;
  log: Log;
}

/** Watches at once and then every few seconds until `signal` aborts; the holder of the planning lease runs it. */
export async function watchAllTheTime(
  { watch, clock, isPaused, log }: WatchingDeps,
  signal: AbortSignal,
): Promise<void> {
  const wakeUp = createWakeUp(signal);
  while (!signal.aborted) {
    try {
      if (!isPaused()) await watch(clock.now());
    } catch (error) {
      log.error({ error }, 'incidents could not be looked at; it is tried again in a moment');
    }
    await wakeUp.sleep(everyMs);
  }
}
