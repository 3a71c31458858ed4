import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#test/fakes/zalo/person.ts';
import { startZaloServer, type ZaloServer } from '#test/fakes/zalo-server.ts';
import { newPlace, type Place, type ProductProcess } from '#test/journeys/product-process.ts';
import { faultLedger, printLedger } from '#test/simulation/fault-ledger.ts';

let zalo: ZaloServer;
let place: Place;
let product: ProductProcess;
const processes: ProductProcess[] = [];

beforeAll(async () => {
  // Wrapped and flat by turns; what is given to a poll whose caller is dead is gone, as with Zalo at its worst.
  zalo = await startZaloServer({ shape: 'mixed', noticesHangUps: false, quota: { users: 500 } });
  place = await newPlace();
  product = await start();
}, 60_000);

afterAll(async () => {
  await place.remove();
  await zalo.close();
});

let hasFailed = false;
beforeEach((chapter) => {
  chapter.skip(hasFailed, 'a chapter before it failed');
  chapter.onTestFailed(() => {
    hasFailed = true;
    console.error(product.printed());
  });
});

async function start(): Promise<ProductProcess> {
  const started = await place.start({
    SANDBOX_NOW: '2026-12-28T09:00:00+07:00',
    LOG_LEVEL: 'info',
    ZALO_BOT_TOKENS: zalo.token,
    ZALO_API_ROOT: zalo.root,
  });
  processes.push(started);
  return started;
}

/** On a server the one who takes over waits for the leases of the killed to run out, ms. */
const patience = 60_000;

const everyone: Person[] = [];
let sentByPeople = 0;

/** So many people whom the bot does not know yet, each with a chat of their own. */
function newcomers(count: number): Person[] {
  const people = Array.from({ length: count }, (_, at) => zalo.person(`u${everyone.length + at + 1}`));
  everyone.push(...people);
  return people;
}

function write(...people: Person[]) {
  sentByPeople += people.length;
  return people.map((person) => person.types('xin chào'));
}

const answer = 'anh/chị gửi mã mời gồm 8 ký tự';

/** Resolves when each of them has an answer, whenever it came. */
async function allAnswered(people: Person[]): Promise<void> {
  const waiting = people.filter(({ messages }) => messages.length === 0);
  await Promise.all(waiting.map((person) => person.receives(answer, patience)));
}

function callsOf(method: string): number {
  return zalo.calls.filter((call) => call.method === method).length;
}

/** Whose update died with a poll write once more, and are answered. */
async function lostOnesWriteAgain(people: Person[]): Promise<void> {
  const unlucky = people.filter(isLost);
  write(...unlucky);
  await allAnswered(people);
}

function isLost({ chatId }: Person): boolean {
  return zalo.lost.some(({ message }) => (message?.chat as { id: string } | undefined)?.id === chatId);
}

describe('a bad day of Zalo', { timeout: 180_000 }, () => {
  test('updates in both shapes, each delivered three times: one answer each', async () => {
    const people = newcomers(10);
    for (const update of write(...people)) zalo.replays(update, 2);
    await allAnswered(people);
  });

  test('polls that come back empty (408) at once are no reason to stop', async () => {
    const empty = { kind: 'refuse', code: 408, description: 'Request timeout' } as const;
    zalo.faults.next(empty, { method: 'getUpdates', times: 3 });
    const people = newcomers(3);
    write(...people);
    await allAnswered(people);
  });

  // Ten minutes of it, on clocks of its own: ten-minutes-of-502.test.ts.
  test('while everything answers 502, what is written waits; then each is answered once', async () => {
    zalo.faults.outage(502);
    const polls = callsOf('getUpdates');
    const people = newcomers(10);
    write(...people);
    await zalo.called('getUpdates', polls + 2);
    expect(people.flatMap(({ messages }) => messages)).toEqual([]);
    zalo.faults.over();
    await allAnswered(people);
  });

  test('an answer that is cut in its middle takes one update with it, and no other', async () => {
    zalo.faults.next({ kind: 'cut' }, { method: 'getUpdates' });
    const before = zalo.lost.length;
    const people = newcomers(3);
    write(...people);
    await allAnswered(people.slice(2));
    expect(zalo.lost.length).toBe(before + 1);
    await lostOnesWriteAgain(people);
  });

  test('killed while an answer of ours is on its way: that goes out again, what its poll is given is lost', async () => {
    // Taken and stored; nobody has got the answer, since Zalo did not take it.
    const [stored, ...others] = newcomers(6);
    if (!stored) return;
    zalo.faults.next({ kind: 'hang' });
    const sends = callsOf('sendMessage');
    write(stored);
    await zalo.called('sendMessage', sends + 1);
    const lostBefore = zalo.lost.length;
    await product.kill();
    write(...others);
    product = await start();
    await allAnswered([stored]);
    await lostOnesWriteAgain(others);
    expect(zalo.lost.length - lostBefore).toBeLessThanOrEqual(1);
  });

  test('killed with half of an answer read: the other half goes nowhere, and the next process has the rest', async () => {
    const [first, half, ...others] = newcomers(5);
    if (!first || !half) return;
    zalo.faults.next({ kind: 'halting', rest: new Promise(() => {}) }, { method: 'getUpdates' });
    // By the poll that is open; the one after it comes to a halt.
    write(first);
    await allAnswered([first]);
    write(half, ...others);
    await zalo.halted();
    await product.kill();
    product = await start();
    await allAnswered(others);
    expect(isLost(half)).toBe(true);
    await lostOnesWriteAgain([half]);
  });

  test('a poller that is killed beside another process is replaced by it', async () => {
    const people = newcomers(10);
    const next = place.database === 'postgres' ? await start() : undefined;
    write(...people.slice(0, 5));
    await allAnswered(people.slice(0, 5));
    await product.kill();
    write(...people.slice(5));
    product = next ?? (await start());
    await allAnswered(people.slice(-1));
    await lostOnesWriteAgain(people.slice(5));
  });

  test("when the month's messages are used up (429), the bot is silent and still takes what comes, until somebody lifts it", async () => {
    const people = await silencedBy429();
    expect(await place.cli('quota', 'lift', zalo.bot)).toEqual({ bot: zalo.bot });
    await allAnswered(people);
  });

  test('or until the month turns, in the hours in which it sends', async () => {
    const people = await silencedBy429();
    // The first of January is a holiday, then comes the weekend.
    await product.moveClock('2027-01-03T20:00:00+07:00');
    expect(people.flatMap(({ messages }) => messages)).toEqual([]);
    await product.moveClock('2027-01-04T08:30:00+07:00');
    await allAnswered(people);
  });

  /** Three people write to a bot whose platform takes no more messages. */
  async function silencedBy429(): Promise<Person[]> {
    zalo.faults.next({ kind: 'refuse', code: 429, description: 'Quota exceeded' });
    const people = newcomers(3);
    const [sends, given] = [callsOf('sendMessage'), zalo.given.length];
    write(...people);
    await zalo.called('sendMessage', sends + 1);
    const polls = callsOf('getUpdates');
    await zalo.called('getUpdates', polls + given + people.length - zalo.given.length);
    expect(zalo.pending()).toEqual([]);
    expect(callsOf('sendMessage')).toBe(sends + 1);
    expect(people.flatMap(({ messages }) => messages)).toEqual([]);
    return people;
  }

  test('nothing was done twice, and nothing that had reached us whole was lost', async () => {
    await product.stop();
    const store = await place.openStore();
    const ledger = await faultLedger({ zalo, store, people: everyone, sentByPeople, processes });
    await store.close();
    printLedger(`a bad day of Zalo, by polling on ${place.database}`, ledger);
    expect(ledger).toMatchObject({
      duplicatesIgnored: 20,
      stored: sentByPeople - zalo.lost.length,
      lostOfArrived: 0,
      answers: everyone.length,
      answeredOnce: everyone.length - ledger.answeredAgain,
    });
    expect(ledger.answeredAgain).toBeLessThanOrEqual(ledger.uncertain);
    expect(ledger.arrivedWhole).toBe(ledger.stored + ledger.duplicatesIgnored);
    expect(ledger.lost).toBeLessThanOrEqual(ledger.perhapsLost);
    expect(ledger.lost).toBeGreaterThanOrEqual(2);
  });
});
