import { createRehearsalChannel } from '#bot/rehearsal/channel.ts';
import { incomingFromPhone, type PhoneAction } from '#bot/rehearsal/incoming.ts';
import { channelContract, type ChannelUnderTest } from '#test/contract/channel-contract.ts';
import type { Choice } from '#domain/channel.ts';

channelContract('the rehearsal room', connectRoom);

async function connectRoom(): Promise<ChannelUnderTest> {
  const chatId = 'lan';
  const screen: { text: string; choices: Choice[][] }[] = [];
  let actions = 0;
  const acts = (action: PhoneAction) => incomingFromPhone(chatId, `action-${++actions}`, action);

  return {
    channel: createRehearsalChannel({
      async deliver({ messageId, text, choices }) {
        if (messageId === undefined) return String(screen.push({ text, choices }));
        screen[Number(messageId) - 1] = { text, choices };
        return messageId;
      },
    }),
    buttons: true,
    longerText: 'refused',
    chatId,
    screen: () => screen,
    types: (text) => acts({ kind: 'typed', text }),
    presses(label) {
      for (const [index, { choices }] of [...screen.entries()].reverse()) {
        const choice = choices.flat().find((one) => one.label === label);
        if (choice) return acts({ kind: 'tapped', messageId: String(index + 1), data: choice.data });
      }
      throw new Error(`No button “${label}” on the phone.`);
    },
    // The room has a picture of its own.
    sendsPhoto: () => acts({ kind: 'photo' }),
    waits() {},
    // Its platform is the process itself: nothing stands between them that could fail.
    trouble: {},
    close: async () => {},
  };
}
