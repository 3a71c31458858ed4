import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#test/fakes/zalo/person.ts';
import { startZaloServer, type ZaloServer } from '#test/fakes/zalo-server.ts';
import { decemberAnswers } from '#test/journeys/december-answers.ts';
import { newPlace, type Place, type ProductProcess } from '#test/journeys/product-process.ts';
import { importUnits, invite } from '#test/journeys/province.ts';
import { answerAllOnZalo, nextOnZalo } from '#test/journeys/zalo-conversation.ts';

let zalo: ZaloServer;
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
  zalo = await startZaloServer({ shape: 'mixed' });
  place = await newPlace();
  product = await place.start({
    SANDBOX_NOW: '2026-12-06T09:00:00+07:00',
    ZALO_BOT_TOKENS: zalo.token,
    ZALO_API_ROOT: zalo.root,
  });
  lan = zalo.person('u-lan', 'Lan');
  hung = zalo.person('u-hung', 'Hùng');
  binh = zalo.person('u-binh', 'Bình');
  ha = zalo.person('u-ha', 'Hà');
  long = zalo.person('u-long', 'Long');
  mai = zalo.person('u-mai', 'Mai');
});

afterAll(async () => {
  await place.remove();
  await zalo.close();
});

let hasFailed = false;
beforeEach((chapter) => {
  chapter.skip(hasFailed, 'a chapter before it failed');
  chapter.onTestFailed(() => {
    hasFailed = true;
    console.error(product.printed());
  });
});

describe('December 2026 in a province, over Zalo by polling', { timeout: 120_000 }, () => {
  test('invited officers join by typing their codes; a code opens one chat only', async () => {
    await importUnits(place);
    const code = await invite(place, 'lan');
    lan.types(code);
    expect((await nextOnZalo(lan)).text).toContain('cán bộ báo cáo – Sở Tài chính');
    hung.types(await invite(place, 'hung'));
    expect((await nextOnZalo(hung)).text).toContain('lãnh đạo – Sở Tài chính');
    binh.types((await invite(place, 'binh')).toLowerCase().replace(/^(.{4})-?/, '$1-'));
    expect((await nextOnZalo(binh)).text).toContain('Xin chào Lê Văn Bình');
    ha.types(`/start ${await invite(place, 'ha')}`);
    expect((await nextOnZalo(ha)).text).toContain('Xin chào Đỗ Thu Hà');
    long.types(await invite(place, 'long'));
    expect((await nextOnZalo(long)).text).toContain('Xin chào Vũ Đức Long');
    mai.types(await invite(place, 'mai'));
    expect((await nextOnZalo(mai)).text).toContain('đầu mối tổng hợp – Sở Khoa học và Công nghệ');

    const latecomer = zalo.person('u-late', 'Người đến sau');
    latecomer.types(code);
    expect((await nextOnZalo(latecomer)).text).toContain('Mã này đã dùng hoặc đã hết hạn.');
  });

  test('whoever guesses codes has to wait for an hour, even with the right one', async () => {
    const code = await invite(place, 'khanh');
    const guesser = zalo.person('u-guesser', 'Người đoán mã');
    for (const guess of ['AAAA2222', 'bbbb-3333', '/start CCCC4444', 'DDDD 5555', 'EEEE6666']) {
      guesser.types(guess);
      expect((await nextOnZalo(guesser)).text).toContain('Mã này không đúng.');
    }
    guesser.types(code);
    expect((await nextOnZalo(guesser)).text).toContain('Anh/chị đã nhập sai nhiều lần.');
    await product.moveClock('2026-12-06T10:30:00+07:00');
    guesser.types(code);
    expect((await nextOnZalo(guesser)).text).toContain('Xin chào Ngô Gia Khánh');
  });

  test('on Sunday nobody is reminded, and the coordinator sees who owes what', async () => {
    mai.types('ai chưa báo cáo?');
    const list = await nextOnZalo(mai);
    expect(list.text).toMatch(/^Chưa báo cáo, tính đến 10:3\d Chủ nhật 6\/12\/2026:/);
    expect(list.text).toContain('Chưa gửi 9 trên 9 báo cáo');
    expect(list.text).toMatch(/• Phường Trung Tâm\n• Sở Tài chính\n• Sở Y tế(\n|$)/);
    hung.types('/chuabaocao tháng 12');
    expect((await nextOnZalo(hung)).text).toContain('Chưa gửi (1):\n• Sở Tài chính\n');
    lan.types('ai chưa báo cáo?');
    expect((await nextOnZalo(lan)).text).toContain('Danh sách này dành cho lãnh đạo đơn vị');
    expect([lan, hung, binh, ha, long, mai].flatMap(remindersOf)).toEqual([]);
  });

  test('on Monday 7/12 at 08:30 the officer gets one reminder, its choices as numbered lines', async () => {
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
        '',
        '1. Lập báo cáo',
        '2. Nhắc lại sau',
        '3. Vì sao tôi nhận?',
        '4. Đã gửi bằng văn bản',
        'Trả lời bằng số hoặc chữ.',
      ].join('\n'),
    ]);
    expect([binh, ha].map((person) => remindersOf(person).length)).toEqual([1, 1]);
    expect([hung, long, mai].flatMap(remindersOf)).toEqual([]);

    await nextOnZalo(lan);
    lan.types('vi sao');
    const why = (await nextOnZalo(lan)).text;
    expect(why).toContain('Anh/chị nhận vì là cán bộ báo cáo của Sở Tài chính.');
    expect(why).toContain('\n1. Lập báo cáo\n2. Nhắc lại sau\n3. Vì sao tôi nhận?\n4. Đã gửi bằng văn bản\n');
  });

  test('the officer answers every question by numbers, letters and labels, and sends', async () => {
    const { systems, month, quarter, year } = decemberAnswers;
    // The answer to “why” shows the reminder's lines again, under the same numbers.
    lan.types('1');
    const first = await nextOnZalo(lan);
    expect(first.text).toMatch(/^Làm cùng lúc: Báo cáo tháng 12\/2026, quý IV\/2026, năm 2026\./);
    lan.types('nhiều lắm');
    const asked = await nextOnZalo(lan);
    expect(asked.text).toContain('Tôi chưa hiểu câu trả lời này. Anh/chị gõ một số nguyên, ví dụ: 6');

    const approved = await answerAllOnZalo(lan, asked, systems.slice(0, 1));
    // Sent twice by a nervous thumb: the second one was typed before the next question could be read.
    expect(approved.text).toContain(systems[1].asks);
    lan.types('5');
    lan.types('5');
    const levels = await nextOnZalo(lan);
    expect(levels.text).toContain(systems[2].asks);
    const levelsAgain = await nextOnZalo(lan);
    expect(levelsAgain.text).not.toContain('Tôi chưa hiểu câu trả lời này.');

    const incidents = await answerAllOnZalo(lan, levelsAgain, systems.slice(2));
    lan.picks('Không có (0)', incidents);
    const holes = await nextOnZalo(lan);
    expect(holes.text).toContain('Đã ghi: Số sự cố: 0 (cả 3 kỳ).');
    lan.picks('Quay lại', holes);
    const back = await nextOnZalo(lan);
    expect(back.text).toContain('Đang ghi: 0');
    lan.picks('Giữ nguyên', back);

    const summary = await answerAllOnZalo(lan, await nextOnZalo(lan), [
      ...month.slice(1),
      ...quarter,
      ...year,
    ]);
    expect(summary.text).toContain('Anh/chị xem lại trước khi gửi:\nSở Tài chính: Báo cáo tháng 12/2026');
    expect(summary.text).toContain('• Đã phê duyệt cấp độ: 5\n');
    expect(summary.text).toContain(
      '• Theo cấp độ 1–5: Cấp độ 1: 3, Cấp độ 2: 2\n• Đã triển khai đủ phương án: 4',
    );
    lan.picks('Gửi 3 báo cáo', summary);
    const receipt = await nextOnZalo(lan);
    expect(receipt.text).toMatch(/^Đã nhận 3 báo cáo của Sở Tài chính lúc 08:3\d thứ Hai 7\/12\/2026\.\n/);
    expect(receipt.text.split('\n').slice(1)).toEqual([
      expect.stringMatching(/^• Báo cáo tháng 12\/2026: mã tiếp nhận 2612-\w{4}-\w{4}, đúng hạn$/),
      expect.stringMatching(/^• Báo cáo quý IV\/2026: mã tiếp nhận 2612-\w{4}-\w{4}, đúng hạn$/),
      expect.stringMatching(/^• Báo cáo năm 2026: mã tiếp nhận 2612-\w{4}-\w{4}, đúng hạn$/),
      '',
      'Biên nhận này không thay văn bản đã ký.',
      '',
      '1. Sửa báo cáo đã gửi',
      'Trả lời bằng số hoặc chữ.',
    ]);
  });

  test('the lists of the coordinator and of the head change', async () => {
    mai.types('ai chua nop thang 12');
    const { text } = await nextOnZalo(mai);
    expect(text).toMatch(/^Tháng 12\/2026 – tính đến 08:3\d thứ Hai 7\/12\/2026:/);
    expect(text).toContain('Phải gửi 3: đúng hạn 1, quá hạn đã gửi 0, bằng văn bản 0, chưa gửi 2.');
    expect(text).toContain('Chưa gửi (2):\n• Phường Trung Tâm\n• Sở Y tế');
    hung.types('ai chưa báo cáo?');
    expect((await nextOnZalo(hung)).text).toMatch(/^Hiện không còn báo cáo nào chưa gửi\.\n/);
  });

  test('another unit has sent on paper: recorded, and confirmed by the coordinator', async () => {
    await nextOnZalo(binh);
    binh.types('gửi qua trục rồi, số 214/BC-SYT');
    expect((await nextOnZalo(binh)).text).toContain('Văn bản này là báo cáo nào?');
    binh.picks('Cả 3 báo cáo');
    expect((await nextOnZalo(binh)).text).toContain('Văn bản số 214/BC-SYT ký ngày nào?');
    binh.types('7/12');
    const check = await nextOnZalo(binh);
    expect(check.text).toContain('Số 214/BC-SYT ngày 7/12/2026');
    binh.picks('Ghi nhận', check);
    expect((await nextOnZalo(binh)).text).toContain('Đã ghi nhận văn bản số 214/BC-SYT ngày 7/12/2026.');

    const titles = 'Báo cáo tháng 12/2026, quý IV/2026, năm 2026';
    const asked = await nextOnZalo(mai);
    expect(asked.text).toContain(
      `Sở Y tế báo đã gửi bằng văn bản:\n${titles}, số 214/BC-SYT ngày 7/12/2026.`,
    );
    mai.picks('Xác nhận đã nhận', asked);
    expect((await nextOnZalo(mai)).text).toBe(`Đã xác nhận văn bản số 214/BC-SYT của Sở Y tế: ${titles}.`);
  });

  test('by 16/12 only the ward is overdue: it and its head are told, nobody else is', async () => {
    const before = new Map([lan, hung, binh, ha, long].map((person) => [person, remindersOf(person).length]));
    expect((await product.moveClock('2026-12-16T09:00:00+07:00')).undelivered).toBe(0);
    const since = (person: Person) => remindersOf(person).slice(before.get(person));
    expect(since(ha).at(-1)).toMatch(/^Đã quá hạn: 3 báo cáo chưa gửi\n/);
    expect(since(long).at(-1)).toMatch(/^Để lãnh đạo biết: đơn vị còn 3 báo cáo chưa gửi\n/);
    expect([lan, hung, binh].flatMap(since)).toEqual([]);
    expect(await place.cli('status', '--period', '2026-M12')).toMatchObject({
      submitted: [{ unit: 'STC' }, { unit: 'SYT' }],
      late: [],
      missing: [{ unit: 'PTT', name: 'Phường Trung Tâm', duty: 'monthly', period: '2026-M12' }],
    });
  });

  test('no message was lost, and the product stops cleanly', async () => {
    await product.stop();
    expect([zalo.lost, zalo.pending(), zalo.turnedAway]).toEqual([[], [], []]);
    expect(product.printed()).not.toMatch(/"level":[456]0/);
  });
});

function remindersOf(person: Person): string[] {
  return person.messages
    .map(({ text }) => text)
    .filter((text) => /^(Nhắc hạn|Đã quá hạn|Để lãnh đạo biết):/.test(text));
}
