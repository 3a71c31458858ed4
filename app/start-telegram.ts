import type { FastifyPluginAsync } from 'fastify';
import { offerCommands } from '#bot/telegram/command-menu.ts';
import { connectWhenReachable, type TelegramConnection } from '#bot/telegram/connect.ts';
import { pollUpdates } from '#bot/telegram/poll-updates.ts';
import { setTelegramWebhook } from '#bot/telegram/set-webhook.ts';
import type { Channel, IncomingMessage } from '#domain/channel.ts';
import type { Log } from '#domain/log.ts';
import { textIn } from '#locales/text.ts';
import { underLease, type LeaseDeps } from '#scheduler/hold-lease.ts';
import { TELEGRAM_WEBHOOK_PATH, telegramWebhook } from '#web/telegram-webhook.ts';
import type { TelegramConfig } from '#app/config.ts';

interface TelegramDeps {
  settings: TelegramConfig;
  receive(message: IncomingMessage): Promise<void>;
  deliverFor(channel: Channel, signal: AbortSignal): Promise<void>;
  leases: LeaseDeps;
  log: Log;
}

/**
 * Connects Telegram in the background (a start during an outage only delays this channel), then delivers and, by polling,
 * receives under the bot's lease. With a webhook every process receives; the update's transaction keeps order.
 */
export function startTelegram(
  deps: TelegramDeps,
  signal: AbortSignal,
): { done: Promise<void>; plugins: FastifyPluginAsync[] } {
  const { settings, log } = deps;
  let channel: Channel | undefined;
  const receive = async (message: IncomingMessage) => {
    await deps.receive(message);
    acknowledge(channel, message);
  };
  const webhook = settings.mode.kind === 'webhook' ? settings.mode : undefined;
  const bot = `telegram:${settings.token.split(':')[0]}`;
  const onConnected = (connection: TelegramConnection) => {
    channel = connection.channel;
  };
  return {
    done: run({ ...deps, receive }, onConnected, signal),
    plugins: webhook ? [telegramWebhook({ bot, secret: webhook.secret, receive, log })] : [],
  };
}

/** The button stops turning. Best effort, after the commit: what the tap asked for is done or not without it. */
function acknowledge(channel: Channel | undefined, { content }: IncomingMessage): void {
  if (content.kind !== 'tap' || !content.callbackId) return;
  channel?.acknowledgeTap?.(content.callbackId).catch(() => {});
}

async function run(
  deps: TelegramDeps,
  onConnected: (connection: TelegramConnection) => void,
  signal: AbortSignal,
): Promise<void> {
  const { settings, log } = deps;
  const connection = await connectWhenReachable(
    { token: settings.token, apiRoot: settings.apiRoot },
    { log, signal },
  );
  if (!connection) return;
  onConnected(connection);
  log.info({ bot: connection.bot, username: connection.username }, 'Telegram is connected');
  await offerCommands({ ...connection, log }, commandMenus());
  await underLease(deps.leases, connection.bot, (held) => work(deps, connection, held), signal);
}

/** Delivers and receives until the lease is lost; when one of them fails, the other is stopped too, and both begin again. */
async function work(deps: TelegramDeps, connection: TelegramConnection, held: AbortSignal): Promise<void> {
  const failed = new AbortController();
  const signal = AbortSignal.any([held, failed.signal]);
  const parts = [deps.deliverFor(connection.channel, signal), receiving(deps, connection, signal)];
  const ends = await Promise.allSettled(parts.map((part) => part.catch(stopOthers)));
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure) throw failure.reason;

  function stopOthers(error: unknown): never {
    failed.abort();
    throw error;
  }
}

async function receiving(
  deps: TelegramDeps,
  { api, bot }: TelegramConnection,
  signal: AbortSignal,
): Promise<void> {
  const { settings, receive, log } = deps;
  if (settings.mode.kind === 'polling') return pollUpdates({ api, bot, receive, signal, log });
  const url = new URL(TELEGRAM_WEBHOOK_PATH, settings.mode.publicUrl).href;
  const outcome = await setTelegramWebhook(api, { url, secret: settings.mode.secret });
  if (outcome.kind === 'failed') log.error({ bot, answer: outcome.detail }, 'the webhook could not be set');
}

const commands = ['baocao', 'chuabaocao', 'lich', 'trogiup', 'huy'] as const;

function commandMenus() {
  return (['vi', 'en'] as const).map((language) => ({
    // Vietnamese is for everyone whose app speaks anything else.
    ...(language === 'vi' ? {} : { language }),
    commands: commands.map((command) => ({ command, description: textIn(language)(`command-${command}`) })),
  }));
}
