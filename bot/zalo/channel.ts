import type { BotId, Channel, ChannelLimits, OutgoingMessage, SendResult } from '#domain/channel.ts';
import type { Log } from '#domain/log.ts';
import type { SentMessage, ZaloApi } from '#bot/zalo/api.ts';
import { downloadMedia } from '#bot/zalo/download-media.ts';
import {
  describeFailure,
  isQuotaUsedUp,
  isTokenRefused,
  tokenRefused,
  type ZaloFailure,
} from '#bot/zalo/failure.ts';
import { createHalfSent } from '#bot/zalo/half-sent.ts';
import { renderForZalo, ZALO_TEXT_LENGTH } from '#bot/zalo/render.ts';
import { sendResultOf } from '#bot/zalo/send-result.ts';

export interface ZaloChannelDeps {
  api: Pick<ZaloApi, 'sendMessage'>;
  bot: BotId;
  log: Log;
  /** The origin of the operator's own Zalo server, if it is one: what people send may be there too. */
  trustedOrigin?: string | undefined;
  /** Time that only runs forward, ms; for how long a message has been under way. */
  now?(): number;
}

/**
 * Sends through the Zalo Bot Platform: plain text, choices as lines to be answered by typing; nothing can be edited.
 *
 * A text of more than 2000 characters goes out as several messages, one after the other. When one of them fails, this
 * process remembers how far it came, and the next try of the same text goes on there. Such a failure is `unknown` (some
 * of it has arrived, and another process would begin again), unless the bot as a whole has to wait.
 */
export function createZaloChannel({
  api,
  bot,
  log,
  trustedOrigin,
  now = () => performance.now(),
}: ZaloChannelDeps): Channel {
  const halfSent = createHalfSent(now);

  async function send(chatId: string, message: OutgoingMessage): Promise<SendResult> {
    const parts = renderForZalo(message);
    const detail = whyRejected(message, parts);
    if (detail) return { kind: 'refused', reason: 'rejected', detail };
    const began = now();
    let last: SentMessage = { messageId: '' };
    const first = halfSent.partsSent(chatId, parts);
    for (let at = first; at < parts.length; at += 1) {
      if (now() - began > BEGIN_NO_PART_AFTER_MS) {
        const detail = `${at} of ${parts.length} parts sent, the others follow`;
        return { kind: 'unknown', detail, parts: at - first };
      }
      const outcome = await api.sendMessage(chatId, parts[at] ?? '');
      if (!outcome.ok) {
        return { ...failed(outcome.failure, at, parts.length), ...(at > first ? { parts: at - first } : {}) };
      }
      last = outcome.result;
      halfSent.note(chatId, parts, at + 1);
    }
    const count = parts.length - first;
    return { kind: 'sent', ...last, ...(count > 1 ? { parts: count } : {}) };
  }

  function failed(failure: ZaloFailure, sent: number, parts: number): SendResult {
    if (isTokenRefused(failure)) log.error({ bot, answer: describeFailure(failure) }, tokenRefused);
    if (isQuotaUsedUp(failure)) log.error({ bot, answer: describeFailure(failure) }, quotaUsedUp);
    const result = sendResultOf(failure);
    if (sent === 0 || result.kind === 'unknown') return result;
    const halfway = `${sent} of ${parts} parts sent, then ${describeFailure(failure)}`;
    switch (result.kind) {
      case 'refused':
        return { ...result, detail: halfway };
      case 'retry':
        return isTokenRefused(failure) || result.quotaUsedUp
          ? { ...result, reason: halfway }
          : { kind: 'unknown', detail: halfway };
      case 'sent':
        return result;
    }
  }

  return {
    bot,
    kind: 'zalo',
    limits: ZALO_LIMITS,
    send,
    fetchMedia: async (what, source, signal) =>
      source.kind === 'url'
        ? downloadMedia(what, source.url, { trustedOrigin, signal })
        : { kind: 'refused', reason: 'gone', detail: 'Zalo knows no file ids' },
  };
}

/**
 * Zalo names no rate. Ten a second for the bot and one a second in a chat are far above what 3000 messages a month need.
 * A longer text is not refused but split.
 */
const ZALO_LIMITS: ChannelLimits = { botGapMs: 100, chatGapMs: 1000, textLength: ZALO_TEXT_LENGTH };

/** With the 15 s that the last send may take, all ends before the 30 s of a delivery's claim. */
const BEGIN_NO_PART_AFTER_MS = 12_000;

/** Telegram's longest text with all its choices makes three; more is a mistake that would eat the month's quota. */
const MOST_PARTS = 5;

const quotaUsedUp = "the bot's messages of this month are used up";

/** What Zalo would not take, and what another channel could not: a message may go by either. */
function whyRejected({ text, choices = [] }: OutgoingMessage, parts: string[]): string | undefined {
  if (text.trim() === '') return 'message text is empty';
  if (parts.length > MOST_PARTS) return `message is too long: ${parts.length} parts of ${MOST_PARTS}`;
  for (const { label, data } of choices.flat()) {
    if (label.trim() === '') return 'a choice has no label';
    const bytes = Buffer.byteLength(data);
    if (bytes === 0 || bytes > 64) return `a choice has ${bytes} bytes of data, 1 to 64 are taken`;
  }
  return undefined;
}
