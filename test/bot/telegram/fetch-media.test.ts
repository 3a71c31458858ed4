import { afterEach, beforeEach, expect, test } from 'vitest';

import { createTelegramApi } from '#bot/telegram/api.ts';
import { createFetchMedia } from '#bot/telegram/fetch-media.ts';
import { parseUpdate } from '#bot/telegram/parse-update.ts';
import { type MediaKind, mediaLimitBytes } from '#domain/channel.ts';
import { startTelegramServer, type TelegramServer } from '#test/fakes/telegram-server.ts';
import type { Person } from '#test/fakes/telegram/person.ts';
import { jpeg, ogg } from '#test/kit/media.ts';

let telegram: TelegramServer;
let an: Person;

beforeEach(() => start());
afterEach(() => telegram.close());

async function start(minimal = false): Promise<void> {
  await telegram?.close();
  telegram = await startTelegramServer({ minimal });
  an = telegram.person(1001, 'An');
}

/** What the product makes of what An has sent. */
async function fetched(
  update: object,
  { token = telegram.token, signal = new AbortController().signal } = {},
) {
  const content = parseUpdate(telegram.bot, update, Date.now())?.content;
  if (content?.kind !== 'media' || !content.source) throw new Error('no media with a source');
  return fetching(token)(content.what, content.source, signal);
}

function fetching(token = telegram.token) {
  const settings = { token, apiRoot: telegram.root };
  return createFetchMedia(settings, createTelegramApi(settings));
}

const byId = (id: string, what: MediaKind = 'photo') =>
  fetching()(what, { kind: 'file', id }, new AbortController().signal);

test('a photo comes in its largest size, as does a voice message', async () => {
  expect(await fetched(an.sendsPhoto(jpeg))).toEqual({
    kind: 'fetched',
    contentType: 'image/jpeg',
    bytes: Buffer.from(jpeg),
  });
  expect(await fetched(an.sendsVoice(ogg))).toMatchObject({ kind: 'fetched', contentType: 'audio/ogg' });
});

test('10 MB and not a byte more, and nothing that only calls itself a picture', async () => {
  const largest = Buffer.concat([jpeg, Buffer.alloc(mediaLimitBytes - jpeg.length)]);
  expect(await fetched(an.sendsPhoto(largest))).toMatchObject({ kind: 'fetched' });
  const tooLarge = { kind: 'refused', reason: 'too-large' };
  expect(await fetched(an.sendsPhoto(Buffer.concat([largest, Buffer.alloc(1)])))).toMatchObject(tooLarge);
  // More than Telegram itself gives.
  expect(await fetched(an.sendsPhoto(Buffer.alloc(21 * 1024 * 1024)))).toMatchObject(tooLarge);
  expect(await fetched(an.sendsPhoto(ogg))).toMatchObject({ kind: 'refused', reason: 'other-content' });
});

test('what Telegram does not have, and what is no file of Telegram, is gone', async () => {
  const update = an.sendsPhoto(jpeg);
  telegram.forgetsFiles();
  const gone = { kind: 'refused', reason: 'gone' };
  expect(await fetched(update)).toEqual({ ...gone, detail: '400 Bad Request: invalid file_id' });
  const signal = new AbortController().signal;
  expect(await fetching()('photo', { kind: 'url', url: telegram.root }, signal)).toMatchObject(gone);
});

test('a server that does not know getFile', async () => {
  await start(true);
  expect(await byId('AgAC')).toMatchObject({ kind: 'refused', reason: 'gone' });
});

test('what may pass is to be tried again', async () => {
  const update = an.sendsPhoto(jpeg);
  const faults = [
    { fault: { kind: 'gateway', status: 502 }, method: 'getFile' },
    { fault: { kind: 'refuse', status: 500 }, method: 'getFile' },
    { fault: { kind: 'drop' }, method: 'getFile' },
    {
      fault: { kind: 'refuse', status: 400, description: 'file is temporarily unavailable' },
      method: 'getFile',
    },
    { fault: { kind: 'gateway', status: 502 }, method: 'file' },
    { fault: { kind: 'drop' }, method: 'file' },
  ] as const;
  for (const { fault, method } of faults) {
    telegram.faults.next(fault, { method });
    expect(await fetched(update)).toMatchObject({ kind: 'failed' });
  }
  telegram.faults.next({ kind: 'refuse', status: 429, retryAfter: 7 }, { method: 'getFile' });
  expect(await fetched(update)).toMatchObject({ kind: 'failed', afterMs: 7000 });
  expect(await fetched(update)).toMatchObject({ kind: 'fetched' });
});

test('stopping gives it up', async () => {
  const stop = new AbortController();
  telegram.faults.next({ kind: 'hang' }, { method: 'file' });
  const fetching = fetched(an.sendsPhoto(jpeg), { signal: stop.signal });
  await telegram.called('getFile');
  stop.abort();
  expect(await fetching).toMatchObject({ kind: 'failed' });
});

test('the token is in no outcome', async () => {
  const update = an.sendsPhoto(jpeg);
  const outcomes = [await fetched(update, { token: '4242:another-secret' })];
  telegram.faults.next({ kind: 'drop' }, { method: 'file' });
  outcomes.push(await fetched(update));
  await telegram.close();
  outcomes.push(await fetched(update));
  await start();
  expect(outcomes).toMatchObject([{ kind: 'failed' }, { kind: 'failed' }, { kind: 'failed' }]);
  expect(JSON.stringify(outcomes)).not.toContain('secret');
});
