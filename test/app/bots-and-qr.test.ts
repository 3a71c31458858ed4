import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type KnownBot, putBot, retireAllBut } from '#storage/queries/bots.ts';
import { inTransaction } from '#storage/transaction.ts';
import { serveAdminSocket } from '#app/admin-socket.ts';
import { runCli } from '#app/cli/run.ts';
import { runCommand } from '#app/commands/registry.ts';
import { modulesInBlocks, modulesInPicture } from '#test/kit/qr-modules.ts';
import { readQr } from '#test/kit/read-qr.ts';
import { aProvince, type Story } from '#test/kit/province.ts';

const zalo: KnownBot = {
  ...{ bot: 'zalo:4242', channel: 'zalo', name: 'zalo.me/bot.nhachan' },
  link: 'https://zalo.me/bot.nhachan',
};
const telegram: KnownBot = {
  ...{ bot: 'telegram:7', channel: 'telegram', name: '@nhac_han_bot' },
  link: 'https://t.me/nhac_han_bot',
};

let folder: string;
let story: Story;
let stopServer: () => Promise<void>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qr-'));
  story = await aProvince();
  const codes = ['ABCD2345', 'EFGH6789'];
  const context = { ...story, newInviteCode: () => codes.shift() ?? 'ZZZZ9999' };
  stopServer = await serveAdminSocket(folder, (request) => runCommand(context, request));
});
afterEach(async () => {
  await stopServer();
  rmSync(folder, { recursive: true });
});

const connect = (...bots: KnownBot[]) =>
  inTransaction(story.store, async (tx) => {
    for (const bot of bots) await putBot(tx, bot);
  });

async function cli(...args: string[]) {
  let [out, err] = ['', ''];
  const io = {
    env: { DATA_DIR: folder },
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
  };
  const exit = await runCli(args, io);
  return { exit, out, err };
}

/** What the QR codes on the screen say, in order. */
function codesOn(screen: string): string[] {
  const printed = screen.match(/(?:^[█▀▄ ]{25,}(?:\n|$))+/gmu) ?? [];
  return printed.map((code) => readQr(modulesInBlocks(code.trimEnd())));
}

const codeIn = (file: string) => readQr(modulesInPicture(readFileSync(file), 16));

describe('bots', () => {
  test('without any, what to set', async () => {
    expect(await cli('bots')).toMatchObject({
      exit: 0,
      out: 'Chưa có bot nào kết nối. Đặt ZALO_BOT_TOKENS hoặc TELEGRAM_BOT_TOKEN rồi khởi động máy chủ.\n',
    });
    expect((await cli('bots', '--json')).out).toBe('[]\n');
  });

  test('each with where it opens, how many people it has, and its link to be read off the screen', async () => {
    await connect(telegram, zalo);
    const { exit, out } = await cli('bots');
    expect(exit).toBe(0);
    expect(out.split('\n').filter((line) => !/^[█▀▄ ]*$/.test(line))).toEqual([
      'Zalo: zalo.me/bot.nhachan (mã bot zalo:4242)',
      'Mở: https://zalo.me/bot.nhachan',
      '0 người, còn chỗ cho 50 người nữa.',
      'Telegram: @nhac_han_bot (mã bot telegram:7)',
      'Mở: https://t.me/nhac_han_bot',
      '0 người.',
    ]);
    expect(codesOn(out)).toEqual([zalo.link, telegram.link]);
  });

  test('as JSON; people who are invited take room, and a bot that is no longer ours is left out', async () => {
    await connect(zalo, telegram, { ...zalo, bot: 'zalo:1' });
    await inTransaction(story.store, (tx) =>
      retireAllBut(tx, [zalo.bot, telegram.bot], { now: story.clock.now(), wallNow: story.wallClock.now() }),
    );
    await cli('officers', 'invite', story.an.id);
    expect(JSON.parse((await cli('bots', '--json')).out)).toEqual([
      { ...zalo, people: 0, room: 49 },
      { ...telegram, people: 0, room: null },
    ]);
  });

  test('a picture of each bot goes to a folder, which is made; the command line writes it, not the server', async () => {
    await connect(zalo, telegram);
    const pictures = join(folder, 'ảnh', 'bot');
    const files = [join(pictures, 'zalo-4242.png'), join(pictures, 'telegram-7.png')];
    const { out } = await cli('bots', '--qr', pictures);
    expect(out).toContain(`\nĐã ghi ảnh mã QR: ${files.join(', ')}\n`);
    expect(files.map(codeIn)).toEqual([zalo.link, telegram.link]);
    const rows = JSON.parse((await cli('bots', '--json', '--qr', pictures)).out);
    expect(rows).toMatchObject([{ picture: files[0] }, { picture: files[1] }]);
  });

  test('a folder that is a file is said', async () => {
    await connect(zalo);
    const file = join(folder, 'list.txt');
    writeFileSync(file, '');
    expect(await cli('bots', '--qr', file)).toMatchObject({
      exit: 1,
      err: expect.stringContaining('Không ghi được ảnh'),
    });
  });
});

describe('an invite', () => {
  beforeEach(() => connect(zalo, telegram));

  const adds = (...options: string[]) =>
    cli('officers', 'add', '--unit', 'STC', '--name', 'Hồ Thị Hoa', '--position', 'reporter', ...options);

  test('shows a QR code under each link; Telegram’s carries the code', async () => {
    const { out } = await adds();
    expect(out).toContain('Zalo (zalo.me/bot.nhachan): mở https://zalo.me/bot.nhachan rồi gửi mã.\n█');
    expect(codesOn(out)).toEqual([zalo.link, 'https://t.me/nhac_han_bot?start=ABCD2345']);
    const again = await cli('officers', 'invite', story.an.id);
    expect(codesOn(again.out)).toEqual([zalo.link, 'https://t.me/nhac_han_bot?start=EFGH6789']);
  });

  test('writes a picture of each for the officer, which nobody else here may read', async () => {
    const [onZalo, onTelegram] = [join(folder, 'hoa-zalo.png'), join(folder, 'hoa-telegram.png')];
    writeFileSync(onTelegram, 'an earlier one', { mode: 0o644 });
    const { exit, out } = await adds('--qr', join(folder, 'hoa.png'));
    expect(exit).toBe(0);
    expect(out).toMatch(new RegExp(`\nĐã ghi ảnh mã QR: ${onZalo}, ${onTelegram}\n$`));
    expect([codeIn(onZalo), codeIn(onTelegram)]).toEqual([
      zalo.link,
      'https://t.me/nhac_han_bot?start=ABCD2345',
    ]);
    expect([statSync(onZalo), statSync(onTelegram)].map(({ mode }) => mode & 0o777)).toEqual([0o600, 0o600]);
  });

  test('as JSON names the pictures and has no code in blocks', async () => {
    const { out } = await adds('--json', '--qr', join(folder, 'hoa'));
    expect(JSON.parse(out)).toMatchObject({
      inviteCode: 'ABCD2345',
      links: [{ link: zalo.link }, { link: 'https://t.me/nhac_han_bot?start=ABCD2345' }],
      pictures: [join(folder, 'hoa-zalo.png'), join(folder, 'hoa-telegram.png')],
    });
    expect(JSON.parse((await adds('--json')).out)).not.toHaveProperty('pictures');
  });

  test('is shown also when its pictures cannot be written, since it is shown only once', async () => {
    const file = join(folder, 'list.txt');
    writeFileSync(file, '');
    const { exit, out } = await adds('--qr', join(file, 'hoa.png'));
    expect(exit).toBe(1);
    expect(out).toContain('Mã mời: ABCD-2345');
    expect(out).toContain(`Không ghi được ảnh ${join(file, 'hoa-zalo.png')}`);
    expect(existsSync(join(folder, 'hoa-zalo.png'))).toBe(false);
  });
});

test('before any bot has connected an invite has no pictures, and says so', async () => {
  const { exit, out } = await cli('officers', 'invite', story.an.id, '--qr', join(folder, 'an.png'));
  expect(exit).toBe(0);
  expect(out).toContain('Cán bộ gửi mã này cho bot, hoặc gõ /start ABCD-2345.');
  expect(out).toContain('Chưa có bot nào kết nối, nên chưa có ảnh mã QR.');
});
