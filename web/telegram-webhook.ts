import type { FastifyPluginAsync } from 'fastify';

import type { BotId, IncomingMessage } from '#domain/channel.ts';
import type { Log } from '#domain/log.ts';
import { parseUpdate } from '#bot/telegram/parse-update.ts';
import { isSameSecret } from './same-secret.ts';

export const TELEGRAM_WEBHOOK_PATH = '/webhooks/telegram';

export interface TelegramWebhookDeps {
  bot: BotId;
  /** What `setTelegramWebhook` was given. */
  secret: string;
  /** Resolves once the message is stored; rejects when it could not be. */
  receive(message: IncomingMessage): Promise<void>;
  log: Log;
}

/**
 * Takes Telegram's posts: 200 once the update is stored (or there is nothing to read in it), 500 when it could not be,
 * whereupon Telegram posts it again; 401 without the secret, before a body is read.
 * https://core.telegram.org/bots/api#setwebhook
 */
export function telegramWebhook({ bot, secret, receive, log }: TelegramWebhookDeps): FastifyPluginAsync {
  return async (server) => {
    server.removeContentTypeParser('text/plain');

    server.addHook('onRequest', async (request, reply) => {
      if (isSameSecret(request.headers['x-telegram-bot-api-secret-token'], secret)) return;
      log.warn({ bot, ip: request.ip }, 'post to the webhook without its secret');
      await reply.code(401).send({ ok: false });
    });

    server.post(TELEGRAM_WEBHOOK_PATH, { bodyLimit: BODY_LIMIT }, async (request, reply) => {
      const message = parseUpdate(bot, request.body, Date.now());
      if (message === undefined) {
        log.warn({ bot, fields: Object.keys(request.body ?? {}) }, 'update skipped: nothing to read in it');
        return { ok: true };
      }
      try {
        await receive(message);
        return { ok: true };
      } catch (err) {
        log.error({ err, bot, updateId: message.updateId }, 'update not stored: Telegram posts it again');
        return reply.code(500).send({ ok: false });
      }
    });
  };
}

/** Bytes; a message of 4096 characters with every field that Telegram adds stays below 64 KiB. */
const BODY_LIMIT = 256 * 1024;
