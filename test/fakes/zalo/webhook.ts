import { setTimeout as delay } from 'node:timers/promises';

import type { UpdateQueue } from '#test/fakes/zalo/update-queue.ts';
import type { Update } from '#test/fakes/zalo/wire.ts';

export interface WebhookDeps {
  queue(): UpdateQueue;
  wire(update: Update): object;
  /** How often a post that is not answered with 2xx is made; Zalo does not say. */
  tries: number;
  /** Where a post to this address really goes, as a proxy has it; undefined while nobody listens there. */
  route(url: string): string | undefined;
  /** Told of an update that was taken. */
  onGiven(update: Update): void;
  /** Told of an update that nobody took. */
  onLost(update: Update): void;
}

/** Posts what waits to the address that the bot gave, in order. Zalo asks for https; here http on this machine will do. */
export function createWebhook({ queue, wire, tries, route, onGiven, onLost }: WebhookDeps) {
  let target: { url: string; secret: string } | undefined;
  let isPosting = false;
  let updatedAt = Date.now();

  async function post(): Promise<void> {
    if (isPosting) return;
    isPosting = true;
    try {
      for (let update = target && queue().shift(); update; update = target && queue().shift()) {
        if (await postOften(update)) onGiven(update);
        else onLost(update);
      }
    } finally {
      isPosting = false;
    }
  }

  async function postOften(update: Update): Promise<boolean> {
    const body = JSON.stringify(wire(update));
    for (let tried = 1; tried <= tries && target; tried += 1) {
      if (await postOnce(route(target.url), body, { 'x-bot-api-secret-token': target.secret })) return true;
      await delay(RETRY_MS);
    }
    return false;
  }

  return {
    /** The address is saved whatever the probe of it says; that carries neither secret nor body. */
    async set(url: string, secret: string): Promise<void> {
      updatedAt = Date.now();
      target = url === '' ? undefined : { url, secret };
      if (target) await postOnce(route(url), undefined, {});
      void post();
    },
    isSet: () => target !== undefined,
    post: () => void post(),
    info: () => ({ url: target?.url ?? '', updated_at: updatedAt }),
  };
}

export type Webhook = ReturnType<typeof createWebhook>;

/** Zalo waits longer; a test should not. */
const RETRY_MS = 50;

async function postOnce(
  url: string | undefined,
  body: string | undefined,
  headers: Record<string, string>,
): Promise<boolean> {
  if (url === undefined) return false;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'user-agent': 'Java/17.0.9',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
