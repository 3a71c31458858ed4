import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPglite } from '#storage/open-pglite.ts';
import { serveAdminSocket } from '#app/admin-socket.ts';
import { runCli } from '#app/cli/run.ts';
import { runCommand } from '#app/commands/registry.ts';
import { commandContext } from '#test/app/commands/command-context.ts';

let folder: string;
let stopServer: (() => Promise<void>) | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
});
afterEach(async () => {
  await stopServer?.();
  stopServer = undefined;
  rmSync(folder, { recursive: true });
});

/** As if a server had the data folder open, at that instant. */
async function serverRuns(now = '2026-11-27T09:00:00+07:00'): Promise<void> {
  const context = await commandContext(now);
  stopServer = await serveAdminSocket(folder, (request) => runCommand(context, request));
}

async function cli(line: string | string[], env: Record<string, string> = {}) {
  let [out, err] = ['', ''];
  const exit = await runCli(typeof line === 'string' ? line.split(' ') : line, {
    env: { DATA_DIR: folder, ...env },
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { exit, out, err };
}

describe('what needs no database', () => {
  test('deadlines as JSON, of the directives asked for', async () => {
    const { exit, out } = await cli(
      'deadlines --from 2026-12-01 --to 2026-12-14 --directives dong-nai-2455-2024 --json',
    );
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { duty: 'annual-agency', period: '2026', dueBefore: '2026-12-15T00:00:00+07:00' },
    ]);
    expect(existsSync(join(folder, 'database'))).toBe(false);
  });

  test('deadlines and reminders in words', async () => {
    const deadlines = await cli(
      'deadlines --from 2026-12-14 --to 2026-12-14 --directives thai-nguyen-1880-2024',
    );
    expect(deadlines.out.split('\n').map((line) => line.slice(0, 62))).toEqual([
      'Hạn cuối    Báo cáo                Nơi nhận                 Số',
      '--------    -------                --------                 --',
      '2026-12-14  Báo cáo tháng 12/2026  đơn vị đầu mối tổng hợp  20',
      '2026-12-14  Báo cáo quý IV/2026    đơn vị đầu mối tổng hợp  20',
      '',
    ]);
    const reminders = await cli(
      'reminders --from 2026-12-10 --to 2026-12-10 --directives dong-nai-2455-2024',
    );
    expect(reminders.out).toBe(
      [
        'Lúc                        Gửi cho         Báo cáo',
        '---                        -------         -------',
        '2026-12-10T08:30:00+07:00  cán bộ báo cáo  Báo cáo năm 2026',
        '2026-12-10T08:30:00+07:00  lãnh đạo        Báo cáo năm 2026',
        '',
      ].join('\n'),
    );
    const none = await cli('reminders --from 2026-02-14 --to 2026-02-22');
    expect(none.out).toBe('Không có lần nhắc nào trong khoảng này.\n');
  });
});

describe('a command that is called wrongly ends with 2', () => {
  test.each<[string, string | string[], RegExp]>([
    ['without a command', [], /^Chưa rõ lệnh nào cần chạy/],
    ['a group alone', 'units', /^Chưa rõ lệnh nào cần chạy/],
    ['no such command', 'report', /^Không có lệnh “report”/],
    ['no such option', 'units list --all', /^Không có tùy chọn “--all”/],
    ['an option is missing', 'status', /^Thiếu tùy chọn “--period <period>”/],
    ['its value is missing', 'status --period', /^Tùy chọn “--period <period>” cần một giá trị/],
    ['the file is missing', 'units import', /^Thiếu tham số “file”/],
    [
      'a name without quotation marks',
      'officers add --unit A --name Lê Văn An --position head',
      /^Có thừa tham số/,
    ],
    [
      'a day that is none',
      'deadlines --from 2026-02-30 --to 2026-03-01',
      /^“2026-02-30” không phải một ngày/,
    ],
    [
      'days the wrong way round',
      'reminders --from 2026-03-02 --to 2026-03-01',
      /^Ngày bắt đầu phải không sau/,
    ],
    [
      'a directive that nobody knows',
      'deadlines --from 2026-03-01 --to 2026-03-01 --directives x',
      /^Chưa biết văn bản: x\./,
    ],
    [
      'a role that is none',
      'officers add --unit A --name B --position boss',
      /^Không có vai trò “boss”\. Chọn một trong: reporter,/,
    ],
  ])('%s', async (_what, line, complaint) => {
    expect(await cli(line)).toEqual({ exit: 2, out: '', err: expect.stringMatching(complaint) });
  });
});

test('help is in Vietnamese, for all commands and for each', async () => {
  const help = await cli('--help');
  expect(help).toMatchObject({ exit: 0, err: '' });
  expect(help.out).toMatch(/^Cách gọi: npm run -s cli -- /);
  for (const command of [
    'deadlines',
    'reminders',
    'units',
    'officers',
    'status',
    'demo',
    'doctor',
    'backup',
  ]) {
    expect(help.out).toContain(`\n  ${command} `);
  }
  const { out } = await cli('units import --help');
  expect(out).toContain('tệp có các cột Mã, Tên, Loại, Cấp trên, Đầu mối');
  expect(`${help.out}${out}`).not.toMatch(/display help|Usage|Options|default/);
});

describe('with a running server', () => {
  beforeEach(() => serverRuns());

  test('units, officers and the period of an agency, from the file to who has not reported', async () => {
    const file = join(folder, 'units.csv');
    writeFileSync(
      file,
      'Mã,Tên,Loại,Cấp trên,Đầu mối\nSTC,Sở Tài chính,sở,UBND,\nUBND,UBND tỉnh,UBND tỉnh,,\n',
    );
    expect(await cli(['units', 'import', file, '--json'])).toMatchObject({
      exit: 0,
      out: '{\n  "added": 2,\n  "changed": 0,\n  "unchanged": 0\n}\n',
    });
    expect((await cli('units list')).out).toBe(
      [
        'Mã    Tên           Loại                Cấp trên  Đầu mối  Lãnh đạo',
        '--    ---           ----                --------  -------  --------',
        'STC   Sở Tài chính  department          UBND               off',
        'UBND  UBND tỉnh     province-committee                     off',
        '',
      ].join('\n'),
    );
    const added = await cli([
      'officers',
      'add',
      '--unit',
      'STC',
      '--name',
      'Lê Văn An',
      '--position',
      'reporter',
    ]);
    expect(added.out).toContain('Mã mời: ABCD-2345 (dùng một lần, trong 14 ngày; chỉ hiện ở đây).');
    const status = await cli('status --period 2026-M12 --json');
    expect(JSON.parse(status.out).missing).toEqual([
      { unit: 'STC', name: 'Sở Tài chính', duty: 'monthly', period: '2026-M12' },
    ]);
  });

  test('the demo, and who has not reported, in words', async () => {
    expect((await cli('demo')).out).toBe(
      'Đã điền 13 đơn vị mẫu và 17 cán bộ mẫu, cùng báo cáo của các kỳ trước.\n',
    );
    const { out } = await cli('status --period 2026-M11 --duty monthly');
    expect(out).toMatch(/^Đã gửi đúng hạn: 7\n/);
    expect(out).toContain('\nGửi quá hạn: 1\n');
    expect(out.slice(out.indexOf('Chưa gửi'))).toMatch(
      /^Chưa gửi: 1\n[\s\S]*\nXSD {2}UBND xã Sơn Động {2}monthly {3}2026-M11\n$/,
    );
  });

  test('a refusal goes to standard error, with 1', async () => {
    expect(await cli('status --period thang-12 --json')).toEqual({
      exit: 1,
      out: '',
      err: '“thang-12” không phải tên một kỳ báo cáo. Viết 2026-M12, 2026-Q4, 2026-H1, 2026 hoặc once.\n',
    });
    expect(await cli('units import units.ods')).toMatchObject({
      exit: 1,
      err: 'Chỉ nhận tệp .xlsx hoặc .csv, không nhận units.ods.\n',
    });
  });
});

test('settings that do not fit are said before anything is opened', async () => {
  expect(await cli('units list', { PORT: 'x', ZALO_BOT_TOKENS: '1:a, b c' })).toEqual({
    exit: 1,
    out: '',
    err: expect.stringMatching(/^PORT phải là số .*\nZALO_BOT_TOKENS chưa đúng dạng\..*\n$/),
  });
});

test('without a server the folder is opened here; while another process has it, that is said', async () => {
  expect((await cli('demo --json')).exit).toBe(0);
  expect(statSync(join(folder, 'database')).isDirectory()).toBe(true);
  const store = await openPglite(folder);
  const refused = await cli('units list');
  await store.close();
  expect(refused).toMatchObject({
    exit: 1,
    err: expect.stringMatching(/^Thư mục dữ liệu đang được một tiến trình khác dùng/),
  });
  expect(JSON.parse((await cli('units list --json')).out)).toHaveLength(13);
}, 60_000);

test('of a PostgreSQL server, backup says the command and keeps the password to itself', async () => {
  const { exit, err } = await cli(['backup', "o'clock.dump"], {
    DATABASE_URL: 'postgres://u:bimat@db:5433/nhachan?sslmode=require&sslpassword=bimat',
  });
  expect(exit).toBe(1);
  expect(err).toContain(
    `pg_dump --format=custom --file='o'\\''clock.dump' --dbname='postgres://u@db:5433/nhachan?sslmode=require'`,
  );
  expect(err).not.toContain('bimat');
});

test('a database that cannot be reached is said without its password', async () => {
  const { exit, err } = await cli('units list', { DATABASE_URL: 'postgres://u:bimat@127.0.0.1:1/nhachan' });
  expect({ exit, err }).toEqual({
    exit: 1,
    err: 'Không mở được cơ sở dữ liệu: connect ECONNREFUSED 127.0.0.1:1\n',
  });
});
