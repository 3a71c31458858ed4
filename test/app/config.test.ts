import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { type Config, readConfig } from '#app/config.ts';
import { readEnvFile } from '#app/env-file.ts';

type Env = Record<string, string>;

const token = '123456:AAbbCC-dd_ee';
const ownServer = { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: 'http://127.0.0.1:8081' };
const webhook = {
  TELEGRAM_BOT_TOKEN: token,
  TELEGRAM_MODE: 'webhook',
  PUBLIC_URL: 'https://nhachan.example.vn',
  WEBHOOK_SECRET: 'so_bi-mat1',
};

test('without any setting: the embedded database, the rehearsal room, this machine only', () => {
  expect(readConfig({})).toEqual({
    kind: 'ok',
    config: {
      database: { kind: 'pglite', folder: resolve('data') },
      host: '127.0.0.1',
      port: 3000,
      publicUrl: undefined,
      telegram: undefined,
      sandbox: { startAt: undefined },
      directives: undefined,
      showAddressesIn: [],
      zone: 'Asia/Ho_Chi_Minh',
      logLevel: 'info',
    },
  });
});

describe('what is set', () => {
  test.each<[string, Env, Partial<Config>]>([
    ['empty lines of a .env', { PORT: '', TELEGRAM_BOT_TOKEN: '  ' }, { port: 3000, telegram: undefined }],
    ['a folder', { DATA_DIR: '/srv/nhac-han' }, { database: { kind: 'pglite', folder: '/srv/nhac-han' } }],
    [
      'a server, which goes before a folder',
      { DATABASE_URL: 'postgres://u:p@db:5432/nhachan', DATA_DIR: '/srv/nhac-han' },
      { database: { kind: 'postgres', url: 'postgres://u:p@db:5432/nhachan' } },
    ],
    ['any free port', { PORT: '0' }, { port: 0 }],
    ['a public address', { PUBLIC_URL: 'http://10.0.0.5:8080/' }, { publicUrl: 'http://10.0.0.5:8080' }],
    [
      'Telegram by polling, which ends the rehearsal',
      { TELEGRAM_BOT_TOKEN: token },
      {
        telegram: { token, apiRoot: 'https://api.telegram.org', mode: { kind: 'polling' } },
        sandbox: undefined,
      },
    ],
    [
      'Telegram by webhook',
      webhook,
      {
        telegram: {
          token,
          apiRoot: 'https://api.telegram.org',
          mode: { kind: 'webhook', publicUrl: 'https://nhachan.example.vn', secret: 'so_bi-mat1' },
        },
      },
    ],
    [
      'a rehearsal beside a Bot API server of our own',
      { ...ownServer, SANDBOX: '1' },
      { sandbox: { startAt: undefined } },
    ],
    [
      'a token of another shape, which another server may make',
      { TELEGRAM_BOT_TOKEN: 'trial.7', TELEGRAM_API_ROOT: 'http://127.0.0.1:8081' },
      { telegram: { token: 'trial.7', apiRoot: 'http://127.0.0.1:8081', mode: { kind: 'polling' } } },
    ],
    ['no rehearsal at all', { SANDBOX: '0' }, { sandbox: undefined }],
    [
      'where the rehearsal clock starts',
      { SANDBOX: '1', SANDBOX_NOW: '2026-12-07T08:00:00+07:00' },
      { sandbox: { startAt: new Date('2026-12-07T01:00:00Z') } },
    ],
    [
      'the same without seconds',
      { SANDBOX_NOW: '2026-12-07T01:00Z' },
      { sandbox: { startAt: new Date('2026-12-07T01:00:00Z') } },
    ],
    [
      'directives, each once',
      { DIRECTIVES: 'ha-tinh-357-2019, nd-331-2026,ha-tinh-357-2019,' },
      { directives: ['ha-tinh-357-2019', 'nd-331-2026'] },
    ],
    [
      'channels that may show addresses',
      { SHOW_ADDRESSES_IN: 'telegram, rehearsal,telegram' },
      { showAddressesIn: ['telegram', 'rehearsal'] },
    ],
    ['a zone', { TZ_NAME: 'Asia/Bangkok' }, { zone: 'Asia/Bangkok' }],
    ['how much is logged', { LOG_LEVEL: 'debug' }, { logLevel: 'debug' }],
  ])('%s', (_what, env, expected) => {
    expect(readConfig(env)).toMatchObject({ kind: 'ok', config: expected });
  });
});

describe('refused, with what to set', () => {
  test.each<[string, Env, RegExp]>([
    ['another kind of database', { DATABASE_URL: 'mysql://u:p@db/x' }, /^DATABASE_URL .* postgresql:\/\//],
    ['a port that is none', { PORT: '70000' }, /^PORT phải là số từ 0 đến 65535/],
    ['a port in words', { PORT: 'ba nghìn' }, /^PORT phải là số/],
    ['an address without a scheme', { PUBLIC_URL: 'nhachan.example.vn' }, /^PUBLIC_URL phải là địa chỉ gốc/],
    [
      'an address with a path',
      { PUBLIC_URL: 'https://example.vn/bot' },
      /^PUBLIC_URL .* không kèm đường dẫn/,
    ],
    ['half a token', { TELEGRAM_BOT_TOKEN: 'AAbbCC' }, /^TELEGRAM_BOT_TOKEN .* BotFather/],
    ['an API root that is no address', { TELEGRAM_API_ROOT: 'telegram' }, /^TELEGRAM_API_ROOT .* https:\/\//],
    ['a mode that is none', { TELEGRAM_MODE: 'push' }, /^TELEGRAM_MODE chỉ nhận polling hoặc webhook/],
    ['a webhook without an address', { ...webhook, PUBLIC_URL: '' }, /cần PUBLIC_URL bắt đầu bằng https/],
    [
      'a webhook without TLS',
      { ...webhook, PUBLIC_URL: 'http://example.vn' },
      /cần PUBLIC_URL bắt đầu bằng https/,
    ],
    ['a webhook without a secret', { ...webhook, WEBHOOK_SECRET: '' }, /cần WEBHOOK_SECRET/],
    ['a secret with a space', { ...webhook, WEBHOOK_SECRET: 'bí mật' }, /^WEBHOOK_SECRET chỉ gồm/],
    [
      'a secret that is too long',
      { WEBHOOK_SECRET: 'a'.repeat(257) },
      /^WEBHOOK_SECRET chỉ gồm từ 1 đến 256/,
    ],
    ['a Zalo token with a space in it', { ZALO_BOT_TOKENS: '1:a, b c' }, /^ZALO_BOT_TOKENS chưa đúng dạng/],
    [
      'a Zalo secret that is too short',
      { ZALO_BOT_TOKENS: '1:a', ZALO_MODE: 'webhook', PUBLIC_URL: 'https://x.vn', WEBHOOK_SECRET: 'abc' },
      /ít nhất 8 ký tự/,
    ],
    ['a reserve of everything', { ZALO_RESERVE_PERCENT: '90' }, /^ZALO_RESERVE_PERCENT .* 0 đến 50/],
    ['a rehearsal beside Zalo itself', { ZALO_BOT_TOKENS: '1:a', SANDBOX: '1' }, /^SANDBOX/],
    [
      'a directive that nobody knows',
      { DIRECTIVES: 'thai-nguyen' },
      /chưa biết: thai-nguyen\. .*thai-nguyen-1880-2024/,
    ],
    [
      'an unknown channel',
      { SHOW_ADDRESSES_IN: 'viber' },
      /^SHOW_ADDRESSES_IN gồm tên các kênh.*telegram, zalo, rehearsal/,
    ],
    ['a list of none', { DIRECTIVES: ',' }, /^DIRECTIVES chưa nêu văn bản nào/],
    ['a zone that is none', { TZ_NAME: 'Hà Nội' }, /^TZ_NAME không phải tên một múi giờ/],
    ['a level that is none', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL chỉ nhận một trong: trace, debug/],
    ['perhaps a rehearsal', { SANDBOX: 'yes' }, /^SANDBOX chỉ nhận 0 hoặc 1/],
    [
      'a rehearsal on the real Telegram',
      { TELEGRAM_BOT_TOKEN: token, SANDBOX: '1' },
      /^SANDBOX=1 không chạy cùng bot thật/,
    ],
    [
      'the same, spelt otherwise',
      { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: 'https://API.telegram.org.:443/', SANDBOX: '1' },
      /^SANDBOX=1 không chạy cùng bot thật/,
    ],
    ['a rehearsal open to the network', { HOST: '0.0.0.0' }, /^Phòng diễn tập chỉ mở trên chính máy này/],
    ['a day for an instant', { SANDBOX_NOW: '2026-12-07' }, /^SANDBOX_NOW phải là một thời điểm có múi giờ/],
    [
      'an instant without its offset',
      { SANDBOX_NOW: '2026-12-07T08:00:00' },
      /^SANDBOX_NOW phải là một thời điểm/,
    ],
    [
      'a rehearsal clock in real life',
      { SANDBOX: '0', SANDBOX_NOW: '2026-12-07T08:00:00Z' },
      /^SANDBOX_NOW chỉ dùng được/,
    ],
  ])('%s', (_what, env, problem) => {
    expect(readConfig(env)).toEqual({ kind: 'invalid', problems: [expect.stringMatching(problem)] });
  });

  test('everything at once, and no secret is repeated', () => {
    const env = {
      DATABASE_URL: 'mysql://u:matkhau@db',
      TELEGRAM_BOT_TOKEN: 'token hong',
      WEBHOOK_SECRET: 'bí mật',
    };
    const read = readConfig(env);
    expect(read.kind === 'invalid' && read.problems.length).toBe(3);
    expect(JSON.stringify(read)).not.toMatch(/matkhau|token hong|bí mật/);
  });
});

test('nothing can be changed later', () => {
  const read = readConfig(webhook);
  if (read.kind !== 'ok') throw new Error('unexpected');
  expect([read.config, read.config.telegram, read.config.telegram?.mode, read.config.database]).toSatisfy(
    (parts) => (parts as object[]).every((part) => Object.isFrozen(part)),
  );
});

test('a .env is read, and what the environment has already stays', () => {
  const folder = mkdtempSync(join(tmpdir(), 'env-'));
  process.env.NHAC_HAN_TEST_ONE = 'from the environment';
  try {
    readEnvFile(join(folder, '.env'));
    writeFileSync(join(folder, '.env'), 'NHAC_HAN_TEST_ONE=from the file\nNHAC_HAN_TEST_TWO=two\n');
    readEnvFile(join(folder, '.env'));
    expect([process.env.NHAC_HAN_TEST_ONE, process.env.NHAC_HAN_TEST_TWO]).toEqual([
      'from the environment',
      'two',
    ]);
  } finally {
    delete process.env.NHAC_HAN_TEST_ONE;
    delete process.env.NHAC_HAN_TEST_TWO;
    rmSync(folder, { recursive: true });
  }
});
