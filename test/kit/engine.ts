import type { Catalogue } from '#domain/catalogue.ts';
import type { Channel, ChannelKind, IncomingMessage } from '#domain/channel.ts';
import type { Clock, NewId } from '#domain/clock.ts';
import type { Log } from '#domain/log.ts';
import type { Instant } from '#domain/time.ts';
import { basicPlan, type QuotaLimits } from '#domain/quota.ts';
import { newInviteCode, newSecret } from '#app/ids.ts';
import { createCompose } from '#handlers/compose-message.ts';
import { receiveUpdate } from '#handlers/receive-update.ts';
import { recordSilentTalk } from '#handlers/incident/silence.ts';
import type { HandlerDeps } from '#handlers/turn.ts';
import { deliver, type DeliverDeps } from '#scheduler/deliver.ts';
import { escalateIncident } from '#scheduler/escalate-incident.ts';
import { nextDue, type NextDue } from '#scheduler/next-due.ts';
import { type PlanDeps, planReminders } from '#scheduler/plan-reminders.ts';
import { createPlanner, type Planned } from '#scheduler/planner.ts';
import { nextIncidentMoment, type WatchDeps } from '#scheduler/watch-incidents.ts';
import { keepClocks } from '#storage/queries/incident-clocks.ts';
import type { StoredIncidentTalk } from '#storage/queries/incident-talks.ts';
import type { Store, Tx } from '#storage/store.ts';

export interface EngineDeps {
  store: Store;
  catalogue: Catalogue;
  clock: Clock;
  wallClock: Clock;
  newId: NewId;
  log: Log;
  quota?: QuotaLimits;
  showAddressesIn?: ChannelKind[];
  holder?: string;
}

/** Where the papers of stories are fetched from. */
export const storyAddress = 'https://nhachan.tinh.gov.vn';
const draftLinks = { newSecret, address: () => storyAddress };

/** The product's core as the app wires it, less its loops: what comes in, what time does, what goes out. */
export interface Engine {
  receive(message: IncomingMessage): Promise<void>;
  /** What is due at the clock's now. */
  plan(): Promise<Planned>;
  /** The reminders alone; how many were put in line. */
  remind(): Promise<number>;
  /** What is due for incidents alone; how many people it was about. */
  watch(): Promise<number>;
  /** When something next happens by itself, after the clock's now. */
  nextDue(): Promise<NextDue>;
  /** The same of incidents alone. */
  nextIncidentMoment(): Promise<Instant | undefined>;
  planning: PlanDeps & WatchDeps;
  deliverDeps(channel: Channel): DeliverDeps;
  /** Sends whatever can be sent now, and returns when nothing is left to send or under way. */
  deliverAll(channel: Channel): Promise<void>;
}

export function createEngine(deps: EngineDeps): Engine {
  const { store, catalogue, clock, wallClock, newId, log, quota = basicPlan, showAddressesIn = [] } = deps;
  const compose = createCompose({ catalogue, clock, showAddressesIn });
  const deliverDeps = (channel: Channel): DeliverDeps => ({
    ...{ store, channel, clock, wallClock, compose, newId, quota, catalogue, log },
    holder: deps.holder ?? 'story',
  });
  const handling = {
    ...{ store, catalogue, clock, newId, newInviteCode, draftLinks, quota, log },
    showAddressesIn,
    escalate: (tx, incident, now) => escalateIncident({ catalogue, newId, log }, tx, incident, now),
    keepClocks: (tx, incident, now) => keepClocks(tx, catalogue, incident, now),
  } satisfies HandlerDeps;
  const planning = {
    ...{ store, catalogue, newId, quota, log },
    recordSilent: (tx: Tx, talk: StoredIncidentTalk, now: Instant) =>
      recordSilentTalk(handling, tx, talk, now),
  };
  const planner = createPlanner(planning);
  return {
    planning,
    receive: (message) => receiveUpdate(handling, message),
    plan: () => planner.plan(clock.now()),
    remind: () => planReminders(planning, clock.now()),
    watch: () => planner.watch(clock.now()),
    nextDue: () => nextDue(planning, clock.now()),
    nextIncidentMoment: () => nextIncidentMoment(planning, store.db, clock.now()),
    deliverDeps,
    async deliverAll(channel) {
      const stop = new AbortController();
      await deliver({ ...deliverDeps(channel), onIdle: () => stop.abort() }, stop.signal);
    },
  };
}
