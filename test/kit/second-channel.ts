import type { BotId, Channel, IncomingMessage } from '#domain/channel.ts';
import { putBot } from '#storage/queries/bots.ts';
import { inTransaction } from '#storage/transaction.ts';
import { phoneOfficer } from '#test/kit/phone-officer.ts';
import { createPhones, type Phones } from '#test/kit/phones.ts';
import type { Story } from '#test/kit/province.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

export interface SecondChannel {
  bot: BotId;
  phones: Phones;
  /** Somebody's phone on this channel, which nobody has linked yet. */
  phoneOf(name: string): StoryOfficer;
  delivered(): Promise<void>;
}

const looks = {
  zalo: { bot: 'zalo:7', name: 'zalo.me/nhachan', link: 'https://zalo.me/nhachan' },
  telegram: { bot: 'telegram:5', name: '@nhac_han_bot', link: 'https://t.me/nhac_han_bot' },
};

/**
 * Another channel beside the story's own, with phones in memory, whose bot is known. Zalo has no buttons (choices are
 * typed) and takes none away.
 */
export async function secondChannel(story: Story, kind: 'zalo' | 'telegram'): Promise<SecondChannel> {
  const { bot, name, link } = looks[kind];
  await inTransaction(story.store, (tx) => putBot(tx, { bot, channel: kind, name, link }));
  const phones = createPhones();
  const { send, limits, retireChoices } = phones.channel;
  const channel: Channel = {
    ...{ bot, kind, limits, send },
    ...(kind === 'telegram' && retireChoices ? { retireChoices } : {}),
  };
  let updates = 0;
  const newUpdateId = () => `${kind}-update-${++updates}`;
  const delivered = () => story.engine.deliverAll(channel);
  const receive = async (message: IncomingMessage) => {
    // People read what has come before they type.
    await delivered();
    await story.engine.receive({
      ...{ ...message, bot, channel: kind },
      ...(kind === 'zalo' ? { withoutButtons: true } : {}),
    });
  };
  return {
    bot,
    phones,
    delivered,
    phoneOf: (who) =>
      phoneOfficer(
        { phones, receive, delivered, newUpdateId },
        { id: '', name: who, chatId: `${kind} of ${who}` },
      ),
  };
}
