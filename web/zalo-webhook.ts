import type { FastifyInstance, FastifyPluginAsync } from 'fastify';

import type { BotId, IncomingMessage } from '#domain/channel.ts';
import type { Log } from '#domain/log.ts';
import { outlineOf, parseUpdate } from '#bot/zalo/parse-update.ts';
import { isSameSecret } from './same-secret.ts';

/** Where Zalo posts the updates of a bot (`zalo:123`): `/webhooks/zalo/123`. */
export function zaloWebhookPath(bot: BotId): string {
  return `/webhooks/zalo/${encodeURIComponent(bot.replace(/^zalo:/, ''))}`;
}

export interface ZaloWebhookDeps {
  /** What `setZaloWebhook` was given for this bot; undefined for a bot that is not ours. */
  secretOf(bot: BotId): string | undefined;
  /** Resolves once the message is stored; rejects when it could not be. */
  receive(message: IncomingMessage): Promise<void>;
  log: Log;
}

/**
 * Takes Zalo's posts: 200 as soon as the update is stored (or there is nothing to read in it), 500 when it could not be.
 * Zalo looks at the URL with a post that may carry no secret and no body: that is answered with 200 and does nothing,
 * before a body is read. A wrong secret is answered with 401.
 */
export function zaloWebhook({ secretOf, receive, log }: ZaloWebhookDeps): FastifyPluginAsync {
  return async (server) => {
    takeAnyJson(server);

    server.addHook<{ Params: { bot: string } }>('onRequest', async (request, reply) => {
      const bot = `zalo:${request.params.bot}`;
      const secret = secretOf(bot);
      if (secret === undefined) return reply.code(404).send({ ok: false });
      const given = request.headers['x-bot-api-secret-token'];
      if (given === undefined) {
        log.warn({ bot, ip: request.ip }, 'post to the webhook without its secret: nothing was taken');
        return reply.send({ ok: true });
      }
      if (isSameSecret(given, secret)) return undefined;
      log.warn({ bot, ip: request.ip }, 'post to the webhook with a wrong secret');
      return reply.code(401).send({ ok: false });
    });

    server.post<{ Params: { bot: string } }>(
      '/webhooks/zalo/:bot',
      { bodyLimit: BODY_LIMIT },
      async (request, reply) => {
        const bot = `zalo:${request.params.bot}`;
        if (request.body == null) return { ok: true };
        const message = parseUpdate(bot, request.body, Date.now());
        if (message === undefined) {
          log.warn({ bot, ...outlineOf(request.body) }, 'update skipped: nothing to read in it');
          return { ok: true };
        }
        try {
          await receive(message);
          return { ok: true };
        } catch (err) {
          log.error({ err, bot, updateId: message.updateId }, 'update not stored: Zalo may post it again');
          return reply.code(500).send({ ok: false });
        }
      },
    );
  };
}

/** Bytes; a message of 2000 characters with every field that Zalo adds stays far below. */
const BODY_LIMIT = 256 * 1024;

/** An empty body is a probe, whatever its type says; any other has to be JSON, whatever its type says. */
function takeAnyJson(server: FastifyInstance): void {
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parseJson(request, String(body), done);
  });
}
