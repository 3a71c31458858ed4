import { beforeEach, describe, expect, test } from 'vitest';
import { encodeTap } from '#domain/callback.ts';
import type { Incident } from '#domain/incident/incident.ts';
import { isoInstant } from '#domain/time.ts';
import { textIn } from '#locales/text.ts';
import { clocksOfIncident } from '#storage/queries/incident-clocks.ts';
import { eventsOf } from '#storage/queries/incident-events.ts';
import { findIncidentTalk } from '#storage/queries/incident-talks.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';
import { becomesKnown, clockedIncident, clocksNow } from '#test/kit/clocked-incident.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { tapsData } from '#test/kit/raw-updates.ts';
import { auditRows } from '#test/kit/report-rows.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

const say = textIn('vi');

let story: Story;
let incident: Incident;
let binh: StoryOfficer;

/** The night to Saturday 12/12. Bình, head of Sở Tài chính, handles a severe incident that An has reported. */
beforeEach(async () => {
  story = await aProvince({ begins: '2026-12-12T02:14:00+07:00', catalogue: realCatalogue([]) });
  binh = story.binh;
  incident = await clockedIncident(story);
});

const taps = (verb: 'met' | 'waive', officer = binh) =>
  tapsData(story, officer, encodeTap('inc', verb, incident.id));

async function clockNamed(duty: string) {
  const clock = (await clocksOfIncident(story.store.db, incident.id)).find((one) => one.duty === duty);
  if (!clock) throw new Error(`no clock ${duty}`);
  return clock;
}

async function tellsOf24Hours(): Promise<void> {
  await taps('met');
  await binh.receives(say('clock-which-met'));
  await binh.taps('Thông báo ban đầu 24 giờ');
  await binh.receives('Anh/chị đã thông báo cho ai, bằng cách nào, lúc mấy giờ?');
}

describe('somebody was told', () => {
  test('which time limit, then who, how and when in one line; said back, and in the record', async () => {
    story.clock.set('2026-12-12T03:05:00+07:00');
    await taps('met');
    const { buttons } = await binh.receives(say('clock-which-met'));
    expect(buttons).toEqual([
      'Thông báo ngay',
      'Thông báo ban đầu 24 giờ',
      'Thông báo nguyên nhân 72 giờ',
      'Báo cáo sự cố 5 ngày',
      say('button-incident-never-mind'),
    ]);
    await binh.taps('Thông báo ban đầu 24 giờ');
    const { text } = await binh.receives(say('clock-ask-told'));
    expect(text).toContain(
      'thông báo ban đầu về sự cố an ninh mạng nghiêm trọng cho Cơ quan chuyên trách thuộc Bộ Công an',
    );
    expect(text).toContain('Theo: Nghị định số 331/2026/NĐ-CP, Điều 31 khoản 2 điểm d.');

    await binh.types('Gọi PA05, đồng chí Hùng, 02:40');
    const done = await binh.receives('SC-2026-0001: đã ghi Thông báo ban đầu 24 giờ');
    expect(done.text).toContain(
      'thông báo cho PA05, đồng chí Hùng, gọi điện thoại, lúc 02:40 thứ Bảy 12/12/2026.',
    );
    expect(done.text).toContain('không thay cho thông báo, báo cáo chính thức');

    const { told, how, metAt, metBy } = await clockNamed('incident-initial');
    expect({ told, how, metBy }).toEqual({
      told: 'PA05, đồng chí Hùng',
      how: 'gọi điện thoại',
      metBy: binh.id,
    });
    expect(metAt && isoInstant(metAt, story.catalogue.zone)).toBe('2026-12-12T02:40:00+07:00');
    const event = (await eventsOf(story.store.db, incident.id)).at(-1);
    expect(event).toMatchObject({
      kind: 'clock-met',
      officer: { id: binh.id },
      details: { directive: 'nd-331-2026', duty: 'incident-initial' },
    });
    expect(await auditRows(story, 'incident-clock-met')).toMatchObject([
      { actorId: binh.id, details: { event: event?.id } },
    ]);
  });

  test('the way is asked for where it was not said, and may be chosen', async () => {
    await tellsOf24Hours();
    await binh.types('PA05, đồng chí Hùng');
    const { buttons } = await binh.receives('đã thông báo cho PA05, đồng chí Hùng bằng cách nào?');
    expect(buttons).toEqual([
      ...['gọi điện thoại', 'nhắn tin', 'thư công vụ', 'gửi văn bản', 'báo trực tiếp'],
      say('button-incident-never-mind'),
    ]);
    await binh.taps('nhắn tin');
    await binh.receives('thông báo cho PA05, đồng chí Hùng, nhắn tin, lúc 02:14');
  });

  test('or typed in words of one’s own', async () => {
    await tellsOf24Hours();
    await binh.types('PA05');
    await binh.receives('bằng cách nào?');
    await binh.types('bộ đàm');
    await binh.receives('thông báo cho PA05, bộ đàm, lúc');
  });

  test('nobody named: asked again', async () => {
    await tellsOf24Hours();
    await binh.types('đã gọi rồi');
    await binh.receives(say('clock-ask-whom'));
    await binh.types('gọi PA05');
    await binh.receives('đã ghi Thông báo ban đầu 24 giờ');
  });

  test('one call that says what several ask for is recorded for them with one tap each', async () => {
    await tellsOf24Hours();
    await binh.types('gọi PA05 02:14');
    const { buttons } = await binh.receives('đã ghi Thông báo ban đầu 24 giờ');
    expect(buttons).toEqual([
      'Cũng đã làm: Thông báo ngay',
      'Cũng đã làm: Thông báo nguyên nhân 72 giờ',
      say('button-clock-undo'),
    ]);
    await binh.taps('Cũng đã làm: Thông báo ngay');
    await binh.receives('đã ghi Thông báo ngay – thông báo cho PA05, gọi điện thoại, lúc 02:14');
    expect(await clocksNow(story, incident)).toEqual([
      'incident-immediate until 2026-12-12T03:14, met',
      'incident-initial until 2026-12-13T02:14, met',
      'incident-causes until 2026-12-15T02:14',
      'incident-report until 2026-12-17T02:14',
    ]);
  });

  test('taken back with one tap: the clock runs on, the line goes from the timeline', async () => {
    await tellsOf24Hours();
    await binh.types('gọi PA05');
    await binh.receives('đã ghi');
    await binh.taps(say('button-clock-undo'));
    await binh.receives('Đã gỡ. Thời hạn Thông báo ban đầu 24 giờ tiếp tục tính.');
    expect(await clockNamed('incident-initial')).toMatchObject({
      metAt: null,
      metBy: null,
      told: null,
      how: null,
    });
    const kinds = (await eventsOf(story.store.db, incident.id)).map(({ kind }) => kind);
    expect(kinds).not.toContain('clock-met');
    await binh.taps(say('button-clock-undo'));
    await binh.receives(say('old-button'));
  });

  test('after its time: recorded as late, and why is asked', async () => {
    story.clock.set('2026-12-13T08:00:00+07:00');
    await tellsOf24Hours();
    await binh.types('gọi PA05 07:45');
    const { text } = await binh.receives('đã ghi Thông báo ban đầu 24 giờ');
    expect(text).toContain('Việc này sau thời hạn 02:14 Chủ nhật 13/12/2026.');
    await binh.types('trực ban không bắt máy cả đêm');
    await binh.receives('đã ghi Thông báo ban đầu 24 giờ – lý do chậm: trực ban không bắt máy cả đêm');
    expect((await clockNamed('incident-initial')).lateReason).toBe('trực ban không bắt máy cả đêm');
  });

  test('in time but recorded after it: not late', async () => {
    story.clock.set('2026-12-13T08:00:00+07:00');
    await tellsOf24Hours();
    await binh.types('gọi PA05 22:30 tối qua');
    const { text } = await binh.receives('đã ghi Thông báo ban đầu 24 giờ');
    expect(text).toContain('lúc 22:30 thứ Bảy 12/12/2026');
    expect(text).not.toContain('sau thời hạn');
  });

  test('under the reminder itself, without being asked which', async () => {
    await story.until('2026-12-12T21:26:00+07:00');
    await binh.receives('Còn 4 giờ 48 phút để thông báo ban đầu');
    await binh.taps(say('button-clock-met'));
    await binh.receives(say('clock-ask-told'));
    await binh.types('gọi PA05');
    await binh.receives('đã ghi Thông báo ban đầu 24 giờ');
    await story.until('2026-12-13T04:00:00+07:00');
    const shown = (await binh.screen()).map(({ text }) => text).join('\n');
    expect(shown).not.toContain('Đã quá thời hạn thông báo ban đầu');
  });
});

describe('nobody has to be told', () => {
  test('needs a reason; without one it is asked again', async () => {
    await taps('waive');
    await binh.receives(say('clock-which-waive'));
    await binh.taps('Báo cáo sự cố 5 ngày');
    await binh.receives(say('clock-ask-waive'));
    await binh.types('ko');
    await binh.receives(say('clock-reason-needed'));
    await binh.types('Máy diễn tập, không thuộc hệ thống của sở');
    await binh.receives(
      'đã ghi Báo cáo sự cố 5 ngày – không phải thông báo: Máy diễn tập, không thuộc hệ thống của sở',
    );
    expect(await clockNamed('incident-report')).toMatchObject({
      waivedBy: binh.id,
      waivedReason: 'Máy diễn tập, không thuộc hệ thống của sở',
    });
    const event = (await eventsOf(story.store.db, incident.id)).at(-1);
    expect(event).toMatchObject({ kind: 'clock-waived', details: { duty: 'incident-report' } });
    await binh.taps(say('button-clock-undo'));
    await binh.receives('tiếp tục tính');
    expect(await clockNamed('incident-report')).toMatchObject({ waivedAt: null, waivedReason: null });
  });
});

describe('asked, and then something else', () => {
  test('the question is left for "Thôi", and the person works on the incident again', async () => {
    await tellsOf24Hours();
    await binh.taps(say('button-incident-never-mind'));
    await binh.receives('Diễn biến');
    expect(await findIncidentTalk(story.store.db, binh.id)).toMatchObject({ stage: 'working' });
  });

  test('a clock that no longer applies is said to be gone', async () => {
    await tellsOf24Hours();
    await becomesKnown(story, incident, { severity: 'ordinary' });
    await binh.types('gọi PA05');
    await binh.receives(say('clock-gone'));
  });

  test('one that somebody else recorded meanwhile is not recorded twice; the handler hears of it', async () => {
    const lan = await story.joins('Đỗ Thị Lan', ['responder', 'STC']);
    await tellsOf24Hours();
    await taps('met', lan);
    await lan.taps('Thông báo ban đầu 24 giờ');
    await lan.types('gọi PA05');
    await lan.receives('đã ghi');
    await binh.receives('Đỗ Thị Lan đã ghi Thông báo ban đầu 24 giờ – PA05, gọi điện thoại');
    await binh.types('gọi PA05');
    await binh.receives(say('clock-settled'));
    expect((await clockNamed('incident-initial')).metBy).toBe(lan.id);
    await lan.taps(say('button-clock-undo'));
    await lan.receives('Đã gỡ');
  });

  test('an old button, and one of a clock that never was, are answered, not obeyed', async () => {
    await tapsData(story, binh, encodeTap('inc', 'met', incident.id, 'c-0'));
    await binh.receives(say('old-button'));
    await tapsData(story, binh, encodeTap('inc', 'met', incident.id, 'h-phone'));
    await binh.receives(say('old-button'));
    await tapsData(story, binh, encodeTap('inc', 'met', incident.id, 'h-'));
    await binh.receives(say('old-button'));
  });
});

describe('who may', () => {
  test('a colleague of another agency is told that there is no such incident', async () => {
    await taps('met', story.dung);
    await story.dung.receives(say('incident-none-such'));
  });

  test('whoever reported it may not say that others were told', async () => {
    await taps('met', story.an);
    await story.an.receives(say('incident-not-yours'));
  });

  test('a coordinator may', async () => {
    await taps('met', story.chi);
    await story.chi.receives(say('clock-which-met'));
  });
});

test('looking at the incident shows every time limit with its clause, and what became of it', async () => {
  await tellsOf24Hours();
  await binh.types('gọi PA05');
  await binh.receives('đã ghi');
  story.clock.set('2026-12-12T04:14:00+07:00');
  await tapsData(story, binh, encodeTap('inc', 'view', incident.id));
  const { text, buttons } = await binh.receives(say('incident-view-clocks'));
  expect(text).toContain(
    [
      '• Thông báo ngay: đã 2 giờ chưa ghi nhận, vẫn cần thực hiện ngay. Nghị định số 331/2026/NĐ-CP, Điều 31 khoản 2 điểm d.',
      '• Thông báo ban đầu 24 giờ: đã thông báo cho PA05, gọi điện thoại, lúc 02:14 thứ Bảy 12/12/2026.',
      '• Thông báo nguyên nhân 72 giờ: còn 2 ngày 22 giờ, trước 02:14 thứ Ba 15/12/2026. Nghị định số 331/2026/NĐ-CP, Điều 31 khoản 2 điểm d.',
      '• Báo cáo sự cố 5 ngày: còn 4 ngày 22 giờ, trước 02:14 thứ Năm 17/12/2026. Quyết định số 05/2017/QĐ-TTg ngày 16/3/2017 và Thông tư số 20/2017/TT-BTTTT ngày 12/9/2017.',
      '• Vi phạm dữ liệu cá nhân: chưa rõ có thuộc trường hợp này không; nếu có thì trước 02:14 thứ Ba 15/12/2026. Luật số 91/2025/QH15, Điều 23 khoản 1.',
    ].join('\n'),
  );
  expect(buttons).toEqual(expect.arrayContaining([say('button-clock-met'), say('button-clock-waive')]));
});

test('from the first word on: whoever takes it on sees what has to be done; noticed earlier than reported, all of it moves', async () => {
  story = await aProvince({ begins: '2026-12-12T02:10:00+07:00', catalogue: realCatalogue([]) });
  const { an } = story;
  const nam = await story.joins('Hoàng Văn Nam', ['responder', 'STC']);
  await an.types('máy kế toán file đổi đuôi .lockbit hết rồi');
  await nam.receives('SC-2026-0001');
  await nam.types('đã nhận');
  const { text, buttons } = await nam.receives('Anh/chị đã nhận SC-2026-0001');
  expect(text).toContain(
    '• Thông báo ban đầu 24 giờ: còn 24 giờ, trước 02:10 Chủ nhật 13/12/2026. Nghị định số 331',
  );
  expect(text).toContain('• Thông báo ngay: làm ngay, đã dưới 1 phút kể từ lúc phát hiện.');
  expect(buttons).toEqual(expect.arrayContaining([say('button-clock-met'), say('button-clock-waive')]));

  await an.types('chưa rõ');
  await an.types('đang lan, mất dữ liệu');
  await an.types('phát hiện từ 14h hôm qua');
  await story.at('2026-12-12T02:12:00+07:00');
  const reminder = await nam.receives('Còn 11 giờ 48 phút để thông báo ban đầu');
  expect(reminder.text).toContain('(trước 14:00 thứ Bảy 12/12/2026)');
});
