import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import { createRehearsalChannel } from '#bot/rehearsal/channel.ts';
import type { Catalogue } from '#domain/catalogue.ts';
import type { Channel } from '#domain/channel.ts';
import type { Clock } from '#domain/clock.ts';
import type { Log } from '#domain/log.ts';
import { dayOf } from '#domain/time.ts';
import { createCompose } from '#handlers/compose-message.ts';
import { receiveUpdate } from '#handlers/receive-update.ts';
import { recordSilentTalk } from '#handlers/incident/silence.ts';
import type { HandlerDeps } from '#handlers/turn.ts';
import { deliver } from '#scheduler/deliver.ts';
import { escalateIncident } from '#scheduler/escalate-incident.ts';
import { fetchAttachments } from '#scheduler/fetch-attachments.ts';
import { underLease } from '#scheduler/hold-lease.ts';
import { createPlanner, planAndWatch } from '#scheduler/planner.ts';
import { retireBotsBut } from '#scheduler/retire-bots.ts';
import type { PlanDeps } from '#scheduler/plan-reminders.ts';
import type { WatchDeps } from '#scheduler/watch-incidents.ts';
import { clearLeases, releaseLeases } from '#storage/leases.ts';
import { type KnownBot, putBot } from '#storage/queries/bots.ts';
import { switchDirectives } from '#storage/queries/directives.ts';
import { keepClocks, keepOpenClocks } from '#storage/queries/incident-clocks.ts';
import { freeAllClaims } from '#storage/queries/messages.ts';
import { hasUnits } from '#storage/queries/units.ts';
import type { Store } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';
import { createRoomEvents } from '#web/rehearsal/room-events.ts';
import type { Room } from '#web/rehearsal/room.ts';
import type { Config } from '#app/config.ts';
import { configuredBots } from '#app/configured-bots.ts';
import { workTogether } from '#app/channel-work.ts';
import { systemClock } from '#app/clock.ts';
import { fillDemo } from '#app/demo.ts';
import { newId, newInviteCode, newSecret } from '#app/ids.ts';
import { type ClockMover, createClockMover } from '#app/move-clock.ts';
import { openPhoneLooks, type PhoneLooks } from '#app/phone-looks.ts';
import { openRehearsalClock } from '#app/rehearsal-clock.ts';
import { quotaLimitsOf } from '#app/quota-limits.ts';
import { createRehearsalRoom, deliverToPhones } from '#app/rehearsal-room.ts';
import { startTelegram } from '#app/start-telegram.ts';
import { startZalo } from '#app/start-zalo.ts';

/** The running product, less its web server. */
export interface Product {
  clock: Clock;
  room: Room | undefined;
  plugins: FastifyPluginAsync[];
  /** Lets everything under way come to its end, gives the leases back; the store stays open. */
  stop(): Promise<void>;
}

interface ProductDeps {
  config: Config;
  store: Store;
  catalogue: Catalogue;
  /** Where people's browsers reach the server: scheme, host and port; asked for once it listens. */
  webAddress(): string;
  log: Log;
}

/** Frees what a killed process left, and starts planning, receiving and delivering. The tables are up to date. */
export async function startProduct(deps: ProductDeps): Promise<Product> {
  const { config, store, catalogue, webAddress, log } = deps;
  await freeWhatWasHeld(store);
  const stopping = new AbortController();
  const holder = randomUUID();
  const wallClock = systemClock;
  const rehearsalClock = config.sandbox
    ? await openRehearsalClock(store, wallClock, config.sandbox.startAt)
    : undefined;
  const clock = rehearsalClock ?? wallClock;
  const quota = quotaLimitsOf(config);
  if (config.sandbox && !config.telegram && !config.zalo && !(await hasUnits(store.db))) {
    await fillDemo({ store, catalogue, clock, newId, newInviteCode, quota });
  }
  await inTransaction(store, async (tx) => {
    await switchDirectives(tx, [...catalogue.on], dayOf(clock.now(), catalogue.zone));
    await keepOpenClocks(tx, catalogue, clock.now());
  });
  await retireBotsBut({ store, clock, wallClock, log }, configuredBots(config));

  const { showAddressesIn } = config;
  const draftLinks = { newSecret, address: webAddress };
  const handlerDeps: HandlerDeps = {
    ...{ store, catalogue, clock, newId, newInviteCode, draftLinks, quota, log },
    showAddressesIn,
    escalate: (tx, incident, now) => escalateIncident({ catalogue, newId, log }, tx, incident, now),
    keepClocks: (tx, incident, now) => keepClocks(tx, catalogue, incident, now),
  };
  const receive = (message: Parameters<typeof receiveUpdate>[1]) => receiveUpdate(handlerDeps, message);
  const compose = createCompose({ catalogue, clock, showAddressesIn });
  const leases = { store, holder, wallClock, log };
  const plan: PlanDeps & WatchDeps = {
    ...{ store, catalogue, newId, quota, log },
    recordSilent: (tx, talk, now) => recordSilentTalk(handlerDeps, tx, talk, now),
  };
  const planner = createPlanner(plan);
  const events = createRoomEvents();
  const mover =
    rehearsalClock && createClockMover({ clock: rehearsalClock, wallClock, planner, plan, events });
  const planning = { planner, clock, isPaused: () => mover?.isMoving() ?? false, log };
  const running: Promise<void>[] = [
    underLease(leases, 'planning', (signal) => planAndWatch(planning, signal), stopping.signal),
  ];
  const deliverFor = (channel: Channel, signal: AbortSignal) => {
    const deps = { store, channel, holder, clock, wallClock, compose, newId, quota, catalogue, log };
    return workTogether([(until) => deliver(deps, until), (until) => fetchAttachments(deps, until)], signal);
  };

  const room = mover && startRoom(mover, await openPhoneLooks(store));
  const onConnected = (bot: KnownBot) => inTransaction(store, (tx) => putBot(tx, bot));
  const channelDeps = { receive, deliverFor, leases, log, onConnected };
  const channels = [
    config.telegram && startTelegram({ ...channelDeps, settings: config.telegram }, stopping.signal),
    config.zalo && startZalo({ ...channelDeps, settings: config.zalo }, stopping.signal),
  ].filter((channel) => channel !== undefined);
  running.push(...channels.map(({ done }) => done));

  return {
    clock,
    room,
    plugins: channels.flatMap(({ plugins }) => plugins),
    async stop() {
      stopping.abort();
      await Promise.all(running);
      await releaseLeases(store, holder);
    },
  };

  function startRoom({ moveTo }: ClockMover, looks: PhoneLooks): Room {
    const deliverToPhone = deliverToPhones({ store, clock, newId, events });
    const channel = createRehearsalChannel({ deliver: deliverToPhone, lookOf: looks.lookOf });
    const deliverToRoom = (signal: AbortSignal) => deliverFor(channel, signal);
    running.push(underLease(leases, channel.bot, deliverToRoom, stopping.signal));
    return createRehearsalRoom({ store, catalogue, clock, events, plan, receive, moveClock: moveTo, looks });
  }
}

/** On PGlite nobody else can be at work: what a killed process held is free at once. */
async function freeWhatWasHeld(store: Store): Promise<void> {
  if (store.kind !== 'pglite') return;
  await inTransaction(store, async (tx) => {
    await clearLeases(tx);
    await freeAllClaims(tx);
  });
}
