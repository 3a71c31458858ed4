import { createTelegramApi } from '#bot/telegram/api.ts';
import { createTelegramChannel } from '#bot/telegram/channel.ts';
import { createFetchMedia } from '#bot/telegram/fetch-media.ts';
import { parseUpdate } from '#bot/telegram/parse-update.ts';
import { channelContract, type ChannelUnderTest } from '#test/contract/channel-contract.ts';
import { recordedLog } from '#test/fakes/recorded-log.ts';
import { startTelegramServer } from '#test/fakes/telegram-server.ts';

channelContract('Telegram', () => connectTelegram({ minimal: false }));
channelContract('a server that knows little of the Bot API', () => connectTelegram({ minimal: true }));

async function connectTelegram({ minimal }: { minimal: boolean }): Promise<ChannelUnderTest> {
  let now = 0;
  const telegram = await startTelegramServer({ minimal, now: () => now });
  const { bot, token, root } = telegram;
  const an = telegram.person(1001, 'An');
  an.types('/start');
  const settings = { token, apiRoot: root };
  const api = createTelegramApi(settings);
  const fetchMedia = createFetchMedia(settings, api);

  function read(update: object) {
    const message = parseUpdate(bot, update, Date.now());
    if (!message) throw new Error('The channel could not read what its platform sent.');
    return message;
  }

  return {
    channel: createTelegramChannel({ api, bot, log: recordedLog(), fetchMedia }),
    buttons: true,
    longerText: 'refused',
    chatId: '1001',
    screen: () =>
      an.messages.map(({ text, buttons }) => ({
        text,
        choices: buttons.map((row) => row.map(({ label, data }) => ({ label, data }))),
      })),
    types: (text) => read(an.types(text)),
    presses: (label) => read(an.taps(label)),
    ...(!minimal && { sendsPhoto: (bytes: Uint8Array) => read(an.sendsPhoto(bytes)) }),
    waits() {
      now += 1000;
    },
    trouble: {
      personClosesChat: () => an.blocks(),
      asksToWait: (seconds) =>
        telegram.faults.next({
          kind: 'refuse',
          status: 429,
          description: `Too Many Requests: retry after ${seconds}`,
          retryAfter: seconds,
        }),
      isDown: () => telegram.faults.next({ kind: 'gateway', status: 502 }),
      losesTheAnswer: () => telegram.faults.next({ kind: 'drop' }),
    },
    close: () => telegram.close(),
  };
}
