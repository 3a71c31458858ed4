import type { FastifyPluginAsync } from 'fastify';
import { connectWhenReachable, type ZaloConnection } from '#bot/zalo/connect.ts';
import { pollUpdates } from '#bot/zalo/poll-updates.ts';
import { untilWebhookIsSet } from '#bot/set-webhook.ts';
import { setZaloWebhook } from '#bot/zalo/set-webhook.ts';
import type { BotId, IncomingMessage } from '#domain/channel.ts';
import { underLease } from '#scheduler/hold-lease.ts';
import type { KnownBot } from '#storage/queries/bots.ts';
import { zaloWebhook, zaloWebhookPath } from '#web/zalo-webhook.ts';
import { type ChannelDeps, workTogether } from '#app/channel-work.ts';
import type { ZaloConfig } from '#app/config.ts';
import { botOfToken } from '#app/configured-bots.ts';

interface ZaloDeps extends ChannelDeps {
  settings: ZaloConfig;
  /** A bot has said who it is: where people find it. */
  onConnected(bot: KnownBot): Promise<void>;
}

/**
 * Connects each of the Zalo bots in the background, then delivers and, by polling, receives under that bot's lease. A poll
 * gives an update at most once, so one inside an answer dies with the process; the webhook is the safer way.
 */
export function startZalo(
  deps: ZaloDeps,
  signal: AbortSignal,
): { done: Promise<void>; plugins: FastifyPluginAsync[] } {
  const { settings, log } = deps;
  const receive = (message: IncomingMessage) => deps.receive({ ...message, withoutButtons: true });
  const webhook = settings.mode.kind === 'webhook' ? settings.mode : undefined;
  // What is posted before the bot has said who it is is not turned away.
  const ours = new Set<BotId>(settings.tokens.map((token) => botOfToken('zalo', token)));
  const running = settings.tokens.map((token) => run({ ...deps, receive }, token, ours, signal));
  return {
    done: Promise.all(running).then(() => undefined),
    plugins: webhook
      ? [zaloWebhook({ secretOf: (bot) => (ours.has(bot) ? webhook.secret : undefined), receive, log })]
      : [],
  };
}

async function run(deps: ZaloDeps, token: string, ours: Set<BotId>, signal: AbortSignal): Promise<void> {
  const { settings, log } = deps;
  const connection = await connectWhenReachable({ token, apiRoot: settings.apiRoot }, { log, signal });
  if (!connection) return;
  const { bot, link } = connection;
  ours.add(bot);
  log.info({ bot, link }, 'Zalo is connected');
  await deps.onConnected({ bot, channel: 'zalo', name: link.replace('https://', ''), link });
  const work = (held: AbortSignal) =>
    workTogether(
      [(until) => deps.deliverFor(connection.channel, until), (until) => receiving(deps, connection, until)],
      held,
    );
  await underLease(deps.leases, bot, work, signal);
}

async function receiving(deps: ZaloDeps, { api, bot }: ZaloConnection, signal: AbortSignal): Promise<void> {
  const { settings, receive, log } = deps;
  if (settings.mode.kind === 'polling') {
    const counted = await pollUpdates({ api, bot, receive, signal, log });
    log.info({ bot, ...counted }, 'polling of Zalo has ended');
    return;
  }
  const url = new URL(zaloWebhookPath(bot), settings.mode.publicUrl).href;
  const { secret } = settings.mode;
  await untilWebhookIsSet(() => setZaloWebhook(api, { url, secret }), { bot, log, signal });
}
