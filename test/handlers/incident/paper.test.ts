import { beforeEach, describe, expect, test } from 'vitest';
import { encodeTap } from '#domain/callback.ts';
import type { Incident } from '#domain/incident/incident.ts';
import { textIn } from '#locales/text.ts';
import { eventsOf } from '#storage/queries/incident-events.ts';
import { findIncident } from '#storage/queries/incidents.ts';
import { storyAddress } from '#test/kit/engine.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { tapsData } from '#test/kit/raw-updates.ts';
import { recordedIncident } from '#test/kit/recorded-incident.ts';
import type { Seen, StoryOfficer } from '#test/kit/story-officer.ts';

const say = textIn('vi');
const linked = new RegExp(`^${storyAddress}/giay-to/[\\w-]{43}$`, 'm');

let story: Story;
let incident: Incident;

/** Saturday 12/12, 02:14: Bình, head of Sở Tài chính, may handle the incident that An has reported. */
beforeEach(async () => {
  story = await aProvince({ begins: '2026-12-12T02:14:00+07:00' });
  incident = await recordedIncident(story);
});

const asksForPaper = (officer: StoryOfficer, arg = 'first') =>
  tapsData(story, officer, encodeTap('inc', 'paper', incident.id, arg));

async function answers(officer: StoryOfficer, ...typed: string[]): Promise<void> {
  for (const text of typed) await officer.types(text);
}

const inFull = [
  ...['12 Trần Phú, phường Trung Tâm', '0235 3852 641', 'vanthu@stc.tinh.gov.vn'],
  ...['an.nv@stc.tinh.gov.vn', 'Kế toán mở máy thấy tệp đổi đuôi', 'đã gọi PA05'],
];

describe('a draft of the initial report', () => {
  test('asks for what is missing, one cell at a time, and then gives a link that opens once', async () => {
    const { binh } = story;
    await asksForPaper(binh);
    const first = await binh.receives('Mục 1/6: Địa chỉ của đơn vị (bắt buộc theo mẫu).');
    expect(first.text).toContain('Báo cáo ban đầu sự cố của SC-2026-0001 còn thiếu 6 mục.');
    expect(first.buttons).toEqual([say('button-skip'), say('button-paper-now')]);
    await answers(binh, ...inFull);
    await binh.receives('Mục 6/6: ĐÃ GỬI THÔNG BÁO SỰ CỐ CHO');
    const { text, buttons } = await binh.receives('bản dự thảo');
    expect(text).toMatch(linked);
    expect(text).toContain('Mở được một lần, đến 02:14 Chủ nhật 13/12.');
    expect(text).toContain(say('paper-complete'));
    expect(text).toContain('chưa được gửi đi đâu');
    expect(buttons).toEqual([say('button-paper-more'), say('button-paper-unit')]);

    const now = await findIncident(story.store.db, incident.id);
    expect(now?.paperAnswers).toMatchObject({
      'contact-email': 'an.nv@stc.tinh.gov.vn',
      told: 'đã gọi PA05',
    });
    const events = await eventsOf(story.store.db, incident.id);
    expect(events.map(({ kind }) => kind)).toEqual([
      ...['reported', ...inFull.map(() => 'paper-answered'), 'paper-linked'],
    ]);
    // What was typed stands in the answers alone.
    expect(events.filter(({ kind }) => kind === 'paper-answered').map(({ text: said }) => said)).toEqual(
      inFull.map(() => null),
    );
  });

  test('what cannot be a number or an address is asked for again', async () => {
    const { binh } = story;
    await asksForPaper(binh);
    await answers(binh, '12 Trần Phú', 'hỏi văn thư');
    await binh.receives(say('paper-expected-phone'));
    await answers(binh, '0235 3852 641', 'vanthu');
    await binh.receives(say('paper-expected-email'));
    await binh.types('vanthu@stc.tinh.gov.vn');
    await binh.receives('Mục 4/6');
  });

  test('what is skipped stays blank and is named beside the link', async () => {
    const { binh } = story;
    await asksForPaper(binh);
    await binh.types('bỏ qua');
    await binh.receives('Mục 2/6');
    await binh.taps(say('button-skip'));
    await binh.receives('Mục 3/6');
    await binh.taps(say('button-paper-now'));
    const { text, buttons } = await binh.receives('bản dự thảo');
    expect(text).toMatch(linked);
    expect(text).toContain('Còn để trống: Địa chỉ của đơn vị; Điện thoại của đơn vị;');
    await binh.taps(buttons[0] ?? '');
    await binh.receives('Mục 1/6: Địa chỉ của đơn vị');
  });

  test('a button under an earlier question is answered, not obeyed', async () => {
    const { binh } = story;
    await asksForPaper(binh);
    await binh.types('12 Trần Phú');
    await asksForPaper(binh, 'skip-6');
    const again = await binh.receives(say('old-button'));
    expect(again.text).toContain('Mục 2/6: Điện thoại của đơn vị');
  });

  test('what is the same for the unit is asked once, and can be put right', async () => {
    const { binh } = story;
    await asksForPaper(binh);
    await answers(binh, ...inFull);
    incident = await recordedIncident(story);
    await asksForPaper(binh);
    await binh.receives('Báo cáo ban đầu sự cố của SC-2026-0002 còn thiếu 3 mục.');
    await binh.taps(say('button-paper-now'));
    await binh.receives('bản dự thảo');
    await binh.taps(say('button-paper-unit'));
    await binh.receives('Mục 1/3: Địa chỉ của đơn vị');
    await binh.types('15 Trần Phú');
    await binh.taps(say('button-paper-now'));
    const settings = await story.store.db
      .selectFrom('settings')
      .select('value')
      .where('key', 'like', 'unit-papers:%')
      .executeTakeFirst();
    expect(settings?.value).toMatchObject({ 'org-address': { text: '15 Trần Phú', by: binh.id } });
  });

  test('“/huy” ends the asking; what was answered is kept', async () => {
    const { binh } = story;
    await asksForPaper(binh);
    await answers(binh, '12 Trần Phú', '/huy');
    await binh.receives(say('paper-stopped', { number: 'SC-2026-0001' }));
    await asksForPaper(binh);
    await binh.receives('còn thiếu 5 mục');
  });
});

describe('nobody gets a draft', () => {
  test('who may not handle the incident', async () => {
    await asksForPaper(story.dung);
    await story.dung.receives(say('incident-none-such'));
    await asksForPaper(story.an);
    await story.an.receives(say('incident-not-yours'));
    expect(await story.store.db.selectFrom('draftLinks').selectAll().execute()).toEqual([]);
  });

  test('of the closing report before the incident is closed, or of a false alarm', async () => {
    await asksForPaper(story.binh, 'closing');
    await story.binh.receives(say('paper-closing-too-early', { number: 'SC-2026-0001' }));
    incident = await recordedIncident(story, { status: 'false-alarm' });
    await asksForPaper(story.binh);
    await story.binh.receives(say('paper-of-false-alarm', { number: 'SC-2026-0002' }));
  });
});

test('the closing report asks for the number of the first one', async () => {
  const closing = { cause: 'thư giả mạo', damage: 'ba máy', measures: 'cài lại', lessons: 'tắt macro' };
  incident = await recordedIncident(story, { status: 'closed', closing });
  await asksForPaper(story.binh, 'closing');
  await answers(story.binh, ...inFull.slice(0, 4), '214/BC-STC ngày 12/12/2026');
  await story.binh.receives('Báo cáo kết thúc ứng phó sự cố (Biểu mẫu 04) của SC-2026-0002, bản dự thảo:');
});

test('in a drill every message says so', async () => {
  const { binh } = story;
  incident = await recordedIncident(story, { drill: true });
  await asksForPaper(binh);
  await answers(binh, '12 Trần Phú', 'hỏi văn thư', '/huy');
  await asksForPaper(binh);
  await binh.taps(say('button-paper-now'));
  await asksForPaper(binh, 'closing');
  const shown = await binh.screen();
  expect(shown).toHaveLength(7);
  for (const { text } of shown) expect(text).toMatch(/^DIỄN TẬP – /);
});

test('no message of it carries a document, or an address that somebody mentioned', async () => {
  const { binh } = story;
  incident = await recordedIncident(story, { description: 'máy 10.20.3.15 bị mã hóa' });
  await asksForPaper(binh);
  await answers(binh, ...inFull);
  await binh.receives('bản dự thảo');
  const shown: Seen[] = await binh.screen();
  expect(shown.map(({ text }) => text).join('\n')).not.toContain('10.20.3.15');
});
