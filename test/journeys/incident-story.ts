import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { alertsOn, expectAsleep, type JourneyPhone } from '#test/journeys/incident-phones.ts';
import { type IncidentWorld, people } from '#test/journeys/incident-province.ts';
import { docxText } from '#test/kit/read-zip.ts';

/** When the product of the story is started: the night to Saturday. */
export const storyBegins = '2026-12-12T02:00:00+07:00';

const number = 'SC-2026-0001';
const alert = `SỰ CỐ ${number} – Sở Tài chính: mã hóa dữ liệu, mức nghiêm trọng`;

/** The story of one incident, from the first word at two in the night to both papers, on whichever channel `open` opens. */
export function tellIncidentStory(channel: string, open: () => Promise<IncidentWorld>): void {
  let world: IncidentWorld;
  /** Reporter, responder and head of the Sở Tài chính, the coordinator, the head of the level above. */
  let ha: JourneyPhone;
  let nam: JourneyPhone;
  let binh: JourneyPhone;
  let tuan: JourneyPhone;
  let quang: JourneyPhone;
  let reportedAt: Date;
  let hasFailed = false;

  beforeAll(async () => {
    world = await open();
    ({ ha, nam, binh, tuan, quang } = world.phones);
  });
  afterAll(() => world?.close());
  beforeEach((chapter) => {
    chapter.skip(hasFailed, 'a chapter before it failed');
    chapter.onTestFailed(() => {
      hasFailed = true;
      console.error(world.product.printed());
    });
  });

  /** Moves the clock to so many minutes after the first word; when things about incidents happened on the way, in minutes after it. */
  async function passesUntil(minutes: number): Promise<number[]> {
    const to = new Date(reportedAt.getTime() + minutes * 60_000).toISOString();
    const { due, undelivered } = await world.product.moveClock(to);
    expect(undelivered).toBe(0);
    const incidents = due.filter(({ kind }) => kind === 'incident');
    return incidents.map(({ at }) => (new Date(at).getTime() - reportedAt.getTime()) / 60_000);
  }

  describe(`an incident at two in the night, ${channel}`, { timeout: 120_000 }, () => {
    test('“sự cố” is asked one question, with whom to ring', async () => {
      await ha.types('sự cố');
      expect(await ha.receives('Chuyện gì đang xảy ra?')).toContain('Anh/chị gọi ngay');
      expectAsleep(nam, binh, tuan, quang);
    });

    test('from the second message on it is recorded, and two responders are woken', async () => {
      await ha.types('máy kế toán file đổi đuôi .lockbit hết rồi');
      const first = await ha.receives(`Đã ghi ${number} – Sở Tài chính, mức nghiêm trọng.`);
      expect(first).toContain(
        'Đã báo cho: Hoàng Văn Nam (ứng cứu sự cố – Sở Tài chính); Trần Quốc Bình (lãnh đạo – Sở Tài chính).',
      );
      expect(first).toContain('Không tắt máy');
      for (const woken of [nam, binh]) {
        expect(await woken.receives(alert)).toContain('máy kế toán file đổi đuôi .lockbit hết rồi');
      }
      expectAsleep(tuan, quang);
      const [incident] = (await world.place.cli('incidents', 'list')) as { reportedAt: string }[];
      reportedAt = new Date(incident?.reportedAt ?? '');
    });

    test('the reporter answers what is still asked', async () => {
      await ha.types('Kế toán nội bộ');
      await ha.receives('Đã ghi hệ thống: Kế toán nội bộ');
      await ha.types('đang lan, mất dữ liệu');
      await ha.receives('Đã ghi: đang lan sang máy khác, dữ liệu bị mất, bị sửa hoặc bị lộ.');
      await ha.types('0912 345 678');
      await ha.receives('Đã ghi số liên hệ: 0912 345 678.');
      await ha.chooses('Xong');
      await ha.receives(`${number} đủ thông tin ban đầu.`);
    });

    test('nobody takes it on: the coordinator is woken at 5:00, the level above at 15:00', async () => {
      expectAsleep(tuan, quang);
      expect(await passesUntil(6)).toEqual([5]);
      expect(await tuan.receives(alert)).toContain('liên hệ 0912 345 678');
      expectAsleep(quang);
      expect(await passesUntil(16)).toEqual([15]);
      await quang.receives(alert);
    });

    test('“đã nhận” is heard by everyone, and nobody is woken any more', async () => {
      await nam.types('đã nhận');
      await nam.receives(`Anh/chị đã nhận ${number}`);
      for (const told of [ha, binh, tuan, quang])
        await told.receives(`Hoàng Văn Nam đã nhận xử lý sự cố ${number}.`);
      await nam.types('đã rút mạng 2 máy, đang quét máy còn lại');
      await nam.receives(`Đã ghi vào ${number}: “đã rút mạng 2 máy, đang quét máy còn lại”`);
      await ha.receives('đã rút mạng 2 máy');
      await passesUntil(40);
      expect([nam, binh, tuan, quang].map((phone) => alertsOn(phone).length)).toEqual([1, 1, 1, 1]);
      await nam.types(`/suco ${number}`);
      await nam.receives('Diễn biến:');
      await nam.chooses('Đã khoanh vùng');
      await binh.receives(`${number}: đã khoanh vùng (Hoàng Văn Nam).`);
    });

    test('half of 24 hours warns; what was done is recorded, and warned of no more', async () => {
      expect(await passesUntil(12 * 60 + 5)).toContain(12 * 60);
      const warning = await nam.receives('Còn 12 giờ để thông báo ban đầu');
      expect(warning).toContain('Nghị định số 331/2026/NĐ-CP, Điều 31 khoản 2 điểm d');
      await nam.types(`/suco ${number}`);
      await nam.receives('Diễn biến:');
      await nam.chooses('Đã thông báo');
      await nam.receives('Anh/chị đã thông báo theo thời hạn nào?');
      await nam.chooses('Thông báo ban đầu 24 giờ');
      await nam.receives('Anh/chị đã thông báo cho ai, bằng cách nào, lúc mấy giờ?');
      await nam.types('Gọi PA05, đồng chí Hùng, 02:40');
      await nam.receives(`${number}: đã ghi Thông báo ban đầu 24 giờ – thông báo cho PA05, đồng chí Hùng`);
      const before = nam.texts().length;
      await passesUntil(24 * 60 + 5);
      const since = nam.texts().slice(before);
      expect(since.filter((text) => /(để|thời hạn) thông báo ban đầu/.test(text))).toEqual([]);
    });

    test('it is closed with cause, damage, measures and lessons, and everyone hears it', async () => {
      await nam.types(`/suco ${number}`);
      await nam.receives('Diễn biến:');
      await nam.chooses('Đóng sự cố');
      for (const [at, answer] of ['thư giả mạo', 'không', 'cài lại máy', 'tập huấn lại'].entries()) {
        await nam.receives(`Câu ${at + 1}/4.`);
        await nam.types(answer);
      }
      await nam.receives('Nguyên nhân: thư giả mạo');
      await nam.chooses('Đóng');
      await nam.receives(`Đã đóng ${number}.`);
      for (const told of [ha, binh, tuan, quang]) await told.receives('đã đóng (Hoàng Văn Nam)');
    });

    test('both papers are fetched from the product itself, once each', async () => {
      const first = await fetchesPaper(nam, 'Dự thảo báo cáo ban đầu');
      expect(first).toContain('DỰ THẢO');
      expect(first).toContain('máy kế toán file đổi đuôi .lockbit hết rồi');
      const closing = await fetchesPaper(nam, 'Dự thảo báo cáo kết thúc');
      expect(closing).toContain('thư giả mạo');
      expect(closing).toContain(people.ha.name);
    });

    test('a false alarm is called off to everyone whom it woke', async () => {
      await ha.types('web của sở bị hack');
      await ha.receives('Đã ghi SC-2026-0002');
      for (const woken of [nam, binh]) await woken.receives('SỰ CỐ SC-2026-0002');
      await ha.types('nhầm, quên mật khẩu thôi');
      await ha.receives('Báo nhầm SC-2026-0002');
      await ha.chooses('Đúng, báo nhầm');
      for (const told of [nam, binh]) await told.receives('Nguyễn Thị Thu Hà xác nhận không có sự cố.');
      await passesUntil(24 * 60 + 40);
      expect([tuan, quang].map((phone) => alertsOn(phone).length)).toEqual([1, 1]);
      expect(await world.place.cli('incidents', 'list')).toMatchObject([
        { number: 'SC-2026-0002', status: 'false-alarm' },
        { number, status: 'closed', handler: 'Hoàng Văn Nam' },
      ]);
    });

    test('the product stops cleanly', async () => {
      await world.product.stop();
      expect(world.product.printed()).not.toMatch(/"level":[456]0/);
    });
  });

  /** Takes the draft as it is, by the link that the chat gives: a look changes nothing, the button works once. */
  async function fetchesPaper(phone: JourneyPhone, label: string): Promise<string> {
    await phone.types(`/suco ${number}`);
    await phone.receives('Diễn biến:');
    await phone.chooses(label);
    await phone.receives('Mục 1/');
    await phone.chooses('Lấy dự thảo luôn');
    const [url = ''] = /https?:\/\/\S+/.exec(await phone.receives('bản dự thảo')) ?? [];
    expect(url).toMatch(new RegExp(`^${world.product.url}/giay-to/[\\w-]{43}$`));
    for (const _look of ['a robot that looks at links', 'a person']) {
      const page = await fetch(url);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('Tải dự thảo');
    }
    const response = await fetch(url, { method: 'POST' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toMatch(/SC-2026-0001\.docx"$/);
    const draft = docxText(Buffer.from(await response.arrayBuffer()));
    expect((await fetch(url, { method: 'POST' })).status).toBe(404);
    return draft;
  }
}
