import { resolve } from 'node:path';
import { TELEGRAM_API_ROOT } from '#bot/telegram/api.ts';
import { ZALO_API_ROOT } from '#bot/zalo/api.ts';
import type { ChannelKind } from '#domain/channel.ts';
import type { Instant, ZoneName } from '#domain/time.ts';
import { textIn } from '#locales/text.ts';
import { type LogLevel, readSettings, type Settings } from '#app/settings.ts';

/** Everything that can be set, read once at the start; frozen. Holds secrets: never write it to a log as a whole. */
export interface Config {
  readonly database: DatabaseConfig;
  readonly host: string;
  readonly port: number;
  /** Where the outside reaches this server: scheme, host and port, without a path. */
  readonly publicUrl: string | undefined;
  readonly telegram: TelegramConfig | undefined;
  readonly zalo: ZaloConfig | undefined;
  /** Set in a rehearsal; `startAt` is where its clock is to stand at least. */
  readonly sandbox: { readonly startAt: Instant | undefined } | undefined;
  /** Ids of the directives that are on; undefined for those that are on by default. */
  readonly directives: readonly string[] | undefined;
  /** Channels in whose chats incidents may be told with addresses, ports and versions. */
  readonly showAddressesIn: readonly ChannelKind[];
  readonly zone: ZoneName;
  readonly logLevel: LogLevel;
}

export type DatabaseConfig =
  | { readonly kind: 'postgres'; readonly url: string }
  /** `folder` is absolute. */
  | { readonly kind: 'pglite'; readonly folder: string };

export interface TelegramConfig {
  readonly token: string;
  readonly apiRoot: string;
  readonly mode: ReceivingMode;
}

export interface ZaloConfig {
  /** One bot each. */
  readonly tokens: readonly string[];
  readonly apiRoot: string;
  readonly mode: ReceivingMode;
  /** What the plan allows each bot: people, and messages in a calendar month. */
  readonly usersPerBot: number;
  readonly messagesPerMonth: number;
  /** The last part of them that only urgent messages may use. */
  readonly reservePercent: number;
}

type ReceivingMode =
  | { readonly kind: 'polling' }
  | { readonly kind: 'webhook'; readonly publicUrl: string; readonly secret: string };

/** `problems` are sentences that say what to set; none repeats a secret. */
export type ReadConfig = { kind: 'ok'; config: Config } | { kind: 'invalid'; problems: string[] };

export function readConfig(env: Readonly<Record<string, string | undefined>>): ReadConfig {
  const read = readSettings(env);
  if (read.kind === 'invalid') return read;
  const { settings } = read;
  const hasChannel = Boolean(settings.TELEGRAM_BOT_TOKEN || settings.ZALO_BOT_TOKENS);
  const sandbox = settings.SANDBOX ?? !hasChannel;
  const problems = [
    ...tokenProblems(settings),
    ...webhookProblems(settings),
    ...sandboxProblems(settings, sandbox),
  ];
  return problems.length > 0
    ? { kind: 'invalid', problems }
    : { kind: 'ok', config: configFrom(settings, sandbox) };
}

const say = textIn('vi');

/** Telegram's own tokens have one shape; another server may make its own. */
function tokenProblems(settings: Settings): string[] {
  const { TELEGRAM_BOT_TOKEN: token } = settings;
  const wrong = token !== undefined && isPublic(apiRootOf(settings)) && !/^\d+:[\w-]+$/.test(token);
  return wrong ? [say('config-telegram-token')] : [];
}

function webhookProblems(settings: Settings): string[] {
  const { TELEGRAM_BOT_TOKEN, TELEGRAM_MODE, ZALO_BOT_TOKENS, ZALO_MODE, PUBLIC_URL, WEBHOOK_SECRET } =
    settings;
  const byTelegram = TELEGRAM_BOT_TOKEN !== undefined && TELEGRAM_MODE === 'webhook';
  const byZalo = ZALO_BOT_TOKENS !== undefined && ZALO_MODE === 'webhook';
  if (!byTelegram && !byZalo) return [];
  const setting = byTelegram ? 'TELEGRAM_MODE' : 'ZALO_MODE';
  return [
    ...(PUBLIC_URL?.startsWith('https://') ? [] : [say('config-webhook-public-url', { setting })]),
    ...(WEBHOOK_SECRET ? [] : [say('config-webhook-secret-missing', { setting })]),
    ...(byZalo && WEBHOOK_SECRET && WEBHOOK_SECRET.length < 8 ? [say('config-webhook-secret-short')] : []),
  ];
}

/** The room speaks for every officer without a password, so it stays on this machine and away from real chats. */
function sandboxProblems(settings: Settings, sandbox: boolean): string[] {
  if (!sandbox) return settings.SANDBOX_NOW ? [say('config-sandbox-now-off')] : [];
  const { TELEGRAM_BOT_TOKEN, ZALO_BOT_TOKENS, ZALO_API_ROOT: zaloRoot = ZALO_API_ROOT } = settings;
  const besideRealChats =
    (TELEGRAM_BOT_TOKEN !== undefined && isPublic(apiRootOf(settings))) ||
    (ZALO_BOT_TOKENS !== undefined && hostOf(zaloRoot) === hostOf(ZALO_API_ROOT));
  return [
    ...(besideRealChats ? [say('config-sandbox-public')] : []),
    ...(isLoopback(settings.HOST) ? [] : [say('config-sandbox-host')]),
  ];
}

function isPublic(apiRoot: string): boolean {
  return hostOf(apiRoot) === hostOf(TELEGRAM_API_ROOT);
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/\.$/, '');
}

function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host);
}

function apiRootOf({ TELEGRAM_API_ROOT: apiRoot = TELEGRAM_API_ROOT }: Settings): string {
  return apiRoot;
}

function configFrom(settings: Settings, sandbox: boolean): Config {
  return Object.freeze({
    database: Object.freeze(databaseFrom(settings)),
    host: settings.HOST,
    port: settings.PORT,
    publicUrl: settings.PUBLIC_URL,
    telegram: telegramFrom(settings),
    zalo: zaloFrom(settings),
    sandbox: sandbox ? Object.freeze({ startAt: settings.SANDBOX_NOW }) : undefined,
    directives: settings.DIRECTIVES && Object.freeze(settings.DIRECTIVES),
    showAddressesIn: Object.freeze(settings.SHOW_ADDRESSES_IN),
    zone: settings.TZ_NAME,
    logLevel: settings.LOG_LEVEL,
  });
}

function databaseFrom({ DATABASE_URL, DATA_DIR }: Settings): DatabaseConfig {
  return DATABASE_URL
    ? { kind: 'postgres', url: DATABASE_URL }
    : { kind: 'pglite', folder: resolve(DATA_DIR) };
}

function telegramFrom(settings: Settings): TelegramConfig | undefined {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_MODE } = settings;
  if (!token) return undefined;
  return Object.freeze({ token, apiRoot: apiRootOf(settings), mode: modeFrom(TELEGRAM_MODE, settings) });
}

function zaloFrom(settings: Settings): ZaloConfig | undefined {
  const { ZALO_BOT_TOKENS: tokens, ZALO_API_ROOT: apiRoot = ZALO_API_ROOT, ZALO_MODE } = settings;
  if (!tokens) return undefined;
  return Object.freeze({
    ...{ tokens: Object.freeze(tokens), apiRoot, mode: modeFrom(ZALO_MODE, settings) },
    ...{ usersPerBot: settings.ZALO_BOT_USERS, messagesPerMonth: settings.ZALO_MONTHLY_MESSAGES },
    reservePercent: settings.ZALO_RESERVE_PERCENT,
  });
}

function modeFrom(mode: 'polling' | 'webhook', { PUBLIC_URL, WEBHOOK_SECRET }: Settings): ReceivingMode {
  return Object.freeze(
    mode === 'webhook' && PUBLIC_URL && WEBHOOK_SECRET
      ? { kind: 'webhook', publicUrl: PUBLIC_URL, secret: WEBHOOK_SECRET }
      : { kind: 'polling' },
  );
}
