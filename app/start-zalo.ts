import type { FastifyPluginAsync } from 'fastify';
import { connectWhenReachable, type ZaloConnection } from '#bot/zalo/connect.ts';
import { newPollCounters, type PollCounters, pollUpdates } from '#bot/zalo/poll-updates.ts';
import { untilWebhookIsSet } from '#bot/set-webhook.ts';
import { setZaloWebhook } from '#bot/zalo/set-webhook.ts';
import type { BotId, IncomingMessage } from '#domain/channel.ts';
import type { Log } from '#domain/log.ts';
import { underLease } from '#scheduler/hold-lease.ts';
import { untilArrived } from '#scheduler/until-arrived.ts';
import type { KnownBot } from '#storage/queries/bots.ts';
import { zaloWebhook, zaloWebhookPath } from '#web/zalo-webhook.ts';
import { abortsAfter } from '#app/abort-later.ts';
import { type ChannelDeps, workTogether } from '#app/channel-work.ts';
import type { ZaloConfig } from '#app/config.ts';
import { botOfToken } from '#app/configured-bots.ts';

interface ZaloDeps extends ChannelDeps {
  settings: ZaloConfig;
  /** A bot has said who it is: where people find it. */
  onConnected(bot: KnownBot): Promise<void>;
  /** How long after the stop an update that has arrived and cannot be stored is still tried, ms. */
  giveUpAfterMs?: number;
}

/** Less than the ten seconds after which `docker stop` kills: what is lost is said before that. */
const defaultGiveUpAfterMs = 8_000;

/** What one bot's polling needs over all the times that this process holds its lease. */
interface Polled {
  counters: PollCounters;
  giveUp: AbortSignal;
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
  const receive = async (message: IncomingMessage) => {
    await untilArrived(deps.leases.store, message);
    await deps.receive({ ...message, withoutButtons: true });
  };
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
  const polled: Polled = {
    counters: newPollCounters(),
    giveUp: abortsAfter(signal, deps.giveUpAfterMs ?? defaultGiveUpAfterMs),
  };
  const work = (held: AbortSignal) =>
    workTogether(
      [
        (until) => deps.deliverFor(connection.channel, until),
        (until) => receiving(deps, connection, polled, until),
      ],
      held,
    );
  await underLease(deps.leases, bot, work, signal);
}

async function receiving(
  deps: ZaloDeps,
  { api, bot }: ZaloConnection,
  polled: Polled,
  signal: AbortSignal,
): Promise<void> {
  const { settings, receive, log } = deps;
  if (settings.mode.kind === 'polling') {
    await pollUpdates({ api, bot, receive, signal, log, ...polled });
    return sayCounted(log, bot, polled.counters);
  }
  const url = new URL(zaloWebhookPath(bot), settings.mode.publicUrl).href;
  const { secret } = settings.mode;
  await untilWebhookIsSet(() => setZaloWebhook(api, { url, secret }), { bot, log, signal });
}

/**
 * How many updates there were since the process began to work, and what became of them. Each stop cuts the open poll, which
 * Zalo may or may not notice before it gives it an update.
 */
function sayCounted(log: Log, bot: BotId, counters: PollCounters): void {
  const line = { bot, ...counters };
  if (counters.lost > 0) {
    log.error(line, 'polling of Zalo has ended; updates that had arrived could not be stored and are lost');
  } else if (counters.perhapsLost > 1) {
    log.warn(line, 'polling of Zalo has ended; each poll that broke off may have taken one update with it');
  } else {
    log.info(line, 'polling of Zalo has ended; all that had arrived is stored');
  }
}
