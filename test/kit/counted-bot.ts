import type { BotId, Channel, SendResult } from '#domain/channel.ts';
import type { PositionKind } from '#domain/organisation.ts';
import { monthOf } from '#domain/quota.ts';
import { putBot } from '#storage/queries/bots.ts';
import { countMessages } from '#storage/queries/used-messages.ts';
import { inTransaction } from '#storage/transaction.ts';
import { addOfficerWith } from '#test/kit/organisation.ts';
import type { Story } from '#test/kit/province.ts';

/** A bot in memory whose platform counts its messages, as Zalo does. */
export interface CountedBot {
  bot: BotId;
  channel: Channel;
  /** Everything that the platform took, in order. */
  sendings: { chatId: string; text: string }[];
  /** What the platform answers from now on; undefined: it takes everything. */
  answers(result: SendResult | undefined): void;
  /** Somebody new who has a chat with this bot; `as` somebody who is there already, one more chat. */
  joins(name: string, ...positions: [PositionKind, string][]): Promise<string>;
  receives(chatId: string, text: string, updateId?: string): Promise<void>;
  /** So many messages of this month are used already. */
  hasUsed(count: number): Promise<void>;
  delivered(): Promise<void>;
}

export async function aCountedBot(story: Story, bot: BotId = 'zalo:1'): Promise<CountedBot> {
  const { store, engine, clock, catalogue } = story;
  const sendings: CountedBot['sendings'] = [];
  let answer: SendResult | undefined;
  let updates = 0;
  const channel: Channel = {
    ...{ bot, kind: 'zalo', limits: { botGapMs: 0, chatGapMs: 0, textLength: 2_000 } },
    async send(chatId, { text }) {
      if (answer) return answer;
      sendings.push({ chatId, text });
      return { kind: 'sent', messageId: `${bot} ${sendings.length}` };
    },
  };
  const name = `bot ${bot.slice(bot.indexOf(':') + 1)}`;
  await inTransaction(store, (tx) =>
    putBot(tx, { bot, channel: 'zalo', name, link: `https://zalo.me/${bot.replace(':', '-')}` }),
  );
  return {
    ...{ bot, channel, sendings },
    answers: (result) => {
      answer = result;
    },
    joins: (person, ...positions) =>
      addOfficerWith(
        story,
        { name: person, positions, chat: { channel: 'zalo', bot, chatId: person } },
        clock.now(),
      ),
    receives: (chatId, text, updateId = `${bot} update ${++updates}`) =>
      engine.receive({
        ...{ bot, channel: 'zalo', updateId, chatId, chatKind: 'private', withoutButtons: true },
        content: { kind: 'text', text },
      }),
    hasUsed: (count) =>
      inTransaction(store, (tx) =>
        countMessages(tx, {
          ...{ bot, month: monthOf(clock.now(), catalogue.zone), direction: 'sent', kind: 'reply', count },
        }),
      ),
    delivered: () => engine.deliverAll(channel),
  };
}
