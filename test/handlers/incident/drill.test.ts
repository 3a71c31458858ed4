import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { auditRows, reportRow, statesOf, submissionsOf } from '#test/kit/report-rows.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

const say = textIn('vi');
const number = 'DT-2026-0001';
const record = 'Ghi nhận diễn tập năm 2026';

let story: Story;

beforeEach(async () => {
  const catalogue = realCatalogue(['thai-nguyen-1880-2024', 'quang-nam-15-2022']);
  story = await aProvince({ begins: '2026-11-18T14:00:00+07:00', catalogue });
  await story.at('2026-11-18T14:00:00+07:00');
});

/** From the first word to the question whether to close it; the person begins it and handles it. */
async function holdsADrill(officer: StoryOfficer, its = number): Promise<void> {
  await officer.types('diễn tập sự cố: web bị hack');
  await officer.receives(its);
  await officer.types('/huy');
  await officer.types(`/suco ${its}`);
  await officer.taps(say('button-incident-ack'));
  await officer.taps(say('button-incident-more'));
  await officer.taps(say('button-incident-close'));
  for (const answer of ['kịch bản giả định', 'không', 'cô lập, khôi phục', 'gọi điện sớm hơn'])
    await officer.types(answer);
}

describe('a drill that the coordinating unit has closed', () => {
  test('is recorded with one button as the yearly drill that a directive asks for', async () => {
    await holdsADrill(story.chi);
    await story.at('2026-11-19T09:00:00+07:00');
    await story.chi.taps(say('button-incident-close-yes'));
    const closed = await story.chi.receives(say('incident-closed-done', { number }).split('\n')[0] ?? '');
    expect(closed.text).toMatch(/^DIỄN TẬP – Đã đóng DT-2026-0001/);
    expect(closed.text).toContain(
      '“tổ chức diễn tập thực chiến tối thiểu 01 lần/năm đối với hệ thống thông tin cấp độ 3 trở lên”, ' +
        'Chỉ thị số 15/CT-UBND ngày 09/11/2022 của UBND tỉnh Quảng Nam, điểm 2, gạch đầu dòng thứ 2',
    );
    expect(closed.buttons[0]).toBe(record);

    await story.chi.taps(record);
    const receipt = await story.chi.receives('Đã nhận 1 báo cáo của Sở Khoa học và Công nghệ');
    expect(receipt.text).not.toContain('DIỄN TẬP');
    expect(receipt.text).toMatch(
      /• Diễn tập thực chiến \(năm 2026\): mã tiếp nhận 2611-\w{4}-\w{4}, đúng hạn\n/,
    );
    expect(await submissionsOf(story, 'SKHCN')).toMatchObject([
      {
        ...{ report: 'drill 2026', officer: 'Lê Thị Chi', version: 1, onTime: true },
        ...{ kind: 'answers', formId: 'milestone-confirmation', formVersion: 1 },
        answers: {
          'milestone-done': true,
          'milestone-date': '2026-11-18',
          'milestone-document': 'Diễn tập DT-2026-0001',
        },
      },
    ]);
    expect(await reportRow(story, 'SKHCN', 'drill 2026')).toMatchObject({ state: 'submitted', onTime: true });
    expect(await auditRows(story, 'submitted')).toMatchObject([{ actorId: story.chi.id }]);
  });

  test('is recorded once, however often the button is pressed', async () => {
    await holdsADrill(story.chi);
    await story.chi.taps(say('button-incident-close-yes'));
    await story.chi.taps(record);
    await story.chi.taps(record);
    await story.chi.receives(say('incident-drill-not-owed'));
    expect(await submissionsOf(story, 'SKHCN')).toHaveLength(1);
    await story.chi.types(`/suco ${number}`);
    expect((await story.chi.receives('Diễn biến:')).buttons).not.toContain(record);
  });

  test('by its responder too; the report that they were in the middle of goes on', async () => {
    const giang = await story.joins('Hồ Giang', ['responder', 'SKHCN'], ['reporter', 'SYT']);
    await giang.types('/baocao tháng 12');
    await giang.types('0');
    await holdsADrill(giang);
    await giang.taps(say('button-incident-close-yes'));
    await giang.taps(record);
    await giang.receives('Diễn tập thực chiến (năm 2026): mã tiếp nhận');
    expect(await submissionsOf(story, 'SKHCN')).toHaveLength(1);
    const dialogues = await story.store.db.selectFrom('dialogues').select('officerId').execute();
    expect(dialogues).toEqual([{ officerId: giang.id }]);
  });
});

describe('nothing is offered', () => {
  test('to an agency that does not coordinate; the coordinator finds it in the drill', async () => {
    await holdsADrill(story.binh);
    await story.binh.taps(say('button-incident-close-yes'));
    const closed = await story.binh.receives(`Đã đóng ${number}`);
    expect(closed.text).not.toContain('Chỉ thị số 15');
    expect(closed.buttons).not.toContain(record);
    await story.chi.types(`/suco ${number}`);
    expect((await story.chi.receives('Diễn biến:')).buttons[0]).toBe(record);
  });

  test('for the year before', async () => {
    await story.at('2027-02-01T09:00:00+07:00');
    await holdsADrill(story.chi, 'DT-2027-0001');
    await story.chi.taps(say('button-incident-close-yes'));
    const closed = await story.chi.receives('Đã đóng DT-2027-0001');
    expect(closed.buttons[0]).toBe('Ghi nhận diễn tập năm 2027');
    expect(closed.buttons).not.toContain(record);
    expect(await statesOf(story, 'SKHCN')).toMatchObject({ 'drill 2026': 'open', 'drill 2027': 'open' });
  });

  test('of a real incident', async () => {
    await story.chi.types('sự cố: web bị hack');
    await story.chi.types('/huy');
    await story.chi.types('SC-2026-0001 đến đâu rồi?');
    const seen = await story.chi.receives('Diễn biến:');
    expect(seen.buttons).not.toContain(record);
  });
});
