import { beforeEach, describe, expect, test } from 'vitest';
import type { Incident, Impact } from '#domain/incident/incident.ts';
import { isoInstant } from '#domain/time.ts';
import { textIn } from '#locales/text.ts';
import { remindOfClocks } from '#scheduler/remind-of-clocks.ts';
import { changeClock, clocksOfIncident, keepOpenClocks } from '#storage/queries/incident-clocks.ts';
import { eventsOf } from '#storage/queries/incident-events.ts';
import { inTransaction } from '#storage/transaction.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';
import { becomesKnown, clockedIncident, clocksNow } from '#test/kit/clocked-incident.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { auditRows } from '#test/kit/report-rows.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

const say = textIn('vi');

let story: Story;
let binh: StoryOfficer;

/** No directive of a province is on: only what is in force everywhere. */
async function begins(at: string): Promise<void> {
  story = await aProvince({ begins: at, catalogue: realCatalogue([]) });
  binh = story.binh;
}

/** When somebody was reminded of clocks until now: "12/12 14:14". */
async function remindedAt(officer: StoryOfficer): Promise<string[]> {
  const rows = await story.store.db
    .selectFrom('messages')
    .select('createdAt')
    .where('kind', '=', 'incident-clock')
    .where('officerId', '=', officer.id)
    .where('status', '=', 'sent')
    .orderBy('seq')
    .execute();
  return rows.map(({ createdAt }) => isoInstant(createdAt, story.catalogue.zone).slice(5, 16));
}

const impact: Impact = {
  ...{ spreading: 'no', serviceDown: 'no', dataHarmed: 'no', personalData: 'no', beyondCapacity: 'no' },
};

describe('on the night to Saturday 12/12, severe', () => {
  let incident: Incident;

  beforeEach(async () => {
    await begins('2026-12-12T02:14:00+07:00');
    incident = await clockedIncident(story);
  });

  test('its handler is reminded of each clock at half, at 80 % and an hour before, at any hour', async () => {
    await story.until('2026-12-14T02:00:00+07:00');
    expect(await remindedAt(binh)).toEqual([
      // At once: after 30, 48 and 60 minutes.
      ...['12-12T02:44', '12-12T03:02', '12-12T03:14'],
      // 24 hours: at 12, 19.2 and 23 hours, and when they have passed; 72 hours: at 36.
      ...['12-12T14:14', '12-12T21:26', '12-13T01:14', '12-13T02:14', '12-13T14:14'],
    ]);
  });

  test('what is said: how long still, what, to whom, until when, by which clause', async () => {
    await story.until('2026-12-12T21:30:00+07:00');
    const { text, buttons } = await binh.receives('Còn 4 giờ 48 phút');
    expect(text).toBe(
      [
        'SC-2026-0001 – Sở Tài chính: chưa rõ loại',
        '',
        'Còn 4 giờ 48 phút để thông báo ban đầu về sự cố an ninh mạng nghiêm trọng cho Cơ quan chuyên trách thuộc Bộ Công an (trước 02:14 Chủ nhật 13/12/2026).',
        'Theo: Nghị định số 331/2026/NĐ-CP, Điều 31 khoản 2 điểm d.',
      ].join('\n'),
    );
    expect(buttons).toEqual([
      say('button-clock-met'),
      say('button-clock-waive'),
      say('button-incident-view'),
    ]);
  });

  test('"at once" has no hours: the hour that we remind by is never shown as the law’s', async () => {
    await story.until('2026-12-12T02:45:00+07:00');
    const { text } = await binh.receives('Văn bản yêu cầu làm ngay');
    expect(text).toContain('Đã 30 phút kể từ lúc phát hiện.');
    expect(text).toContain(
      'Văn bản không nêu số giờ; mức 1 giờ để nhắc là của hệ thống, không phải quy định.',
    );
    expect(text).toContain('hệ thống nhắc khi sự cố được xếp mức nghiêm trọng hoặc có dịch vụ đang ngừng');
    expect(text).not.toContain('trước');
  });

  test('a missed one is said plainly, to the head too, and stays to be done', async () => {
    const lan = await story.joins('Đỗ Thị Lan', ['head', 'STC']);
    await story.until('2026-12-13T02:15:00+07:00');
    const { text } = await binh.receives('Đã quá thời hạn thông báo ban đầu');
    expect(text).toContain('cho Cơ quan chuyên trách thuộc Bộ Công an: 02:14 Chủ nhật 13/12/2026.');
    expect(text).toContain('Vẫn cần thực hiện và ghi lại lý do chậm.');
    expect((await lan.receives('Đã quá thời hạn thông báo ban đầu')).text).toContain(
      'Người xử lý: Trần Thị Bình.',
    );
    // At once: when it has passed; 24 hours: in the last hour and when they have passed.
    expect(await remindedAt(lan)).toEqual(['12-12T03:14', '12-13T01:14', '12-13T02:14']);
    expect(await clocksNow(story, incident)).toEqual([
      'incident-immediate until 2026-12-12T03:14, missed',
      'incident-initial until 2026-12-13T02:14, missed',
      'incident-causes until 2026-12-15T02:14',
      'incident-report until 2026-12-17T02:14',
    ]);
    const events = await eventsOf(story.store.db, incident.id);
    expect(events.filter(({ kind }) => kind === 'clock-missed')).toMatchObject([
      { officer: null, details: { directive: 'nd-331-2026', duty: 'incident-immediate' } },
      { officer: null, details: { directive: 'nd-331-2026', duty: 'incident-initial' } },
    ]);
    expect(await auditRows(story, 'incident-clock-missed')).toHaveLength(2);
  });

  test('after an outage, all that was passed of an incident comes as one message', async () => {
    await story.at('2026-12-13T01:30:00+07:00');
    const { text, buttons } = await binh.receives('SC-2026-0001');
    expect(text).toContain('Còn 44 phút để thông báo ban đầu');
    expect(text).toContain('Đã 23 giờ 16 phút kể từ lúc phát hiện mà chưa ghi nhận việc');
    expect(buttons).toContain(say('button-clock-met-of', { name: 'Thông báo ban đầu 24 giờ' }));
    expect(await remindedAt(binh)).toEqual(['12-13T01:30']);
  });

  test('a reminder that is still in line when it is met says nothing any more', async () => {
    story.clock.set('2026-12-12T14:14:00+07:00');
    await remindOfClocks(story, story.clock.now());
    await inTransaction(story.store, async (tx) => {
      for (const clock of await clocksOfIncident(tx, incident.id)) {
        await changeClock(tx, clock, { metAt: story.clock.now(), metBy: binh.id, told: 'PA05' });
      }
    });
    await story.delivered();
    await binh.receivesNothing();
    await story.until('2026-12-20T00:00:00+07:00');
    expect(await remindedAt(binh)).toEqual([]);
  });

  test('looking again and again, or at an hour that has passed before, tells nothing twice', async () => {
    await story.until('2026-12-12T14:15:00+07:00');
    const before = await remindedAt(binh);
    story.clock.set('2026-12-12T14:14:00+07:00');
    expect(await remindOfClocks(story, story.clock.now())).toBe(0);
    await story.at('2026-12-12T14:20:00+07:00');
    expect(await remindedAt(binh)).toEqual(before);
  });

  test('while nobody handles it, and nobody could be alerted, whoever reported it is reminded, without buttons', async () => {
    const other = await clockedIncident(story, { handler: null, status: 'duplicate' });
    expect(await clocksNow(story, other)).toEqual([]);
    await becomesKnown(story, incident, { handler: null, status: 'closed', closedAt: story.clock.now() });
    await story.until('2026-12-12T14:15:00+07:00');
    expect(await remindedAt(story.an)).toContain('12-12T14:14');
    const { text, buttons } = await story.an.receives('Còn 12 giờ');
    expect(text).toContain(say('clock-no-handler'));
    expect(buttons).toEqual([]);
  });

  test('it turns out to have been noticed earlier: what runs moves, what was met stays', async () => {
    await inTransaction(story.store, async (tx) => {
      const immediate = (await clocksOfIncident(tx, incident.id))[0];
      if (immediate)
        await changeClock(tx, immediate, { metAt: story.clock.now(), metBy: binh.id, told: 'PA05' });
    });
    await becomesKnown(story, incident, { detectedAt: new Date('2026-12-11T16:00:00+07:00') });
    expect(await clocksNow(story, incident)).toEqual([
      'incident-immediate until 2026-12-12T03:14, met',
      'incident-initial until 2026-12-12T16:00',
      'incident-causes until 2026-12-14T16:00',
      'incident-report until 2026-12-16T16:00',
    ]);
    await story.until('2026-12-12T04:01:00+07:00');
    expect((await binh.receives('Còn 12 giờ')).text).toContain('trước 16:00 thứ Bảy 12/12/2026');
  });

  test('called off: no clock is left, and none is reminded of', async () => {
    await becomesKnown(story, incident, { status: 'false-alarm' });
    expect(await clocksNow(story, incident)).toEqual([]);
    await story.until('2026-12-18T00:00:00+07:00');
    expect(await remindedAt(binh)).toEqual([]);
  });
});

test('a directive that is switched on while an incident is open adds its clock', async () => {
  await begins('2026-12-12T02:14:00+07:00');
  const incident = await clockedIncident(story);
  const on = realCatalogue(['thai-nguyen-1880-2024']);
  await inTransaction(story.store, (tx) => keepOpenClocks(tx, on, story.clock.now()));
  expect(await clocksNow(story, incident)).toContain('incident-severe until 2026-12-12T03:14');
});

describe('an ordinary one', () => {
  test('that turns out to be severe in the 13th hour: its handler hears at once how long is left', async () => {
    await begins('2026-12-12T02:14:00+07:00');
    const incident = await clockedIncident(story, { severity: 'ordinary' });
    expect(await clocksNow(story, incident)).toHaveLength(2);
    await story.until('2026-12-12T15:00:00+07:00');
    expect(await remindedAt(binh)).toEqual([]);
    await becomesKnown(story, incident, { severity: 'severe' });
    await story.at('2026-12-12T15:00:05+07:00');
    expect((await binh.receives('Còn 11 giờ 14 phút để thông báo ban đầu')).text).toContain('SC-2026-0001');
  });

  test('with personal data in it: their own notice within 72 hours', async () => {
    await begins('2026-12-12T02:14:00+07:00');
    const incident = await clockedIncident(story, {
      severity: 'ordinary',
      facts: { impact: { ...impact, personalData: 'yes' } },
    });
    expect(await clocksNow(story, incident)).toContain('personal-data-breach until 2026-12-15T02:14');
    await story.until('2026-12-13T14:15:00+07:00');
    const { text } = await binh.receives('Còn 36 giờ');
    expect(text).toContain(
      'Còn 36 giờ để thông báo vi phạm bảo vệ dữ liệu cá nhân (trước 02:14 thứ Ba 15/12/2026)',
    );
    expect(text).toContain('Theo: Luật số 91/2025/QH15, Điều 23 khoản 1.');
  });

  test('over Tết 2027: nothing stops, and five days are over on the fifth day', async () => {
    await begins('2027-02-04T23:50:00+07:00');
    const incident = await clockedIncident(story, { severity: 'ordinary' });
    expect(await clocksNow(story, incident)).toEqual([
      'incident-causes until 2027-02-07T23:50',
      'incident-report until 2027-02-09T23:50',
    ]);
    await story.until('2027-02-10T00:00:00+07:00');
    expect(await remindedAt(binh)).toEqual([
      ...['02-06T11:50', '02-07T09:26', '02-07T11:50', '02-07T22:50', '02-07T23:50'],
      ...['02-08T23:50', '02-09T22:50', '02-09T23:50'],
    ]);
  });

  test('over 30 April and 1 May', async () => {
    await begins('2027-04-29T16:45:00+07:00');
    const incident = await clockedIncident(story, { severity: 'ordinary' });
    expect((await clocksNow(story, incident))[0]).toBe('incident-causes until 2027-05-02T16:45');
    await story.until('2027-05-01T05:00:00+07:00');
    expect(await remindedAt(binh)).toEqual(['05-01T04:45']);
  });

  test('closed: five days for the closing report, and those that run go on', async () => {
    await begins('2026-12-12T02:14:00+07:00');
    const incident = await clockedIncident(story, { severity: 'ordinary' });
    story.clock.set('2026-12-12T16:00:00+07:00');
    await becomesKnown(story, incident, { status: 'closed', closedAt: story.clock.now() });
    expect(await clocksNow(story, incident)).toEqual([
      'incident-causes until 2026-12-15T02:14',
      'incident-report until 2026-12-17T02:14',
      'incident-closing until 2026-12-17T16:00',
    ]);
    await story.until('2026-12-15T04:05:00+07:00');
    await binh.receives('Còn 2 ngày 12 giờ để gửi báo cáo kết thúc ứng phó sự cố');
  });
});

test('a drill says so', async () => {
  await begins('2026-12-12T02:14:00+07:00');
  const incident = await clockedIncident(story);
  await story.store.db.updateTable('incidents').set({ drill: true }).where('id', '=', incident.id).execute();
  await story.until('2026-12-12T02:45:00+07:00');
  expect((await binh.receives('làm ngay')).text).toMatch(/^DIỄN TẬP/);
});
