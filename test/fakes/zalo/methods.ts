import type { Chat, Chats, Received } from '#test/fakes/zalo/chats.ts';
import type { Quota } from '#test/fakes/zalo/quota.ts';
import type { UpdateQueue } from '#test/fakes/zalo/update-queue.ts';
import type { Webhook } from '#test/fakes/zalo/webhook.ts';
import type { Update } from '#test/fakes/zalo/wire.ts';

export type Answer =
  | { ok: true; result: unknown }
  | { ok: false; error_code: number; description: string }
  /** An answer to getUpdates, still to be put on the wire. */
  | { update: Update };

export type Params = Record<string, unknown>;

export type Method = (params: Params, hungUp: AbortSignal) => Answer | Promise<Answer>;

export interface MethodsDeps {
  account: { id: string; account_name: string };
  chats: Chats;
  quota: Quota;
  queue: UpdateQueue;
  webhook: Webhook;
  /** False: a poll whose caller has gone still takes the next update, and it is lost. */
  noticesHangUps: boolean;
  now(): number;
}

export function refuse(error_code: number, description: string): Answer {
  return { ok: false, error_code, description };
}

/** The methods of the platform, with its checks. Where codes are not documented, 400 with plain words. */
export function createMethods(deps: MethodsDeps): Record<string, Method> {
  const { account, chats, quota, queue, webhook, now } = deps;

  return {
    getMe: () => ({ ok: true, result: { ...account, account_type: 'BASIC', can_join_groups: false } }),

    sendMessage({ chat_id, text }) {
      const chat = chats.find(String(chat_id));
      const refusal = refusalOfText(text) ?? refusalOfChat(chat);
      if (refusal || !chat) return refusal ?? CHAT_NOT_FOUND;
      if (quota.isUsedUp()) return refuse(429, 'Quota exceeded');
      quota.count('sent');
      const message: Received = { messageId: chats.newMessageId(), text: String(text), at: now() };
      chat.messages.push(message);
      chat.transcript.push(`bot → ${message.text}`);
      return { ok: true, result: { message_id: message.messageId, date: now() } };
    },

    sendChatAction: ({ chat_id }) =>
      refusalOfChat(chats.find(String(chat_id))) ?? { ok: true, result: undefined },

    async getUpdates({ timeout = 30 }, hungUp) {
      if (webhook.isSet()) return refuse(400, 'Bad Request: getUpdates does not work while a webhook is set');
      const end = await queue.poll(Number(timeout) * 1000, deps.noticesHangUps ? hungUp : undefined);
      switch (end.kind) {
        case 'update':
          return { update: end.update };
        case 'idle':
          return refuse(408, 'Request timeout');
        case 'terminated':
          return refuse(409, 'Conflict: terminated by another getUpdates request');
      }
    },

    async setWebhook({ url, secret_token: secret }) {
      if (typeof secret !== 'string' || secret.length < 8 || secret.length > 256) {
        return refuse(400, 'Bad Request: secret_token must have 8 to 256 characters');
      }
      if (!URL.canParse(String(url))) return refuse(400, 'Bad Request: url is not valid');
      queue.endPoll();
      await webhook.set(String(url), secret);
      return { ok: true, result: webhook.info() };
    },

    async deleteWebhook() {
      await webhook.set('', '');
      return { ok: true, result: webhook.info() };
    },

    getWebhookInfo: () => ({ ok: true, result: webhook.info() }),
  };
}

const CHAT_NOT_FOUND = refuse(400, 'Bad Request: chat not found');

function refusalOfChat(chat: Chat | undefined): Answer | undefined {
  switch (chat?.standing) {
    case undefined:
    case 'stranger':
      return CHAT_NOT_FOUND;
    case 'blocked':
      return refuse(400, 'Bad Request: user has blocked the bot');
    case 'open':
      return undefined;
  }
}

function refusalOfText(text: unknown): Answer | undefined {
  if (typeof text !== 'string' || text.trim() === '') return refuse(400, 'Bad Request: text is empty');
  if (text.length > 2000) return refuse(400, 'Bad Request: text is longer than 2000 characters');
  // Seen once, for markup that was never opened or closed; here every brace counts.
  return /[{}]/.test(text) ? refuse(400, 'Bad Request: text cannot be parsed') : undefined;
}
