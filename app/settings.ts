import { IANAZone } from 'luxon';
import { z } from 'zod';
import { channelKinds } from '#domain/channel.ts';
import type { Instant } from '#domain/time.ts';
import { textIn } from '#locales/text.ts';
import { shippedDirectiveIds } from '#app/shipped-directives.ts';

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The settings one by one, under the names they have in the environment; what they mean together is `config.ts`. */
export type Settings = z.infer<typeof settingsSchema>;

type ReadSettings = { kind: 'ok'; settings: Settings } | { kind: 'invalid'; problems: string[] };

/** Empty counts as not set, as in a `.env` whose lines are left blank. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): ReadSettings {
  const filled = Object.entries(env).flatMap(([name, value]) => {
    const trimmed = value?.trim();
    return trimmed ? [[name, trimmed] as const] : [];
  });
  const parsed = settingsSchema.safeParse(Object.fromEntries(filled));
  if (parsed.success) return { kind: 'ok', settings: parsed.data };
  return { kind: 'invalid', problems: [...new Set(parsed.error.issues.map(({ message }) => message))] };
}

const say = textIn('vi');

const webAddress = (message: string) => z.url({ protocol: /^https?$/, error: message });

const count = (message: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,6}$/, message)
    .transform(Number);

const settingsSchema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: say('config-database-url') }).optional(),
  DATA_DIR: z.string().default('./data'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .default('3000')
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, say('config-port'))
    .transform(Number),
  PUBLIC_URL: webAddress(say('config-public-url'))
    .refine(hasNoPath, say('config-public-url'))
    .transform((text) => new URL(text).origin)
    .optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^[\w:.-]+$/, say('config-telegram-token'))
    .optional(),
  TELEGRAM_API_ROOT: webAddress(say('config-telegram-api-root')).optional(),
  TELEGRAM_MODE: z.enum(['polling', 'webhook'], say('config-telegram-mode')).default('polling'),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, say('config-webhook-secret'))
    .optional(),
  ZALO_BOT_TOKENS: z
    .string()
    .transform((text) => [...new Set(text.split(',').map((token) => token.trim()))].filter(Boolean))
    .refine((tokens) => tokens.every((token) => /^[\w:.-]+$/.test(token)), say('config-zalo-tokens'))
    .optional(),
  ZALO_API_ROOT: webAddress(say('config-zalo-api-root')).optional(),
  ZALO_MODE: z.enum(['polling', 'webhook'], say('config-zalo-mode')).default('polling'),
  ZALO_BOT_USERS: count(say('config-zalo-users')).default(50),
  ZALO_MONTHLY_MESSAGES: count(say('config-zalo-messages')).default(3_000),
  ZALO_RESERVE_PERCENT: z
    .string()
    .default('5')
    .refine((text) => /^\d{1,2}$/.test(text) && Number(text) <= 50, say('config-zalo-reserve'))
    .transform(Number),
  DIRECTIVES: z
    .string()
    .transform((text) => text.split(',').map((id) => id.trim()))
    .transform((ids) => [...new Set(ids.filter(Boolean))])
    .superRefine(refuseUnknownDirectives)
    .optional(),
  SHOW_ADDRESSES_IN: z
    .string()
    .default('')
    .transform((text) => [...new Set(text.split(',').map((name) => name.trim()))].filter(Boolean))
    .pipe(z.array(z.enum(channelKinds, say('config-show-addresses', { known: channelKinds.join(', ') })))),
  TZ_NAME: z
    .string()
    .default('Asia/Ho_Chi_Minh')
    .refine((name) => IANAZone.isValidZone(name), say('config-zone')),
  LOG_LEVEL: z.enum(logLevels, say('config-log-level', { levels: logLevels.join(', ') })).default('info'),
  SANDBOX: z
    .enum(['0', '1'], say('config-sandbox'))
    .transform((text) => text === '1')
    .optional(),
  SANDBOX_NOW: z
    .string()
    .refine(isInstant, say('config-sandbox-now'))
    .transform((text): Instant => new Date(text))
    .optional(),
});

function hasNoPath(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.pathname === '/' && url.search === '' && url.hash === '';
}

function refuseUnknownDirectives(ids: string[], context: z.RefinementCtx): void {
  const known = shippedDirectiveIds();
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length === 0 && ids.length > 0) return;
  const message =
    unknown.length > 0
      ? say('config-directives-unknown', { unknown: unknown.join(', '), known: known.join(', ') })
      : say('config-directives-none', { known: known.join(', ') });
  context.addIssue({ code: 'custom', message });
}

/** With seconds or without, always with its offset. */
function isInstant(text: string): boolean {
  const forms = [z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })];
  return forms.some((form) => form.safeParse(text).success);
}
