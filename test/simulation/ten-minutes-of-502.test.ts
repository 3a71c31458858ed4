import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Wait } from '#bot/backoff.ts';
import { connectZalo, type ZaloConnection } from '#bot/zalo/connect.ts';
import { newPollCounters, pollUpdates } from '#bot/zalo/poll-updates.ts';
import type { PositionKind } from '#domain/organisation.ts';
import type { Person } from '#test/fakes/zalo/person.ts';
import { startZaloServer, type ZaloServer } from '#test/fakes/zalo-server.ts';
import { addOfficerWith } from '#test/kit/organisation.ts';
import { aProvince, type Story } from '#test/kit/province.ts';

/**
 * Ten minutes in which everything that Zalo is asked is answered with 502, across a moment at which reminders are due. The
 * minutes are those of the story's clocks: polling waits for a `wait` that lets them pass, three seconds at a time, and
 * after each of them the product sends what it may send. Everything else is as in life, over HTTP.
 */
const stepMs = 3_000;
const outageMs = 600_000;

let story: Story;
let zalo: ZaloServer;
let connection: ZaloConnection;
let people: Person[];

beforeEach(async () => {
  story = await aProvince({ begins: '2026-12-07T08:20:00+07:00' });
  zalo = await startZaloServer({ shape: 'mixed', now: () => story.clock.now().getTime() });
  const connected = await connectZalo({ token: zalo.token, apiRoot: zalo.root }, story.log);
  if (connected.kind !== 'connected') throw new Error('Zalo of this test is not there.');
  connection = connected;
  people = [];
});

afterEach(() => zalo.close());

/** Somebody new who has a chat with the bot. */
async function joins(name: string, ...positions: [PositionKind, string][]): Promise<void> {
  const person = zalo.person(name, name);
  const chat = { channel: 'zalo', bot: zalo.bot, chatId: name } as const;
  await addOfficerWith(story, { name, positions, chat }, story.clock.now());
  // A bot may write only to people who have written to it.
  person.unblocks();
  people.push(person);
}

async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += stepMs) {
    const step = Math.min(stepMs, ms - passed);
    const before = story.clock.now();
    story.clock.pass(step);
    story.wallClock.pass(step);
    const halfPast = new Date('2026-12-07T08:30:00+07:00');
    if (before < halfPast && story.clock.now() >= halfPast) await story.engine.plan();
    await story.engine.deliverAll(connection.channel);
  }
}

/** A process's polling, until it is told to stop. */
function polls() {
  const stop = new AbortController();
  const waits: number[] = [];
  const counters = newPollCounters();
  const stored = Promise.withResolvers<void>();
  const wait: Wait = async (ms) => {
    waits.push(ms);
    await pass(ms);
    if (waits.reduce((sum, one) => sum + one) >= outageMs) zalo.faults.over();
  };
  const ended = pollUpdates({
    ...{ api: connection.api, bot: zalo.bot, signal: stop.signal, log: story.log, wait, counters },
    receive: async (message) => {
      await story.engine.receive({ ...message, withoutButtons: true });
      if (zalo.pending().length === 0) stored.resolve();
    },
  });
  return {
    ...{ waits, counters, stored: stored.promise },
    async stops() {
      stop.abort();
      await ended;
    },
  };
}

const callsOf = (method: string) => zalo.calls.filter((call) => call.method === method).length;

test('ten minutes of 502: what was written meanwhile is answered once, what fell due meanwhile is sent once', async () => {
  for (const name of ['Hoa', 'Minh', 'Lan']) await joins(name, ['reporter', 'STC']);
  for (const name of ['Quân', 'Tâm']) await joins(name, ['reporter', 'SYT']);
  zalo.faults.outage(502);
  for (const person of people) person.types('lịch');
  await pass(240_000);

  const polling = polls();
  await polling.stored;
  await polling.stops();
  await pass(60_000);

  // One second, doubled up to thirty, for ten minutes and no longer.
  expect(polling.waits).toEqual([1000, 2000, 4000, 8000, 16_000, ...Array(19).fill(30_000)]);
  const meanwhile = { polls: polling.waits.length, sends: callsOf('sendMessage') - 2 * people.length };
  expect(polling.counters).toMatchObject({ failures: 24, updates: 5, lost: 0 });
  expect(zalo.lost).toEqual([]);
  for (const { messages } of people) {
    const texts = messages.map(({ text }) => text.split('\n')[0]);
    expect(texts.sort()).toEqual(['Các thời hạn sắp tới', 'Nhắc hạn: 3 báo cáo phải gửi']);
  }
  const rows = await story.store.db.selectFrom('messages').select(['status', 'uncertain', 'bot']).execute();
  const byZalo = rows.filter(({ bot }) => bot === zalo.bot);
  expect(byZalo).toEqual(Array(10).fill({ status: 'sent', uncertain: 0, bot: zalo.bot }));
  console.log(
    `ten minutes of 502: ${meanwhile.polls} polls and ${meanwhile.sends} sends in vain; ` +
      `${polling.counters.updates} updates answered once, ${people.length} reminders sent once, none lost`,
  );
});
