import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#test/fakes/zalo/person.ts';
import { startZaloServer, type ZaloServer } from '#test/fakes/zalo-server.ts';
import { newPlace, type Place, type ProductProcess } from '#test/journeys/product-process.ts';

let zalo: ZaloServer;
let place: Place;
let product: ProductProcess;

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

function start(): Promise<ProductProcess> {
  return place.start({ ZALO_BOT_TOKENS: zalo.token, ZALO_API_ROOT: zalo.root });
}

/** On a server the one who takes over waits for the leases of the killed to run out, ms. */
const patience = 60_000;

const everyone: Person[] = [];

/** So many people whom the bot does not know yet write to it, each in a chat of their own. */
function newcomers(count: number): Person[] {
  const people = Array.from({ length: count }, (_, at) => zalo.person(`u${everyone.length + at + 1}`));
  everyone.push(...people);
  return people;
}

const answer = 'anh/chị gửi mã mời gồm 8 ký tự';

async function allAnswered(people: Person[]): Promise<void> {
  await Promise.all(people.map((person) => person.receives(answer, patience)));
}

function callsOf(method: string): number {
  return zalo.calls.filter((call) => call.method === method).length;
}

describe('a bad day of Zalo', { timeout: 120_000 }, () => {
  test('updates in both shapes, each delivered three times: one answer each', async () => {
    const people = newcomers(10);
    for (const person of people) zalo.replays(person.types('xin chào'), 2);
    await allAnswered(people);
  });

  test('polls that come back empty (408) at once are no reason to stop', async () => {
    zalo.faults.next(
      { kind: 'refuse', code: 408, description: 'Request timeout' },
      { method: 'getUpdates', times: 3 },
    );
    const people = newcomers(3);
    for (const person of people) person.types('xin chào');
    await allAnswered(people);
  });

  test('while everything answers 502, what is written waits; then each is answered once', async () => {
    zalo.faults.outage(502);
    const polls = callsOf('getUpdates');
    const people = newcomers(10);
    for (const person of people) person.types('xin chào');
    await zalo.called('getUpdates', polls + 2);
    expect(people.flatMap(({ messages }) => messages)).toEqual([]);
    zalo.faults.over();
    await allAnswered(people);
  });

  test('a process that is killed: what its poll was given is lost and counted, all else is answered', async () => {
    // Taken and stored, its answer on the way when the process dies: no answer has come, so it goes out again.
    const [stored] = newcomers(1);
    const others = newcomers(5);
    zalo.faults.next({ kind: 'hang' });
    const sends = callsOf('sendMessage');
    stored?.types('xin chào');
    await zalo.called('sendMessage', sends + 1);
    await product.kill();

    for (const person of others) person.types('xin chào');
    product = await start();
    await stored?.receives(answer, patience);
    await allAnswered(others.filter((person) => !isLost(person)));
    expect(zalo.lost.length).toBeLessThanOrEqual(1);
    console.log(`${zalo.lost.length} of ${everyone.length} updates died with the poll of the killed process`);
    const unlucky = others.filter(isLost);
    for (const person of unlucky) person.types('xin chào?');
    await allAnswered(unlucky);
  });

  test("when the month's messages are used up (429), the bot falls silent and still takes what comes", async () => {
    zalo.faults.next({ kind: 'refuse', code: 429, description: 'Quota exceeded' }, { times: 20 });
    const people = newcomers(3);
    const [sends, polls] = [callsOf('sendMessage'), callsOf('getUpdates')];
    for (const person of people) person.types('xin chào');
    await zalo.called('sendMessage', sends + 1);
    // The open poll and two more have brought them; the next one is idle.
    await zalo.called('getUpdates', polls + people.length);
    expect(zalo.pending()).toEqual([]);
    await product.stop();
    expect(callsOf('sendMessage')).toBe(sends + 1);
    expect(people.flatMap(({ messages }) => messages)).toEqual([]);
  });

  test('nobody got anything twice', () => {
    const counts = everyone.slice(0, -3).map(({ chatId, messages }) => ({ chatId, count: messages.length }));
    expect(counts.filter(({ count }) => count !== 1)).toEqual([]);
  });
});

function isLost({ chatId }: Person): boolean {
  return zalo.lost.some(({ message }) => (message?.chat as { id: string } | undefined)?.id === chatId);
}
