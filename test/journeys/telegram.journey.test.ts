import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#test/fakes/telegram/person.ts';
import { startTelegramServer, type TelegramServer } from '#test/fakes/telegram-server.ts';
import { answerAll, next } from '#test/journeys/conversation.ts';
import { decemberAnswers } from '#test/journeys/december-answers.ts';
import { newPlace, type Place, type ProductProcess } from '#test/journeys/product-process.ts';
import { importUnits, invite } from '#test/journeys/province.ts';

let telegram: TelegramServer;
let place: Place;
let product: ProductProcess;
/** Reporter and head of the Sở Tài chính, reporter of the Sở Y tế, reporter and head of a ward, the coordinator. */
let lan: Person;
let hung: Person;
let binh: Person;
let ha: Person;
let long: Person;
let mai: Person;

beforeAll(async () => {
  telegram = await startTelegramServer({ minimal: true });
  place = await newPlace();
  product = await place.start({
    SANDBOX_NOW: '2026-12-06T09:00:00+07:00',
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
  });
  lan = telegram.person(1001, 'Lan');
  hung = telegram.person(1002, 'Hùng');
  binh = telegram.person(1003, 'Bình');
  ha = telegram.person(1004, 'Hà');
  long = telegram.person(1005, 'Long');
  mai = telegram.person(1006, 'Mai');
});

afterAll(async () => {
  await place.remove();
  await telegram.close();
});

let hasFailed = false;
beforeEach((chapter) => {
  chapter.skip(hasFailed, 'a chapter before it failed');
  chapter.onTestFailed(() => {
    hasFailed = true;
    console.error(product.printed());
  });
});

describe('December 2026 in a province, over a Telegram that knows only six methods', {
  timeout: 120_000,
}, () => {
  test('the administrator imports the units while the product runs', async () => {
    expect(await importUnits(place)).toEqual({ added: 4, changed: 0, unchanged: 0 });
    expect(await importUnits(place)).toEqual({ added: 0, changed: 0, unchanged: 4 });
    expect(await place.cli('units', 'list')).toContainEqual(
      expect.objectContaining({
        ...{ code: 'SKHCN', name: 'Sở Khoa học và Công nghệ', kind: 'department', parent: null },
        coordinator: true,
      }),
    );
    const unknownUnit = place.cli('officers', 'add', '--unit', 'XYZ', '--name', 'An', '--position', 'head');
    await expect(unknownUnit).rejects.toMatchObject({ code: 1, message: expect.stringContaining('XYZ') });
  });

  test('invited officers join with their codes; a code opens one chat only', async () => {
    const code = await invite(place, 'lan');
    lan.types(`/start ${code}`);
    const welcome = await next(lan);
    expect(welcome.text).toContain('Xin chào Nguyễn Thị Lan.');
    expect(welcome.text).toContain('cán bộ báo cáo – Sở Tài chính');
    hung.types(await invite(place, 'hung'));
    expect((await next(hung)).text).toContain('lãnh đạo – Sở Tài chính');
    binh.types((await invite(place, 'binh')).toLowerCase().replace(/^(.{4})-?/, '$1-'));
    expect((await next(binh)).text).toContain('Xin chào Lê Văn Bình');
    ha.types(`/start ${await invite(place, 'ha')}`);
    expect((await next(ha)).text).toContain('Xin chào Đỗ Thu Hà');
    long.types(await invite(place, 'long'));
    expect((await next(long)).text).toContain('Xin chào Vũ Đức Long');
    mai.types(await invite(place, 'mai'));
    expect((await next(mai)).text).toContain('đầu mối tổng hợp – Sở Khoa học và Công nghệ');

    const latecomer = telegram.person(7777, 'Người đến sau');
    latecomer.types(code);
    expect((await next(latecomer)).text).toContain('Mã này đã dùng hoặc đã hết hạn.');
  });

  test('whoever guesses codes has to wait for an hour, even with the right one', async () => {
    const code = await invite(place, 'khanh');
    const guesser = telegram.person(6666, 'Người đoán mã');
    guesser.types('xin chào');
    expect((await next(guesser)).text).toContain('anh/chị gửi mã mời gồm 8 ký tự');
    for (const guess of ['AAAA2222', 'bbbb-3333', '/start CCCC4444', 'DDDD 5555', 'EEEE6666']) {
      guesser.types(guess);
      expect((await next(guesser)).text).toContain('Mã này không đúng.');
    }
    guesser.types(code);
    expect((await next(guesser)).text).toContain('Anh/chị đã nhập sai nhiều lần.');
    await product.moveClock('2026-12-06T10:30:00+07:00');
    guesser.types(code);
    expect((await next(guesser)).text).toContain('Xin chào Ngô Gia Khánh');
  });

  test('on Sunday nobody is reminded, and the coordinator sees who owes what', async () => {
    mai.types('ai chưa báo cáo?');
    const list = await next(mai);
    expect(list.text).toMatch(/^Chưa báo cáo, tính đến 10:3\d Chủ nhật 6\/12\/2026:/);
    expect(list.text).toContain(
      'trước ngày 15/12/2026 (hạn cuối: hết thứ Hai 14/12). Chưa gửi 9 trên 9 báo cáo',
    );
    expect(list.text).toContain('\n• Phường Trung Tâm\n• Sở Tài chính\n• Sở Y tế\n');
    hung.types('/chuabaocao tháng 12');
    expect((await next(hung)).text).toContain('Chưa gửi (1):\n• Sở Tài chính\n');
    lan.types('ai chưa báo cáo?');
    expect((await next(lan)).text).toContain('Danh sách này dành cho lãnh đạo đơn vị');
    expect([lan, hung, binh, ha, long, mai].flatMap(remindersOf)).toEqual([]);
  });

  test('on Monday 7/12 at 08:30 the officer gets one reminder for the three reports', async () => {
    expect(await product.moveClock('2026-12-07T08:30:00+07:00')).toMatchObject({
      due: [{ at: '2026-12-07T08:30:00+07:00', kind: 'reminder', count: 3 }],
      undelivered: 0,
    });
    expect(remindersOf(lan)).toEqual([
      [
        'Nhắc hạn: 3 báo cáo phải gửi',
        '',
        'Sở Tài chính',
        '• Báo cáo tháng 12/2026',
        '• Báo cáo quý IV/2026',
        '• Báo cáo năm 2026',
        'Hạn: trước ngày 15/12/2026 (hạn cuối: hết thứ Hai 14/12). Còn 6 ngày làm việc, kể cả hôm nay.',
        'Làm cùng lúc: từ 11 câu (thay vì 25).',
        'Gửi: Sở Khoa học và Công nghệ (đơn vị đầu mối tổng hợp).',
        'Căn cứ: Công văn số 1880/UBND-KGVX ngày 16/4/2024 của UBND tỉnh Thái Nguyên, điểm 1.1, gạch đầu dòng thứ 4; gạch đầu dòng thứ 2.',
        'Căn cứ: Công văn số 2455/UBND-KGVX ngày 12/3/2024 của UBND tỉnh Đồng Nai, điểm 2, gạch đầu dòng thứ 5.',
      ].join('\n'),
    ]);
    expect([binh, ha].map((person) => remindersOf(person).length)).toEqual([1, 1]);
    expect([hung, long, mai].flatMap(remindersOf)).toEqual([]);

    const reminder = await next(lan);
    const labels = ['Lập báo cáo', 'Nhắc lại sau', 'Vì sao tôi nhận?', 'Đã gửi bằng văn bản'];
    expect(reminder.buttons.flat().map(({ label }) => label)).toEqual(labels);
    lan.taps('Vì sao tôi nhận?');
    expect((await next(lan)).text).toContain('Anh/chị nhận vì là cán bộ báo cáo của Sở Tài chính.');
  });

  test('the officer answers every question by taps and by typing, and sends', async () => {
    const { systems, month, quarter, year } = decemberAnswers;
    lan.taps('Lập báo cáo');
    const first = await next(lan);
    expect(first.text).toMatch(/^Làm cùng lúc: Báo cáo tháng 12\/2026, quý IV\/2026, năm 2026\./);
    lan.types('nhiều lắm');
    const asked = await next(lan);
    expect(asked.text).toContain('Tôi chưa hiểu câu trả lời này. Anh/chị gõ một số nguyên, ví dụ: 6');

    const levels = await answerAll(lan, asked, systems.slice(0, 2));
    // A phone that was away may still show what has been answered long since.
    lan.taps('Không có (0)', first);
    const levelsAgain = await next(lan);
    expect(levelsAgain.text).toContain('Lựa chọn này thuộc câu khác. Anh/chị đang ở câu dưới đây.');
    expect(levelsAgain.text.endsWith(levels.text.slice(levels.text.indexOf('Câu 3/')))).toBe(true);

    const incidents = await answerAll(lan, levelsAgain, systems.slice(2));
    lan.taps('Không có (0)', incidents);
    lan.taps('Không có (0)', incidents);
    expect((await next(lan)).text).toContain('Đã ghi: Số sự cố: 0 (cả 3 kỳ).');
    expect((await next(lan)).text).toContain('Lựa chọn này thuộc câu khác.');
    lan.taps('Quay lại');
    const back = await next(lan);
    expect(back.text).toContain('Đang ghi: 0');
    lan.taps('Giữ nguyên', back);

    const summary = await answerAll(lan, await next(lan), [...month.slice(1), ...quarter, ...year]);
    expect(summary.text).toContain('Anh/chị xem lại trước khi gửi:\nSở Tài chính: Báo cáo tháng 12/2026');
    expect(summary.text).toContain(
      '• Theo cấp độ 1–5: Cấp độ 1: 3, Cấp độ 2: 2\n• Đã triển khai đủ phương án: 4',
    );
    lan.taps('Gửi 3 báo cáo', summary);
    const receipt = await next(lan);
    expect(receipt.text).toMatch(/^Đã nhận 3 báo cáo của Sở Tài chính lúc 08:3\d thứ Hai 7\/12\/2026\.\n/);
    expect(receipt.text.split('\n').slice(1)).toEqual([
      expect.stringMatching(/^• Báo cáo tháng 12\/2026: mã tiếp nhận 2612-\w{4}-\w{4}, đúng hạn$/),
      expect.stringMatching(/^• Báo cáo quý IV\/2026: mã tiếp nhận 2612-\w{4}-\w{4}, đúng hạn$/),
      expect.stringMatching(/^• Báo cáo năm 2026: mã tiếp nhận 2612-\w{4}-\w{4}, đúng hạn$/),
      '',
      'Biên nhận này không thay văn bản đã ký.',
    ]);
  });

  test('the lists of the coordinator and of the head change', async () => {
    mai.types('ai chua nop thang 12');
    const { text } = await next(mai);
    expect(text).toMatch(/^Tháng 12\/2026 – tính đến 08:3\d thứ Hai 7\/12\/2026:/);
    expect(text).toContain('Phải gửi 3: đúng hạn 1, quá hạn đã gửi 0, bằng văn bản 0, chưa gửi 2.');
    expect(text).toContain('Chưa gửi (2):\n• Phường Trung Tâm\n• Sở Y tế\n');
    hung.types('ai chưa báo cáo?');
    expect((await next(hung)).text).toBe('Hiện không còn báo cáo nào chưa gửi.');
  });

  test('another unit has sent on paper: recorded, and confirmed by the coordinator', async () => {
    await next(binh);
    binh.types('gửi qua trục rồi, số 214/BC-SYT');
    expect((await next(binh)).text).toBe('Văn bản này là báo cáo nào?');
    binh.taps('Cả 3 báo cáo');
    expect((await next(binh)).text).toContain('Văn bản số 214/BC-SYT ký ngày nào?');
    binh.types('7/12');
    expect((await next(binh)).text).toContain('Số 214/BC-SYT ngày 7/12/2026');
    binh.taps('Ghi nhận');
    const recorded = await next(binh);
    expect(recorded.text).toContain('Đã ghi nhận văn bản số 214/BC-SYT ngày 7/12/2026.');
    expect(recorded.text).toContain('Báo cáo gửi bằng văn bản chưa có số liệu trong hệ thống.');

    const titles = 'Báo cáo tháng 12/2026, quý IV/2026, năm 2026';
    const asked = await next(mai);
    expect(asked.text).toContain(
      `Sở Y tế báo đã gửi bằng văn bản:\n${titles}, số 214/BC-SYT ngày 7/12/2026.`,
    );
    mai.taps('Xác nhận đã nhận', asked);
    expect((await next(mai)).text).toBe(`Đã xác nhận văn bản số 214/BC-SYT của Sở Y tế: ${titles}.`);
  });

  test('by 16/12 only the ward is overdue: it and its head are told, nobody else is', async () => {
    const before = new Map([lan, hung, binh, ha, long].map((person) => [person, remindersOf(person).length]));
    expect((await product.moveClock('2026-12-16T09:00:00+07:00')).undelivered).toBe(0);
    const since = (person: Person) => remindersOf(person).slice(before.get(person));
    expect(since(ha).map(titleAndTime)).toEqual([
      ['Nhắc hạn: 3 báo cáo phải gửi', 'Còn 3 ngày làm việc, kể cả hôm nay.'],
      ['Nhắc hạn: 3 báo cáo phải gửi', 'Hôm nay là hạn cuối.'],
      ['Nhắc hạn: 3 báo cáo phải gửi', 'Hôm nay là hạn cuối.'],
      ['Đã quá hạn: 3 báo cáo chưa gửi', 'Đã quá hạn 1 ngày.'],
    ]);
    expect(since(long).map(titleAndTime)).toEqual([
      ['Để lãnh đạo biết: đơn vị còn 3 báo cáo chưa gửi', 'Còn 3 ngày làm việc, kể cả hôm nay.'],
      ['Để lãnh đạo biết: đơn vị còn 3 báo cáo chưa gửi', 'Đã quá hạn 1 ngày.'],
    ]);
    expect([lan, hung, binh].flatMap(since)).toEqual([]);

    mai.types('ai chưa báo cáo?');
    const list = await mai.receives('tính đến 09:00 thứ Tư 16/12/2026', 20_000);
    expect(list.text).toContain(
      'Quá hạn, chưa gửi 3 báo cáo:\n• Phường Trung Tâm: tháng 12/2026, quý IV/2026, năm 2026\n\n',
    );
    mai.types('ai chua nop thang 12');
    expect((await next(mai)).text).toContain(
      'Phải gửi 3: đúng hạn 1, quá hạn đã gửi 0, bằng văn bản 1, chưa gửi 1.',
    );
    expect(await place.cli('status', '--period', '2026-M12')).toMatchObject({
      submitted: [{ unit: 'STC' }, { unit: 'SYT' }],
      late: [],
      missing: [{ unit: 'PTT', name: 'Phường Trung Tâm', duty: 'monthly', period: '2026-M12' }],
    });
  });

  test('no limit was broken, no tap was left unanswered, and the product stops cleanly', async () => {
    expect(telegram.violations).toEqual({ perBot: 0, perChat: 0 });
    const taps = [lan, binh, mai].flatMap((person) => person.transcript().match(/ ← \[/g) ?? []);
    await telegram.called('answerCallbackQuery', taps.length);
    await product.stop();
    expect(telegram.unconfirmed()).toEqual([]);
    expect(product.printed()).not.toMatch(/"level":[456]0/);
  });
});

function remindersOf(person: Person): string[] {
  return person.messages
    .map(({ text }) => text)
    .filter((text) => /^(Nhắc hạn|Đã quá hạn|Để lãnh đạo biết):/.test(text));
}

/** The first line, and what stands of the time after the deadline. */
function titleAndTime(reminder: string): (string | undefined)[] {
  return [reminder.split('\n')[0], /^Hạn: .*?\)\. (.*)$/m.exec(reminder)?.[1]];
}
