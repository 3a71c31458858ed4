import type { BotId, Channel, SendResult } from '#domain/channel.ts';
import { monthOf, type QuotaLimits } from '#domain/quota.ts';
import type { Clock } from '#domain/clock.ts';

/** One bot on a platform in memory that keeps to its plan: so many people, so many messages a month, both ways. */
export interface CountedPlatform {
  channel: Channel;
  /** Somebody writes to the bot. */
  writes(chatId: string): void;
  /** How many messages a person has got. */
  gotSoFar(chatId: string): number;
  people(): number;
  used(month: string): { sent: number; received: number };
  /** Sends that it did not take because the month was used up. */
  refused(): number;
}

const zone = 'Asia/Ho_Chi_Minh';

export function countedPlatform(bot: BotId, limits: QuotaLimits, clock: Clock): CountedPlatform {
  const got = new Map<string, number>();
  const months = new Map<string, { sent: number; received: number }>();
  let refused = 0;
  let messages = 0;

  const used = (month: string) => {
    const counts = months.get(month) ?? { sent: 0, received: 0 };
    months.set(month, counts);
    return counts;
  };
  const thisMonth = () => used(monthOf(clock.now(), zone));

  async function send(chatId: string): Promise<SendResult> {
    if (!got.has(chatId))
      return { kind: 'refused', reason: 'rejected', detail: 'has never written to the bot' };
    const counts = thisMonth();
    if (counts.sent + counts.received >= limits.messagesPerMonth) {
      refused += 1;
      return { kind: 'retry', afterMs: 3_600_000, reason: '429 quota exceeded', quotaUsedUp: true };
    }
    counts.sent += 1;
    got.set(chatId, (got.get(chatId) ?? 0) + 1);
    messages += 1;
    return { kind: 'sent', messageId: `${bot} ${messages}` };
  }

  return {
    channel: { bot, kind: 'zalo', limits: { botGapMs: 0, chatGapMs: 0, textLength: 2_000 }, send },
    writes(chatId) {
      if (!got.has(chatId)) got.set(chatId, 0);
      thisMonth().received += 1;
    },
    gotSoFar: (chatId) => got.get(chatId) ?? 0,
    people: () => got.size,
    used,
    refused: () => refused,
  };
}
