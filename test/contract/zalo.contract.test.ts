import { createZaloApi } from '#bot/zalo/api.ts';
import { createZaloChannel } from '#bot/zalo/channel.ts';
import { parseUpdate } from '#bot/zalo/parse-update.ts';
import { channelContract, type ChannelUnderTest } from '#test/contract/channel-contract.ts';
import { recordedLog } from '#test/fakes/recorded-log.ts';
import type { Shape, Update } from '#test/fakes/zalo/wire.ts';
import { createWire } from '#test/fakes/zalo/wire.ts';
import { startZaloServer } from '#test/fakes/zalo-server.ts';

channelContract('Zalo', () => connectZalo('wrapped'));
channelContract('Zalo with flat updates', () => connectZalo('flat'));

async function connectZalo(shape: Shape): Promise<ChannelUnderTest> {
  let now = Date.now();
  const zalo = await startZaloServer({ shape, now: () => now });
  const wire = createWire(shape);
  const an = zalo.person('u1', 'An');
  // A bot may write only to people who have written to it.
  an.types('Chào bot');

  function read(update: Update) {
    const message = parseUpdate(zalo.bot, wire(update), now);
    if (!message) throw new Error('The channel could not read what its platform sent.');
    return message;
  }

  return {
    channel: createZaloChannel({
      api: createZaloApi({ token: zalo.token, apiRoot: zalo.root }),
      bot: zalo.bot,
      log: recordedLog(),
      trustedOrigin: zalo.root,
    }),
    buttons: false,
    longerText: 'split',
    chatId: an.chatId,
    screen: () => an.messages.map(({ text }) => ({ text, choices: [] })),
    types: (text) => read(an.types(text)),
    presses: (label) => read(an.picks(label)),
    sendsPhoto: (bytes) => read(an.sendsPhoto(bytes)),
    waits() {
      now += 1000;
    },
    trouble: {
      personClosesChat: () => an.blocks(),
      usesUpTheMonth: () => zalo.faults.next({ kind: 'refuse', code: 429, description: 'Quota exceeded' }),
      isDown: () => zalo.faults.next({ kind: 'gateway', status: 502 }),
      losesTheAnswer: () => zalo.faults.next({ kind: 'drop' }),
    },
    close: () => zalo.close(),
  };
}
