import { beforeEach, describe, expect, test } from 'vitest';
import { rehearsalBot } from '#bot/rehearsal/channel.ts';
import { incomingFromPhone } from '#bot/rehearsal/incoming.ts';
import { linkChat } from '#storage/queries/identities.ts';
import { eventsOf } from '#storage/queries/incident-events.ts';
import { inTransaction } from '#storage/transaction.ts';
import { anIncident } from '#test/kit/an-incident.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

let story: Story;
/** Responder at Sở Tài chính; responder at Sở Khoa học và Công nghệ; head of UBND tỉnh, which is above both. */
let giang: StoryOfficer;
let hoa: StoryOfficer;
let khanh: StoryOfficer;

const saturday = (time: string) => `2026-12-12T${time}+07:00`;

beforeEach(async () => {
  story = await aProvince({ begins: saturday('02:00:00') });
  await story.founds({ code: 'UBT', name: 'UBND tỉnh', kind: 'province-committee' });
  await story.founds({ code: 'STC', name: 'Sở Tài chính', parent: 'UBT' });
  giang = await story.joins('Hồ Giang', ['responder', 'STC']);
  hoa = await story.joins('Ngô Hoa', ['responder', 'SKHCN']);
  khanh = await story.joins('Vũ Khánh', ['head', 'UBT']);
});

const headline = 'SỰ CỐ SC-2026-0001 – Sở Tài chính: mã hóa dữ liệu, mức nghiêm trọng';

describe('a severe incident at two in the morning', () => {
  test('wakes the head and the responder of the unit at once', async () => {
    await anIncident(story, { by: story.an });
    const seen = await story.binh.receives(headline);
    expect(seen.text).toBe(
      [
        headline,
        'máy chủ bị mã hóa hết rồi',
        'Từ lúc: 02:00 thứ Bảy 12/12',
        'Người báo: Nguyễn Văn An (chưa có số liên hệ)',
        'Vì sao nghiêm trọng: loại sự cố này thường gây thiệt hại lớn nếu xử lý chậm',
        'Anh/chị chọn “Đã nhận” nếu xử lý sự cố này.',
      ].join('\n'),
    );
    expect(seen.buttons).toEqual(['Đã nhận', 'Báo nhầm', 'Xem sự cố']);
    await giang.receives(headline);
    await story.chi.receivesNothing();
    await story.an.receivesNothing();
  });

  test('the coordinators at 2:05:00, everyone above at 2:15:00, not a second before', async () => {
    await anIncident(story, { by: story.an });
    await story.at(saturday('02:04:59'));
    await story.chi.receivesNothing();
    await hoa.receivesNothing();
    await story.at(saturday('02:05:00'));
    await story.chi.receives(headline);
    await hoa.receives(headline);
    await story.at(saturday('02:14:59'));
    await khanh.receivesNothing();
    await story.at(saturday('02:15:00'));
    await khanh.receives(headline);
    await story.dung.receivesNothing();
  });

  test('then twice more from the first step, and no more', async () => {
    await anIncident(story, { by: story.an });
    await story.until(saturday('06:00:00'));
    await story.binh.receives(headline);
    await story.binh.receives('NHẮC LẦN 2: chưa có ai nhận xử lý.');
    await story.binh.receives('NHẮC LẦN 3: chưa có ai nhận xử lý.');
    await story.binh.receivesNothing();
    await khanh.receives(headline);
    await khanh.receives('NHẮC LẦN 2');
    await khanh.receives('NHẮC LẦN 3');
    await khanh.receivesNothing();
  });

  test('an outage over the first steps: everyone is alerted once when it is back', async () => {
    await anIncident(story, { by: story.an });
    await story.at(saturday('03:00:00'));
    await story.chi.receives(headline);
    await story.chi.receivesNothing();
    await khanh.receives(headline);
    await khanh.receivesNothing();
  });

  test('whoever holds the position and reported it is not woken by their own word', async () => {
    await anIncident(story, { by: story.binh });
    await story.binh.receivesNothing();
    await giang.receives(headline);
  });

  test('goes to every chat that a person has, at any hour', async () => {
    const second = { channel: 'rehearsal' as const, bot: rehearsalBot, chatId: 'second phone' };
    await inTransaction(story.store, (tx) =>
      linkChat(tx, { id: story.newId(), officerId: story.binh.id, ...second, linkedAt: story.clock.now() }),
    );
    await anIncident(story, { by: story.an });
    await story.binh.receives(headline);
    await story.binh.receivesNothing();
    expect(story.phones.screenOf('second phone').map(({ text }) => text.split('\n')[0])).toEqual([headline]);
  });

  test('is in the timeline: who was alerted by which step', async () => {
    const { id } = await anIncident(story, { by: story.an });
    await story.at(saturday('02:05:00'));
    const events = await eventsOf(story.store.db, id);
    expect(events.map(({ kind, details }) => ({ kind, ...details }))).toEqual([
      { kind: 'alerted', round: 1, step: 0, reached: 2, names: 'Hồ Giang, Trần Thị Bình' },
      { kind: 'alerted', round: 1, step: 1, reached: 2, names: 'Lê Thị Chi, Ngô Hoa' },
    ]);
  });

  test('in a drill every message says so first', async () => {
    await anIncident(story, { by: story.an, drill: true });
    const { text } = await story.binh.receives('SỰ CỐ DT-2026-0001');
    expect(text.startsWith('DIỄN TẬP – ')).toBe(true);
  });
});

describe('who cannot be reached', () => {
  test('with nobody at the unit the coordinators are woken at once', async () => {
    await story.founds({ code: 'SNV', name: 'Sở Nội vụ', parent: 'UBT' });
    const lan = await story.joins('Đỗ Lan', ['reporter', 'SNV']);
    await anIncident(story, { by: lan, at: 'SNV' });
    await story.chi.receives('SC-2026-0001 – Sở Nội vụ');
    await khanh.receivesNothing();
    await story.at(saturday('02:15:00'));
    await khanh.receives('SC-2026-0001 – Sở Nội vụ');
  });

  test('the same where those at the unit have closed their chats', async () => {
    await story.binh.blocks();
    await giang.blocks();
    await anIncident(story, { by: story.an });
    await story.chi.receives(headline);
  });

  test('with nobody at all the administrators are told, and the log says so loudly', async () => {
    for (const person of [story.binh, giang, story.chi, hoa, khanh]) await person.blocks();
    const minh = await story.joins('Bùi Minh', ['administrator', 'SKHCN']);
    await anIncident(story, { by: story.an });
    await minh.receives('SỰ CỐ SC-2026-0001 – Sở Tài chính: CHƯA BÁO ĐƯỢC CHO AI.');
    expect(story.log.lines.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([
      'nobody could be alerted of an incident',
    ]);
    // Whoever opens their chat meanwhile is alerted by the next round.
    await story.binh.unblocks();
    await story.at(saturday('02:15:00'));
    await story.binh.receives('NHẮC LẦN 2');
    await story.at(saturday('02:30:00'));
    await minh.receivesNothing();
  });
});

describe('an ordinary incident', () => {
  const phishing = { facts: { kind: 'phishing' }, severity: 'ordinary' as const, text: 'có thư giả mạo' };

  test('at night: the responder is woken, the head hears of it at seven, nobody else', async () => {
    await anIncident(story, { by: story.an, ...phishing });
    await giang.receives('SỰ CỐ SC-2026-0001 – Sở Tài chính: giả mạo, mức thông thường');
    await story.at(saturday('06:59:59'));
    await story.binh.receivesNothing();
    await story.at(saturday('07:00:00'));
    await story.binh.receives('mức thông thường');
    await story.until(saturday('23:00:00'));
    for (const person of [story.chi, hoa, khanh]) await person.receivesNothing();
  });

  test('by day the head hears of it after a quarter of an hour', async () => {
    await story.at(saturday('10:00:00'));
    await anIncident(story, { by: story.an, ...phishing });
    await story.at(saturday('10:14:59'));
    await story.binh.receivesNothing();
    await story.at(saturday('10:15:00'));
    await story.binh.receives('mức thông thường');
  });
});

describe('“Đã nhận”', () => {
  test('ends it everywhere, and everyone alerted hears who has it', async () => {
    await anIncident(story, { by: story.an });
    await story.at(saturday('02:04:00'));
    await giang.receives(headline);
    await story.binh.taps('Đã nhận');
    await giang.receives('Trần Thị Bình');
    await story.an.receives('Trần Thị Bình');
    await story.until(saturday('02:59:00'));
    for (const person of [story.chi, hoa, khanh]) await person.receivesNothing();
  });

  test('an alert that is still in line does not go out any more', async () => {
    await anIncident(story, { by: story.an });
    // The step is taken, and nothing is delivered before somebody at the unit says the word.
    story.clock.set(saturday('02:05:00'));
    await story.binh.receives(headline);
    await story.engine.plan();
    const [message] = story.phones.screenOf(story.binh.chatId).slice(-1);
    const ack = message?.buttons.find(({ label }) => label === 'Đã nhận');
    await story.engine.receive(
      incomingFromPhone(story.binh.chatId, 'ack', {
        ...{ kind: 'tapped', messageId: message?.id ?? '', data: ack?.data ?? '' },
      }),
    );
    const alerts = (await story.chi.screen()).filter(({ text }) => text.startsWith('SỰ CỐ'));
    expect(alerts).toEqual([]);
  });

  test('reopened after a false alarm, it alerts from the first step again', async () => {
    await anIncident(story, { by: story.an });
    await story.binh.taps('Báo nhầm');
    await story.binh.taps('Đúng, báo nhầm');
    await giang.receives(headline);
    await giang.receives('Báo nhầm');
    await story.at(saturday('02:30:00'));
    await giang.receivesNothing();
    await story.binh.taps('Vẫn là sự cố');
    await giang.receives(headline);
    await story.at(saturday('02:35:00'));
    await story.chi.receives(headline);
  });
});
