import { textIn } from '#locales/text.ts';
import { connectTelegram } from '#bot/telegram/connect.ts';
import { connectZalo } from '#bot/zalo/connect.ts';
import type { Log } from '#domain/log.ts';
import { type Config, readConfig, type TelegramConfig, type ZaloConfig } from '#app/config.ts';
import type { Check } from '#app/commands/check.ts';
import { checkFolder, checkPostgres } from '#app/commands/doctor-database.ts';
import { loadCatalogue } from '#app/load-catalogue.ts';
import { DataFileError } from '#app/yaml-file.ts';

/** Looks at everything that a start needs, and changes nothing. */
export async function doctor(env: Readonly<Record<string, string | undefined>>): Promise<Check[]> {
  const read = readConfig(env);
  if (read.kind === 'invalid') {
    const problems = read.problems.map((message): Check => ({ check: 'settings', state: 'fail', message }));
    return [...problems, checkDirectives({ directives: undefined, zone: 'Asia/Ho_Chi_Minh' })];
  }
  const { config } = read;
  const { database } = config;
  return [
    { check: 'settings', state: 'ok', message: say('doctor-settings') },
    checkDirectives(config),
    ...(database.kind === 'postgres' ? await checkPostgres(database) : await checkFolder(database)),
    ...checkDrafts(config),
    ...(await checkChannels(config)),
  ];
}

const say = textIn('vi');

function checkDirectives(config: Pick<Config, 'directives' | 'zone'>): Check {
  try {
    const { on } = loadCatalogue(config);
    return {
      check: 'directives',
      state: 'ok',
      message: say('doctor-directives', { ids: [...on].join(', ') }),
    };
  } catch (error) {
    if (!(error instanceof DataFileError)) throw error;
    return {
      check: 'directives',
      state: 'fail',
      message: say('doctor-directives-broken', { mistakes: error.message }),
    };
  }
}

const quiet: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

async function checkChannels({ telegram, zalo, sandbox }: Config): Promise<Check[]> {
  if (telegram || zalo) {
    return [...(telegram ? [await checkTelegram(telegram)] : []), ...(zalo ? await checkZalo(zalo) : [])];
  }
  const message = sandbox ? say('doctor-telegram-rehearsal') : say('doctor-telegram-none');
  return [{ check: 'telegram', state: sandbox ? 'ok' : 'warn', message }];
}

async function checkTelegram({ token, apiRoot }: TelegramConfig): Promise<Check> {
  const check = 'telegram';
  const answer = await connectTelegram({ token, apiRoot }, quiet);
  switch (answer.kind) {
    case 'connected':
      return { check, state: 'ok', message: say('doctor-telegram', { username: answer.username }) };
    case 'token-refused':
      return { check, state: 'fail', message: say('doctor-telegram-refused') };
    case 'unreachable':
      return {
        check,
        state: 'fail',
        message: say('doctor-telegram-unreachable', { apiRoot, detail: answer.detail }),
      };
  }
}

/** Officers read on their phones where a draft is; without an address of its own the link names this machine. */
function checkDrafts({ telegram, zalo, publicUrl, host, port }: Config): Check[] {
  if (publicUrl || !(telegram || zalo)) return [];
  return [
    { check: 'drafts', state: 'warn', message: say('doctor-drafts', { url: `http://${host}:${port}` }) },
  ];
}

/** One check for each bot; a token is named by its place in the setting, since it is a secret. */
function checkZalo({ tokens, apiRoot }: ZaloConfig): Promise<Check[]> {
  return Promise.all(tokens.map((token, at) => checkZaloBot({ token, apiRoot }, at + 1)));
}

async function checkZaloBot(
  { token, apiRoot }: Record<'token' | 'apiRoot', string>,
  nth: number,
): Promise<Check> {
  const check = 'zalo';
  const answer = await connectZalo({ token, apiRoot }, quiet);
  switch (answer.kind) {
    case 'connected':
      return { check, state: 'ok', message: say('doctor-zalo', { nth, link: answer.link }) };
    case 'token-refused':
      return { check, state: 'fail', message: say('doctor-zalo-refused', { nth }) };
    case 'unreachable':
      return {
        check,
        state: 'fail',
        message: say('doctor-zalo-unreachable', { nth, apiRoot, detail: answer.detail }),
      };
  }
}
