import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { connectTelegram } from '#bot/telegram/connect.ts';
import { pollUpdates as pollTelegram } from '#bot/telegram/poll-updates.ts';
import { connectZalo } from '#bot/zalo/connect.ts';
import { pollUpdates as pollZalo } from '#bot/zalo/poll-updates.ts';
import type { Channel, IncomingMessage } from '#domain/channel.ts';
import { textIn } from '#locales/text.ts';
import { systemClock } from '#app/clock.ts';
import { workTogether } from '#app/channel-work.ts';
import { deliver } from '#scheduler/deliver.ts';
import { fetchAttachments } from '#scheduler/fetch-attachments.ts';
import { type Changes, createChanges } from '#test/fakes/changes.ts';
import { startTelegramServer } from '#test/fakes/telegram-server.ts';
import { startZaloServer } from '#test/fakes/zalo-server.ts';
import { createEngine } from '#test/kit/engine.ts';
import { attachmentRows, jpeg, ogg } from '#test/kit/media.ts';
import { addOfficerWith } from '#test/kit/organisation.ts';
import { aProvince, type Story } from '#test/kit/province.ts';

const say = textIn('vi');

let story: Story;
let changes: Changes;
/** How often nothing was left to send or to download. */
let idle: number;
let stop: AbortController;

beforeEach(async () => {
  story = await aProvince();
  changes = createChanges();
  idle = 0;
  stop = new AbortController();
});
afterEach(() => stop.abort());

/** Somebody of Sở Tài chính with a chat on this platform. */
async function joins(channel: Pick<Channel, 'bot' | 'kind'>, chatId: string): Promise<void> {
  const chat = { channel: channel.kind, bot: channel.bot, chatId };
  const positions: ['reporter', string][] = [['reporter', 'STC']];
  await addOfficerWith(story, { name: 'Hoàng Văn Em', positions, chat }, story.clock.now());
}

/** What the holder of the bot's lease does, until the test is over. */
function works(
  channel: Channel,
  receiving: (receive: (message: IncomingMessage) => Promise<void>, signal: AbortSignal) => Promise<unknown>,
): void {
  const engine = createEngine({ ...story, wallClock: systemClock });
  const onIdle = () => {
    idle += 1;
    changes.happened();
  };
  const deps = { ...engine.deliverDeps(channel), onIdle };
  const ended = workTogether(
    [
      (until) => deliver(deps, until),
      (until) => fetchAttachments(deps, until),
      async (until) => void (await receiving(engine.receive, until)),
    ],
    stop.signal,
  );
  onTestFinished(async () => {
    stop.abort();
    await ended;
  });
}

/** Resolves with the rows once all of them have come to an end. */
async function rowsWhenDone(count: number, bot: string) {
  for (;;) {
    const next = nextIdle();
    const rows = await attachmentRows(story, bot);
    if (rows.length === count && rows.every(({ status }) => status !== 'wanted')) return rows;
    await next;
  }
}

function nextIdle(): Promise<unknown> {
  const before = idle;
  const look = () => (idle > before ? true : undefined);
  return changes.until(look, { timeoutMs: 5_000, explain: () => `${idle} looks` });
}

test('on Zalo what people send is downloaded as soon as it has come, and told when it is gone', async () => {
  const zalo = await startZaloServer();
  onTestFinished(() => zalo.close());
  const connected = await connectZalo({ token: zalo.token, apiRoot: zalo.root }, story.log);
  if (connected.kind !== 'connected') throw new Error(connected.detail);
  const { api, bot, channel } = connected;
  const an = zalo.person('1001', 'An');
  await joins(channel, '1001');
  works(channel, (receive, signal) => pollZalo({ api, bot, receive, signal, log: story.log }));

  an.sendsPhoto(jpeg);
  await an.receives(say('incident-ask-photo'));
  an.sendsVoice(ogg);
  expect(await rowsWhenDone(2, bot)).toMatchObject([
    { kind: 'photo', status: 'stored', contentType: 'image/jpeg', bytes: jpeg },
    { kind: 'voice', status: 'stored', contentType: 'audio/ogg', bytes: ogg },
  ]);
  an.sendsPhoto(new TextEncoder().encode('<html>not a picture</html>'));
  await an.receives('không phải là ảnh');
  zalo.pushes(expired);
  await an.receives('không tải được ảnh');
});

/** A photo whose address has expired before it came. */
const expired = {
  event_name: 'message.image.received',
  message: {
    ...{ message_id: 'late', date: 1_797_000_000_000 },
    ...{ from: { id: '1001', display_name: 'An' }, chat: { id: '1001', chat_type: 'PRIVATE' } },
    photo: 'https://127.0.0.1:1/photos/late',
  },
};

test.each([{ minimal: false }, { minimal: true }])(
  'on Telegram they are fetched by id, and the token is kept nowhere (server knows little: $minimal)',
  async ({ minimal }) => {
    const telegram = await startTelegramServer({ minimal, enforceLimits: false });
    onTestFinished(() => telegram.close());
    const { token, root: apiRoot } = telegram;
    const connected = await connectTelegram({ token, apiRoot }, story.log);
    if (connected.kind !== 'connected') throw new Error(connected.detail);
    const { api, bot, channel } = connected;
    const an = telegram.person(1001, 'An');
    await joins(channel, '1001');
    works(channel, (receive, signal) => pollTelegram({ api, bot, receive, signal, log: story.log }));

    an.sendsPhoto(jpeg, 'màn hình');
    await an.receives(say('incident-ask-photo'));
    an.sendsVoice(ogg);
    const rows = await rowsWhenDone(2, bot);
    if (minimal) {
      expect(rows).toMatchObject([
        { kind: 'photo', status: 'refused', reason: 'gone' },
        { kind: 'voice', status: 'refused', reason: 'gone' },
      ]);
      await an.receives('không tải được ảnh');
      await an.receives('không tải được tin thoại');
    } else {
      expect(rows).toMatchObject([
        { kind: 'photo', status: 'stored', bytes: jpeg, source: { kind: 'file' } },
        { kind: 'voice', status: 'stored', bytes: ogg, source: { kind: 'file' } },
      ]);
    }
    an.types('/lich');
    await an.receives(say('schedule-title'));
    expect(JSON.stringify(rows)).not.toContain('TEST-secret-token');
    expect(JSON.stringify(story.log.lines)).not.toContain('TEST-secret-token');
  },
);
