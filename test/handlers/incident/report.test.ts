import { beforeEach, describe, expect, test } from 'vitest';
import { addContact } from '#storage/queries/contacts.ts';
import { putSystem } from '#storage/queries/systems.ts';
import { findUnitByCode } from '#storage/queries/units.ts';
import { inTransaction } from '#storage/transaction.ts';
import { textIn } from '#locales/text.ts';
import { alertedNames, incidentRows, timelineRows } from '#test/kit/incident-rows.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { dataOf, tapsData } from '#test/kit/raw-updates.ts';
import { auditRows } from '#test/kit/report-rows.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';
import { withoutButtons } from '#test/kit/without-buttons.ts';

const say = textIn('vi');

let story: Story;
let nam: StoryOfficer;

beforeEach(async () => {
  story = await aProvince({ begins: '2026-12-12T02:10:00+07:00' });
  nam = await story.joins('Hoàng Văn Nam', ['responder', 'STC']);
  await inTransaction(story.store, async (tx) => {
    const unit = await findUnitByCode(tx, 'STC');
    const unitId = unit?.id ?? '';
    await putSystem(tx, { id: story.newId(), unitId, name: 'Kế toán ngân sách', level: 3 });
    await putSystem(tx, { id: story.newId(), unitId, name: 'Trang thông tin', level: null });
    const contact = { id: story.newId(), name: 'Trực sự cố', phone: '0900 000 001', place: 1 };
    await addContact(tx, { ...contact, isPublic: true });
  });
});

describe.each([
  { channel: 'with buttons', on: (officer: StoryOfficer) => officer },
  { channel: 'without buttons', on: (officer: StoryOfficer) => withoutButtons(story, officer) },
])('$channel', ({ on }) => {
  test('one message that describes it is recorded and alerted, and answered with what to do', async () => {
    const an = on(story.an);
    await an.types('máy kế toán file đổi đuôi .lockbit hết rồi');
    const { text } = await an.receives('SC-2026-0001 – Sở Tài chính, mức nghiêm trọng');
    expect(text).toContain('Đã báo cho: Hoàng Văn Nam (ứng cứu sự cố – Sở Tài chính); Trần Thị Bình');
    expect(text).toContain('dùng điện thoại, không dùng máy nghi nhiễm:\n• Trực sự cố: 0900 000 001');
    expect(text).toMatch(/Không tắt máy/);
    expect(text).toContain('Câu 2/3. Hệ thống nào bị sự cố?');
    expect(await alertedNames(story)).toEqual(['Hoàng Văn Nam', 'Trần Thị Bình']);
    for (const officer of [nam, story.binh]) {
      await officer.receives('máy kế toán file đổi đuôi .lockbit hết rồi');
    }
    expect(await incidentRows(story)).toMatchObject([
      {
        ...{ number: 'SC-2026-0001', unit: 'STC', reporter: 'Nguyễn Văn An', severity: 'severe' },
        ...{ description: 'máy kế toán file đổi đuôi .lockbit hết rồi', facts: { kind: 'encryption' } },
        ...{ status: 'new', drill: false, detectedAt: '2026-12-12T02:10:00+07:00' },
      },
    ]);
    expect(await auditRows(story, 'incident-reported')).toMatchObject([{ actorId: story.an.id }]);
  });

  test('three messages answer everything, and the third may say several things', async () => {
    const an = on(story.an);
    await an.types('máy kế toán file đổi đuôi .lockbit hết rồi');
    await an.types('1');
    await an.receives(say('incident-noted-system', { system: 'Kế toán ngân sách (cấp độ 3)' }));
    await an.types('đang lan, mất dữ liệu');
    await an.receives('Đã ghi: đang lan sang máy khác, dữ liệu bị mất, bị sửa hoặc bị lộ.');
    const [incident] = await incidentRows(story);
    expect(incident?.facts).toMatchObject({
      kind: 'encryption',
      system: { name: 'Kế toán ngân sách', level: 3 },
      impact: { spreading: 'yes', dataHarmed: 'yes', serviceDown: 'unknown' },
    });
    expect((await timelineRows(story)).filter(([kind]) => kind !== 'alerted')).toEqual([
      ['reported', 'máy kế toán file đổi đuôi .lockbit hết rồi'],
      ['enriched', 'Kế toán ngân sách (cấp độ 3)'],
      ['enriched', 'đang lan, mất dữ liệu'],
    ]);
  });

  test('numbers of the list, and what is added one by one', async () => {
    const an = on(story.an);
    for (const typed of ['máy chủ bị mã hóa hết rồi', 'chưa rõ', '1 3']) await an.types(typed);
    await an.receives(say('incident-ask-more'));
    await an.types('từ 22h tối qua');
    await an.receives('bị từ 22:00 thứ Sáu 11/12');
    await an.types('từ 3h sáng nay');
    await an.receives(say('incident-since-future'));
    await an.types('đã rút dây mạng hai máy');
    await an.receives(say('incident-noted-done'));
    await an.types('0912 345 678');
    await an.receives(say('incident-noted-contact', { contact: '0912 345 678' }));
    await an.types('có tờ giấy tống tiền trên màn hình');
    await an.receives(say('incident-noted-text', { number: 'SC-2026-0001' }));
    await an.types('xong');
    await an.receives(
      say('incident-talk-over', { number: 'SC-2026-0001', who: say('incident-talk-over-told') }),
    );
    await an.types('cảm ơn em');
    await an.receives(say('not-understood'));
    const [incident] = await incidentRows(story);
    expect(incident).toMatchObject({
      detectedAt: '2026-12-11T22:00:00+07:00',
      description: 'máy chủ bị mã hóa hết rồi\ncó tờ giấy tống tiền trên màn hình',
      facts: {
        ...{ since: 'từ 22h tối qua', done: 'đã rút dây mạng hai máy', contact: '0912 345 678' },
        impact: { spreading: 'yes', dataHarmed: 'yes', personalData: 'unknown' },
      },
    });
    expect(incident?.facts).not.toHaveProperty('system');
  });

  test('what is not understood is kept, asked once more, and then let be', async () => {
    const an = on(story.an);
    for (const typed of ['máy chủ bị mã hóa hết rồi', 'cái máy ở phòng 302']) await an.types(typed);
    await an.types('sếp đang đi họp');
    await an.receives(say('incident-impact-misread', { number: 'SC-2026-0001' }));
    await an.types('gọi mãi không được');
    await an.receives(say('incident-ask-more'));
    const [incident] = await incidentRows(story);
    expect(incident?.facts).toMatchObject({ system: { name: 'cái máy ở phòng 302' } });
    expect((await timelineRows(story)).map(([, text]) => text)).toContain('sếp đang đi họp');
  });
});

describe('with buttons', () => {
  test('several marks, taken back, and Xong', async () => {
    await story.an.types('web bị hack');
    await story.an.taps(say('button-incident-not-known'));
    await story.an.taps(say('incident-impact-spreading'));
    await story.an.taps(say('incident-impact-service-down'));
    await story.an.taps(say('incident-impact-marked', { label: say('incident-impact-spreading') }));
    await story.an.taps(say('button-incident-done'));
    await story.an.receives('Đã ghi: dịch vụ bị ngừng.');
    const [incident] = await incidentRows(story);
    expect(incident?.facts).toMatchObject({ impact: { serviceDown: 'yes', spreading: 'unknown' } });
    expect((await timelineRows(story)).at(-1)).toEqual(['enriched', 'dịch vụ bị ngừng']);
  });

  test('a button of a question that has moved on is answered, not obeyed', async () => {
    await story.an.types('web bị hack');
    const earlier = await dataOf(story, story.an, 'Trang thông tin');
    await story.an.taps('Trang thông tin');
    await story.an.receives(say('incident-noted-system', { system: 'Trang thông tin' }));
    await tapsData(story, story.an, earlier);
    await story.an.receives(say('old-button'));
    expect((await timelineRows(story)).filter(([kind]) => kind === 'enriched')).toHaveLength(1);
    await story.an.types('6');
    await story.an.receives(say('incident-noted-impact-no'));
  });

  test('severity is judged anew by each answer: what becomes severe alerts the head too', async () => {
    await story.an.types('em bấm vào link giả mạo rồi');
    await story.an.screen();
    const [first] = await incidentRows(story);
    expect(first?.severity).toBe('ordinary');
    expect(await alertedNames(story)).toEqual(['Hoàng Văn Nam']);
    await story.an.types('chưa rõ');
    story.clock.pass(20_000);
    await story.an.types('đang lan');
    await story.an.receives('Nay là mức nghiêm trọng (sự cố đang lan rộng).');
    expect(await alertedNames(story)).toEqual(['Hoàng Văn Nam', 'Trần Thị Bình']);
  });
});
