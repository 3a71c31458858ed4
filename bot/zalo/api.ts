import * as z from 'zod';

import { justSentMs, platformTime } from '#bot/platform-time.ts';
import { createZaloCall } from '#bot/zalo/call.ts';
import type { Outcome } from '#bot/zalo/failure.ts';
import type { Instant } from '#domain/time.ts';

export interface ZaloSettings {
  /** `<id>:<secret>`. It is in the URL of every call, so it never leaves this file and `call.ts`. */
  token: string;
  /** Default: Zalo's public server. */
  apiRoot?: string | undefined;
  /**
   * How long a call may take, ms; a long poll adds its own time. Default 15 s: longer than the 10 s after which a
   * connection counts as failed (then nothing was sent), shorter than the 30 s of a delivery's claim.
   */
  timeoutMs?: number | undefined;
  /** How long a poll that is stopped still waits for an answer that may be under way, ms. */
  inFlightMs?: number | undefined;
}

export const ZALO_API_ROOT = 'https://bot-api.zaloplatforms.com';

/**
 * The methods of the Zalo Bot Platform that the product calls. They never reject: whatever can go wrong out there is a
 * value. https://docs.zaloplatforms.com/docs/BOT
 */
export interface ZaloApi {
  getMe(): Promise<Outcome<ZaloAccount>>;
  /** Plain text, 1–2000 characters. */
  sendMessage(chatId: string, text: string): Promise<Outcome<SentMessage>>;
  /**
   * What has come, as it came: one update, or none after so many seconds. There is no offset and no acknowledgement: an
   * update that was given is given to nobody again.
   */
  getUpdates(timeoutSeconds: number, stop?: AbortSignal): Promise<Outcome<unknown[]>>;
  /** Takes effect even where Zalo's probe of the URL fails. `secret`: 8–256 characters. */
  setWebhook(webhook: { url: string; secret: string }): Promise<Outcome<unknown>>;
  deleteWebhook(stop?: AbortSignal): Promise<Outcome<unknown>>;
}

export interface SentMessage {
  messageId: string;
  /** By Zalo's clock; absent where the answer has none. */
  shownAt?: Instant;
}

interface ZaloAccount {
  id: string;
  /** As in `https://zalo.me/<accountName>`. */
  accountName: string;
}

export function createZaloApi({
  token,
  apiRoot,
  timeoutMs = 15_000,
  inFlightMs = 500,
}: ZaloSettings): ZaloApi {
  const call = createZaloCall({ token, apiRoot: (apiRoot ?? ZALO_API_ROOT).replace(/\/+$/, '') });

  const stopping = (stop: AbortSignal | undefined) => (stop ? { stop, inFlightMs } : {});

  return {
    async getMe() {
      return read(accountSchema, await call('getMe', {}, { timeoutMs }));
    },

    async sendMessage(chatId, text) {
      return read(sentSchema, await call('sendMessage', { chat_id: chatId, text }, { timeoutMs }));
    },

    async getUpdates(timeoutSeconds, stop) {
      const outcome = await call(
        'getUpdates',
        { timeout: timeoutSeconds },
        { ...stopping(stop), timeoutMs: timeoutSeconds * 1000 + Math.min(timeoutMs, POLL_SLACK_MS) },
      );
      if (!outcome.ok) return isIdle(outcome) ? { ok: true, result: [] } : outcome;
      return { ok: true, result: updatesIn(outcome.result) };
    },

    setWebhook: ({ url, secret }) =>
      call('setWebhook', { url, secret_token: secret }, { timeoutMs: timeoutMs + PROBE_MS }),

    deleteWebhook: (stop) => call('deleteWebhook', {}, { ...stopping(stop), timeoutMs }),
  };
}

/** How much later than asked for an empty answer may come, ms. */
const POLL_SLACK_MS = 10_000;
/** Zalo looks at the URL before it answers, ms. */
const PROBE_MS = 10_000;

const idSchema = z.union([z.number().int(), z.string().min(1)]).transform(String);

const accountSchema = z
  .object({ id: idSchema, account_name: z.string().min(1).optional().catch(undefined) })
  .transform(({ id, account_name }) => ({ id, accountName: account_name ?? id }));

/** A message that was taken was taken, whatever else the answer says: trying again would double it. */
const sentSchema = z
  .object({ message_id: idSchema, date: z.unknown() })
  .catch({ message_id: 'unnamed', date: undefined })
  .transform(({ message_id, date }): SentMessage => {
    const shownAt = platformTime(date, { around: Date.now(), withinMs: justSentMs });
    return { messageId: message_id, ...(shownAt && { shownAt }) };
  });

function read<Result>(schema: z.ZodType<Result>, outcome: Outcome<unknown>): Outcome<Result> {
  if (!outcome.ok) return outcome;
  const parsed = schema.safeParse(outcome.result);
  if (parsed.success) return { ok: true, result: parsed.data };
  return { ok: false, failure: { kind: 'unanswered', detail: 'an answer of another shape' } };
}

/** An empty poll ends with an error of its own. */
function isIdle(outcome: Outcome<unknown>): boolean {
  return !outcome.ok && outcome.failure.kind === 'answered' && outcome.failure.code === 408;
}

/** One, by the documents; should it ever be a list, nothing of it is to be lost. */
function updatesIn(result: unknown): unknown[] {
  const all = Array.isArray(result) ? result : [result];
  return all.filter((one) => typeof one === 'object' && one !== null && Object.keys(one).length > 0);
}
