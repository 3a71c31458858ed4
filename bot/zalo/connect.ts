import type { BotId, Channel } from '#domain/channel.ts';
import type { Log } from '#domain/log.ts';
import { backoffMs, wait as realWait, type Wait } from '#bot/backoff.ts';
import { createZaloApi, ZALO_API_ROOT, type ZaloApi, type ZaloSettings } from '#bot/zalo/api.ts';
import { createZaloChannel } from '#bot/zalo/channel.ts';
import { describeFailure, isTokenRefused, tokenRefused } from '#bot/zalo/failure.ts';

export interface ZaloConnection {
  kind: 'connected';
  api: ZaloApi;
  /** `zalo:<id of the bot's account>`. */
  bot: BotId;
  /** Opens the chat with the bot. It cannot carry a code: that is typed. */
  link: string;
  channel: Channel;
}

export type ConnectResult =
  | ZaloConnection
  /** Asking again will not help: the token is wrong. */
  | { kind: 'token-refused'; detail: string }
  | { kind: 'unreachable'; detail: string };

/** Asks once who the bot is. */
export async function connectZalo(settings: ZaloSettings, log: Log): Promise<ConnectResult> {
  const api = createZaloApi(settings);
  const outcome = await api.getMe();
  if (!outcome.ok) {
    const kind = isTokenRefused(outcome.failure) ? 'token-refused' : 'unreachable';
    return { kind, detail: describeFailure(outcome.failure) };
  }
  const { id, accountName } = outcome.result;
  const bot = `zalo:${id}`;
  const link = `https://zalo.me/${encodeURIComponent(accountName)}`;
  const trustedOrigin = ownOrigin(settings.apiRoot);
  return { kind: 'connected', api, bot, link, channel: createZaloChannel({ api, bot, log, trustedOrigin }) };
}

/** The origin of a server that is not Zalo's. */
function ownOrigin(apiRoot: string = ZALO_API_ROOT): string | undefined {
  const { origin } = new URL(apiRoot);
  return origin === ZALO_API_ROOT ? undefined : origin;
}

/**
 * Asks until Zalo answers, so that a start during an outage only delays this bot; undefined when the token is refused
 * (said in the log) or the signal aborts.
 */
export async function connectWhenReachable(
  settings: ZaloSettings,
  { log, signal, wait = realWait }: { log: Log; signal: AbortSignal; wait?: Wait },
): Promise<ZaloConnection | undefined> {
  for (let failures = 1; !signal.aborted; failures += 1) {
    const result = await connectZalo(settings, log);
    switch (result.kind) {
      case 'connected':
        return result;
      case 'token-refused':
        log.error({ answer: result.detail }, tokenRefused);
        return undefined;
      case 'unreachable':
        log.warn({ failures, answer: result.detail }, 'Zalo cannot be reached');
        await wait(backoffMs(failures), signal);
    }
  }
  return undefined;
}
