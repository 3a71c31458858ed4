import type { FastifyPluginAsync } from 'fastify';
import { untilWebhookIsSet } from '#bot/set-webhook.ts';
import { offerCommands } from '#bot/telegram/command-menu.ts';
import { connectWhenReachable, type TelegramConnection } from '#bot/telegram/connect.ts';
import { pollUpdates } from '#bot/telegram/poll-updates.ts';
import { setTelegramWebhook } from '#bot/telegram/set-webhook.ts';
import type { Channel, IncomingMessage } from '#domain/channel.ts';
import { textIn } from '#locales/text.ts';
import { underLease } from '#scheduler/hold-lease.ts';
import type { KnownBot } from '#storage/queries/bots.ts';
import { TELEGRAM_WEBHOOK_PATH, telegramWebhook } from '#web/telegram-webhook.ts';
import { type ChannelDeps, workTogether } from '#app/channel-work.ts';
import type { TelegramConfig } from '#app/config.ts';
import { botOfToken } from '#app/configured-bots.ts';

interface TelegramDeps extends ChannelDeps {
  settings: TelegramConfig;
  /** The bot has said who it is: where people find it. */
  onConnected(bot: KnownBot): Promise<void>;
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
  const bot = botOfToken('telegram', settings.token);
  return {
    done: run({ ...deps, receive }, signal, (connection) => {
      channel = connection.channel;
    }),
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
  signal: AbortSignal,
  connected: (connection: TelegramConnection) => void,
): Promise<void> {
  const { settings, log } = deps;
  const connection = await connectWhenReachable(
    { token: settings.token, apiRoot: settings.apiRoot },
    { log, signal },
  );
  if (!connection) return;
  connected(connection);
  const { bot, username } = connection;
  log.info({ bot, username }, 'Telegram is connected');
  await deps.onConnected({
    bot,
    channel: 'telegram',
    name: `@${username}`,
    link: `https://t.me/${username}`,
  });
  await offerCommands({ ...connection, log }, commandMenus());
  const work = (held: AbortSignal) =>
    workTogether(
      [(until) => deps.deliverFor(connection.channel, until), (until) => receiving(deps, connection, until)],
      held,
    );
  await underLease(deps.leases, connection.bot, work, signal);
}

async function receiving(
  deps: TelegramDeps,
  { api, bot }: TelegramConnection,
  signal: AbortSignal,
): Promise<void> {
  const { settings, receive, log } = deps;
  if (settings.mode.kind === 'polling') return pollUpdates({ api, bot, receive, signal, log });
  const url = new URL(TELEGRAM_WEBHOOK_PATH, settings.mode.publicUrl).href;
  const { secret } = settings.mode;
  await untilWebhookIsSet(() => setTelegramWebhook(api, { url, secret }), { bot, log, signal });
}

const commands = ['suco', 'baocao', 'chuabaocao', 'lich', 'lienket', 'trogiup', 'huy'] as const;

function commandMenus() {
  return (['vi', 'en'] as const).map((language) => ({
    // Vietnamese is for everyone whose app speaks anything else.
    ...(language === 'vi' ? {} : { language }),
    commands: commands.map((command) => ({ command, description: textIn(language)(`command-${command}`) })),
  }));
}
