import { rehearsalBot } from '#bot/rehearsal/channel.ts';
import { incomingFromPhone } from '#bot/rehearsal/incoming.ts';
import type { IncomingMessage } from '#domain/channel.ts';
import type { Phones, Shown } from '#test/kit/phones.ts';
import type { Seen, StoryOfficer } from '#test/kit/story-officer.ts';

interface PhoneOfficerDeps {
  phones: Phones;
  receive(message: IncomingMessage): Promise<void>;
  /** Sends what is in line before anybody looks at a screen. */
  delivered(): Promise<void>;
  newUpdateId(): string;
}

/** Somebody with a phone in memory. */
export function phoneOfficer(
  { phones, receive, delivered, newUpdateId }: PhoneOfficerDeps,
  { id, name, chatId }: { id: string; name: string; chatId: string },
): StoryOfficer {
  let looked = 0;

  async function screen(): Promise<readonly Shown[]> {
    await delivered();
    return phones.screenOf(chatId);
  }

  function reachability(reachable: boolean): Promise<void> {
    return receive({
      ...{ bot: rehearsalBot, channel: 'rehearsal', updateId: newUpdateId(), chatId, chatKind: 'private' },
      content: { kind: 'reachability', reachable },
    });
  }

  return {
    id,
    name,
    chatId,
    types: (text) => receive(incomingFromPhone(chatId, newUpdateId(), { kind: 'typed', text })),

    async taps(label) {
      const shown = await screen();
      const message = shown.findLast(({ buttons }) => buttons.some((button) => button.label === label));
      const button = message?.buttons.find((candidate) => candidate.label === label);
      if (!message || !button) throw new Error(`${name} sees no button “${label}”.\n${describe(shown)}`);
      const action = { kind: 'tapped', messageId: message.id, data: button.data } as const;
      await receive(incomingFromPhone(chatId, newUpdateId(), action));
    },

    async receives(text) {
      const shown = await screen();
      const index = shown.findIndex((message, at) => at >= looked && message.text.includes(text));
      const message = shown[index];
      if (!message) {
        throw new Error(`${name} got no “${text}” after message ${looked}.\n${describe(shown)}`);
      }
      looked = index + 1;
      return seen(message);
    },

    async receivesNothing() {
      const shown = await screen();
      if (shown.length > looked) throw new Error(`${name} got something.\n${describe(shown.slice(looked))}`);
    },

    screen: async () => (await screen()).map(seen),

    async blocks() {
      phones.blocks(chatId);
      await reachability(false);
    },

    async unblocks() {
      phones.opens(chatId);
      await reachability(true);
    },
  };
}

function seen({ text, buttons }: Shown): Seen {
  return { text, buttons: buttons.map(({ label }) => label) };
}

function describe(shown: readonly Shown[]): string {
  if (shown.length === 0) return 'The screen is empty.';
  return shown
    .map((message, at) => `(${at}) ${message.text}\n    [${seen(message).buttons.join('] [')}]`)
    .join('\n');
}
