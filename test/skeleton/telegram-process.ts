import process from 'node:process';
import { pino } from 'pino';
import { startTelegram } from '#app/start-telegram.ts';
import { receiveUpdate } from '#handlers/receive-update.ts';
import { createCompose } from '#handlers/compose-message.ts';
import { basicPlan } from '#domain/quota.ts';
import type { HandlerDeps } from '#handlers/turn.ts';
import { deliver } from '#scheduler/deliver.ts';
import { clearLeases } from '#storage/leases.ts';
import { openPglite } from '#storage/open-pglite.ts';
import { openPostgres } from '#storage/open-postgres.ts';
import { escalateIncident } from '#scheduler/escalate-incident.ts';
import { keepClocks } from '#storage/queries/incident-clocks.ts';
import { freeAllClaims } from '#storage/queries/messages.ts';
import { inTransaction } from '#storage/transaction.ts';
import { newId, newInviteCode, newSecret } from '#app/ids.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';
import { settableClock } from '#test/kit/clocks.ts';
import type { TestDatabase } from '#test/setup/test-database.ts';
import { type Arrow, die, dyingAround, dyingBeforeCommit } from '#test/skeleton/die.ts';

/** What the test gives as the only argument, in JSON. */
export interface TelegramProcess {
  database: TestDatabase;
  token: string;
  apiRoot: string;
  /** How far the clock of leases and claims is ahead, ms: what another process held has run out by then. */
  wallAheadMs: number;
  dieAt?: Arrow;
}

/** The product on Telegram as a process of its own, which dies where it was told to. */
const { database, token, apiRoot, wallAheadMs, dieAt }: TelegramProcess = JSON.parse(process.argv[2] ?? '');
const store =
  database.kind === 'postgres' ? await openPostgres(database.url) : await openPglite(database.folder);
if (store.kind === 'pglite') {
  await inTransaction(store, async (tx) => {
    await clearLeases(tx);
    await freeAllClaims(tx);
  });
}

const log = pino({ level: 'warn' }, pino.destination(2));
const clock = settableClock('2026-12-07T08:30:00+07:00');
const wallClock = { now: () => new Date(Date.now() + wallAheadMs) };
const catalogue = realCatalogue();
const holder = newId();
const receiving: HandlerDeps = {
  store: dieAt === 'before the commit' ? dyingBeforeCommit(store) : store,
  ...{ catalogue, clock, newId, newInviteCode, quota: basicPlan, log },
  draftLinks: { newSecret, address: () => 'http://127.0.0.1' },
  showAddressesIn: [],
  escalate: (tx, incident, now) => escalateIncident({ catalogue, newId, log }, tx, incident, now),
  keepClocks: (tx, incident, now) => keepClocks(tx, catalogue, incident, now),
};

startTelegram(
  {
    settings: { token, apiRoot, mode: { kind: 'polling' } },
    async receive(message) {
      await receiveUpdate(receiving, message);
      if (dieAt === 'before the acknowledgement') await die();
    },
    onConnected: () => Promise.resolve(),
    deliverFor: (channel, signal) =>
      deliver(
        {
          ...{ store, holder, clock, wallClock, log, newId, quota: basicPlan, catalogue },
          compose: createCompose({ catalogue, clock, showAddressesIn: [] }),
          channel: dyingAround(channel, dieAt),
        },
        signal,
      ),
    leases: { store, holder, wallClock, log },
    log,
  },
  new AbortController().signal,
);
