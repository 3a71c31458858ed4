import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPglite } from '#storage/open-pglite.ts';
import { serveAdminSocket } from '#app/admin-socket.ts';
import { runCli } from '#app/cli/run.ts';
import { doctor } from '#app/commands/doctor.ts';
import { runCommand } from '#app/commands/registry.ts';
import { commandContext } from '#test/app/commands/command-context.ts';
import { aProvince } from '#test/kit/province.ts';
import { startOldPostgres } from '#test/fakes/old-postgres.ts';
import { startTelegramServer } from '#test/fakes/telegram-server.ts';
import { startZaloServer } from '#test/fakes/zalo-server.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** `check state: message`. */
async function told(env: Record<string, string>): Promise<string[]> {
  const checks = await doctor({ DATA_DIR: folder, ...env });
  return checks.map(({ check, state, message }) => `${check} ${state}: ${message}`);
}

const settings = 'settings ok: Cài đặt hợp lệ.';
const directives =
  'directives ok: Văn bản đang bật: chi-thi-09-2024, dong-nai-2455-2024, dong-nai-689-2024, thai-nguyen-1880-2024.';
const rehearsal =
  'telegram ok: Chưa đặt ZALO_BOT_TOKENS hay TELEGRAM_BOT_TOKEN: chỉ có phòng diễn tập trong trình duyệt.';

test('before the first start all is well, and nothing is made', async () => {
  const fresh = join(folder, 'data');
  expect(await told({ DATA_DIR: fresh })).toEqual([
    settings,
    directives,
    `folder ok: Thư mục dữ liệu ${fresh} chưa có, sẽ được tạo khi khởi động.`,
    rehearsal,
  ]);
});

test('settings that do not fit, each with what to set', async () => {
  expect(await told({ PORT: 'x', SANDBOX: '2' })).toEqual([
    'settings fail: PORT phải là số từ 0 đến 65535, ví dụ 3000.',
    'settings fail: SANDBOX chỉ nhận 0 hoặc 1.',
    directives,
  ]);
});

test('while the server runs, it is asked; a folder that others can enter is noticed', async () => {
  const context = await commandContext('2026-11-27T09:00:00+07:00');
  const close = await serveAdminSocket(folder, (request) => runCommand(context, request));
  chmodSync(folder, 0o755);
  expect(await told({})).toEqual([
    settings,
    directives,
    `folder warn: Người khác trên máy này vào được thư mục dữ liệu. Nên chạy: chmod 700 ${folder}`,
    'database ok: Máy chủ đang chạy và đọc được cơ sở dữ liệu.',
    rehearsal,
  ]);
  await close();
});

test('units of which reports are asked while nobody there can be reached are counted', async () => {
  const story = await aProvince();
  await story.at('2026-12-07T08:30:00+07:00');
  await story.dung.blocks();
  const context = { ...story, newInviteCode: () => 'ABCD2345' };
  const close = await serveAdminSocket(folder, (request) => runCommand(context, request));
  expect(await told({})).toContain(
    'reach warn: 1 đơn vị không có cán bộ báo cáo nào liên lạc được. Xem bằng lệnh: officers list',
  );
  await close();
});

test('a database of ours that was stopped before its tables were made, and one that another process has', async () => {
  const store = await openPglite(folder);
  const database = async () => (await told({})).find((line) => line.startsWith('database'));
  expect(await database()).toMatch(
    /^database warn: Một tiến trình khác đang dùng thư mục dữ liệu nhưng chưa trả lời/,
  );
  await store.close();
  expect(await database()).toMatch(
    /^database warn: Cơ sở dữ liệu còn \d+ bước cập nhật, sẽ tự chạy khi khởi động\.$/,
  );
}, 60_000);

test('Telegram is asked whether it takes the token', async () => {
  const server = await startTelegramServer();
  const asked = async (token: string, root = server.root) =>
    (await told({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: root })).at(-1);
  expect(await asked(server.token)).toMatch(/^telegram ok: Telegram chấp nhận token: @\w+\.$/);
  expect(await asked('999:wrong')).toBe(
    'telegram fail: Telegram từ chối token. Chép lại TELEGRAM_BOT_TOKEN từ BotFather.',
  );
  await server.close();
  const unreachable = await asked(server.token);
  expect(unreachable).toMatch(/^telegram fail: Không gọi được Telegram ở http:\/\/127\.0\.0\.1/);
  expect(unreachable).not.toContain(server.token);
});

test('Zalo is asked about each of its bots; without Telegram nothing is said of it', async () => {
  const server = await startZaloServer();
  const env = { ZALO_BOT_TOKENS: `${server.token},999:wrong-secret`, ZALO_API_ROOT: server.root };
  expect((await told(env)).slice(-4)).toEqual([
    'database ok: Chưa có cơ sở dữ liệu, sẽ được tạo khi khởi động.',
    'drafts warn: Chưa đặt PUBLIC_URL: liên kết tải dự thảo báo cáo sự cố sẽ là http://127.0.0.1:3000, máy khác có thể không mở được.',
    'zalo ok: Zalo chấp nhận token thứ 1: https://zalo.me/bot.nhachan4242.',
    'zalo fail: Zalo từ chối token thứ 2. Chép lại token đó vào ZALO_BOT_TOKENS.',
  ]);
  await server.close();
  const unreachable = (await told(env)).at(-2);
  expect(unreachable).toMatch(
    /^zalo fail: Không gọi được Zalo ở http:\/\/127\.0\.0\.1:\d+ bằng token thứ 1: /,
  );
  expect(unreachable).not.toContain('secret');
});

test('neither a channel nor a rehearsal is a warning', async () => {
  expect((await told({ SANDBOX: '0' })).at(-1)).toBe(
    'telegram warn: Chưa có kênh trò chuyện nào. Đặt ZALO_BOT_TOKENS hoặc TELEGRAM_BOT_TOKEN, hoặc SANDBOX=1 để diễn tập.',
  );
});

test('a PostgreSQL server that is not there', async () => {
  expect((await told({ DATABASE_URL: 'postgres://u:bimat@127.0.0.1:1/nhachan' }))[2]).toBe(
    'database fail: Không kết nối được DATABASE_URL: connect ECONNREFUSED 127.0.0.1:1',
  );
});

test('a PostgreSQL server that is too old is said to be, here and by each command', async () => {
  const server = await startOldPostgres({ number: 140_012, name: '14.12 (Debian 14.12-1)' });
  const complaint =
    'Máy chủ PostgreSQL là bản 14.12 (Debian 14.12-1); cần bản 15 trở lên. Hãy nâng cấp máy chủ, hoặc bỏ DATABASE_URL để dùng cơ sở dữ liệu kèm sẵn.';
  expect((await told({ DATABASE_URL: server.url })).filter((line) => line.startsWith('database'))).toEqual([
    `database fail: ${complaint}`,
  ]);
  let said = '';
  const err = (text: string) => {
    said += text;
  };
  const io = { env: { DATABASE_URL: server.url }, out: err, err };
  expect(await runCli(['units', 'list'], io)).toBe(1);
  expect(said).toBe(`${complaint}\n`);
  await server.close();
});
