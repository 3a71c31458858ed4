import type { Api } from 'grammy';

import type { BotId, Channel, ChannelLimits, Choice, SendResult } from '#domain/channel.ts';
import type { Log } from '#domain/log.ts';
import { justSentMs, platformTime } from '#bot/platform-time.ts';
import { attempt, describeFailure, isTokenRefused, type TelegramFailure } from '#bot/telegram/attempt.ts';
import { sendResultOf } from '#bot/telegram/send-result.ts';

export interface TelegramChannelDeps {
  api: Pick<Api, 'sendMessage' | 'editMessageText' | 'answerCallbackQuery'>;
  bot: BotId;
  log: Log;
  fetchMedia?: Channel['fetchMedia'];
}

/**
 * Sends through the Bot API: choices as inline buttons, no markup, no previews of links. A text that is too long is
 * refused by Telegram (`rejected`): splitting it could send half of it twice.
 */
export function createTelegramChannel({ api, bot, log, fetchMedia }: TelegramChannelDeps): Channel {
  function failed(failure: TelegramFailure): SendResult {
    if (isTokenRefused(failure)) {
      log.error(
        { bot, answer: describeFailure(failure) },
        'token refused by Telegram: check TELEGRAM_BOT_TOKEN',
      );
    }
    return sendResultOf(failure);
  }

  return {
    bot,
    kind: 'telegram',
    limits: TELEGRAM_LIMITS,
    ...(fetchMedia && { fetchMedia }),

    async send(chatId, message) {
      const outcome = await attempt(() =>
        api.sendMessage(idOf(chatId), message.text, {
          link_preview_options: { is_disabled: true },
          ...(message.choices?.length && { reply_markup: keyboardOf(message.choices) }),
        }),
      );
      if (!outcome.ok) return failed(outcome.failure);
      const { message_id, date } = outcome.result;
      const shownAt = platformTime(date, { around: Date.now(), withinMs: justSentMs });
      return { kind: 'sent', messageId: String(message_id), ...(shownAt && { shownAt }) };
    },

    async retireChoices(chatId, messageId, text) {
      const outcome = await attempt(() =>
        api.editMessageText(idOf(chatId), Number(messageId), text, {
          link_preview_options: { is_disabled: true },
        }),
      );
      if (outcome.ok || isNotModified(outcome.failure)) return { kind: 'sent', messageId };
      return failed(outcome.failure);
    },

    async acknowledgeTap(callbackId) {
      const outcome = await attempt(() => api.answerCallbackQuery(callbackId));
      if (!outcome.ok) log.debug({ bot, answer: describeFailure(outcome.failure) }, 'tap not acknowledged');
    },
  };
}

/**
 * https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this: 30 messages a second, one a second
 * in a chat. 30 gaps of 34 ms last longer than any second; the chat's gap is a little over one, since what counts is
 * when messages arrive.
 */
const TELEGRAM_LIMITS: ChannelLimits = { botGapMs: 34, chatGapMs: 1050, textLength: 4096 };

function keyboardOf(choices: Choice[][]) {
  return {
    inline_keyboard: choices.map((row) =>
      row.map(({ label, data }) => ({ text: label, callback_data: data })),
    ),
  };
}

/** Chat ids are numbers of up to 52 bits; a public group may be named instead. */
function idOf(chatId: string): number | string {
  return /^-?\d+$/.test(chatId) ? Number(chatId) : chatId;
}

/** The buttons were gone already. */
function isNotModified(failure: TelegramFailure): boolean {
  return failure.kind === 'answered' && failure.description.includes('message is not modified');
}
