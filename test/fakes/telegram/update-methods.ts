import { type Answer, type Params, refuse } from '#test/fakes/telegram/methods.ts';
import type { UpdateQueue } from '#test/fakes/telegram/update-queue.ts';
import type { createWebhook } from '#test/fakes/telegram/webhook.ts';

export interface UpdateMethodsDeps {
  queue: UpdateQueue;
  webhook: ReturnType<typeof createWebhook>;
  withoutLongPoll: boolean;
  minimal: boolean;
}

/** getUpdates, the webhook's methods and the command menu. */
export function createUpdateMethods({ queue, webhook, withoutLongPoll, minimal }: UpdateMethodsDeps) {
  const allow = (params: Params) => {
    if (!minimal && Array.isArray(params.allowed_updates)) queue.allow(params.allowed_updates);
  };

  const known = {
    async getUpdates(params: Params, hungUp: AbortSignal): Promise<Answer> {
      if (webhook.isSet()) return refuse(409, WEBHOOK_ACTIVE);
      allow(params);
      const end = await queue.poll({
        offset: Number(params.offset ?? 0),
        limit: Math.min(100, Math.max(1, Number(params.limit ?? 100))),
        timeoutMs: withoutLongPoll ? 0 : Number(params.timeout ?? 0) * 1000,
        hungUp,
      });
      if (end.kind === 'terminated') return refuse(409, `Conflict: terminated by ${end.by}`);
      return { ok: true, result: end.updates };
    },

    deleteWebhook(params: Params): Answer {
      webhook.set('', undefined);
      if (params.drop_pending_updates === true) queue.confirm(Number.POSITIVE_INFINITY);
      return { ok: true, result: true };
    },
  };
  if (minimal) return known;

  return {
    ...known,

    setWebhook(params: Params): Answer {
      const secret = params.secret_token as string | undefined;
      if (secret !== undefined && !/^[\w-]{1,256}$/.test(secret)) {
        return refuse(400, 'Bad Request: secret token contains unallowed characters');
      }
      allow(params);
      queue.endPoll('setWebhook request');
      webhook.set(String(params.url ?? ''), secret);
      return { ok: true, result: true };
    },

    getWebhookInfo: (): Answer => ({ ok: true, result: webhook.info() }),

    setMyCommands(params: Params): Answer {
      const commands = (params.commands ?? []) as { command: string; description: string }[];
      if (!commands.every(({ command }) => /^[a-z0-9_]{1,32}$/.test(command))) {
        return refuse(400, 'Bad Request: BOT_COMMAND_INVALID');
      }
      if (!commands.every(({ description }) => description.length >= 1 && description.length <= 256)) {
        return refuse(400, 'Bad Request: BOT_COMMAND_DESCRIPTION_INVALID');
      }
      return { ok: true, result: true };
    },
  };
}

const WEBHOOK_ACTIVE =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
