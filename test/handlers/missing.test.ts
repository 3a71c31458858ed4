import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { comesIn } from '#test/kit/received.ts';
import { statesOf } from '#test/kit/report-rows.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

const say = textIn('vi');

let story: Story;
/** Head of the centre below Sở Tài chính. */
let hanh: StoryOfficer;

/**
 * Wednesday 16/12, the deadline is over. Of the reports of December that of Sở Tài chính came in time, that of Sở Y tế
 * late, that of Sở Giáo dục on paper; Sở Nội vụ and the centre have sent nothing. Of the quarter everybody's is missing
 * but that of Sở Y tế.
 */
beforeEach(async () => {
  story = await aProvince();
  await story.founds({ code: 'SGD', name: 'Sở Giáo dục và Đào tạo' });
  await story.founds({ code: 'SNV', name: 'Sở Nội vụ' });
  await story.founds({ code: 'TTTH', name: 'Trung tâm Tin học', parent: 'STC' });
  hanh = await story.joins('Đinh Văn Hạnh', ['head', 'TTTH']);
  await story.at('2026-12-10T09:00:00+07:00');
  await comesIn(story, 'STC', 'monthly 2026-M12');
  await comesIn(story, 'SGD', 'monthly 2026-M12', { state: 'filed' });
  story.clock.set('2026-12-16T09:00:00+07:00');
  await comesIn(story, 'SYT', 'monthly 2026-M12', { onTime: false });
  await comesIn(story, 'SYT', 'quarterly-agency 2026-Q4', { onTime: false });
  await story.at('2026-12-16T09:00:00+07:00');
  for (const officer of [story.an, story.binh, story.chi, hanh]) await officer.screen();
});

/** What this person is told, whatever else came before. */
async function isTold(officer: StoryOfficer, typed: string): Promise<string> {
  await officer.types(typed);
  return (await officer.screen()).at(-1)?.text ?? '';
}

describe('of a period: how many, and who', () => {
  test('the coordinator counts all units', async () => {
    const text = await isTold(story.chi, 'ai chưa báo cáo tháng 12?');
    expect(text).toContain('Tháng 12/2026');
    expect(text).toContain('09:00');
    expect(text).toContain(say('missing-counts', { all: 5, onTime: 1, late: 1, filed: 1, missing: 2 }));
    expect(text).toContain('Sở Nội vụ');
    expect(text).toContain('Trung tâm Tin học');
    for (const sent of ['Sở Tài chính', 'Sở Y tế', 'Sở Giáo dục']) expect(text).not.toContain(sent);
    expect(text).toContain('trước ngày 15/12/2026');
  });

  test('a head counts the own unit and what is below it, and hears of no other', async () => {
    const text = await isTold(story.binh, 'ai chưa báo cáo tháng 12?');
    expect(text).toContain(say('missing-counts', { all: 2, onTime: 1, late: 0, filed: 0, missing: 1 }));
    expect(text).toContain('Trung tâm Tin học');
    expect(text).not.toMatch(/Sở Nội vụ|Sở Y tế|Sở Giáo dục/);
  });

  test('the head of a unit below sees that unit alone', async () => {
    const text = await isTold(hanh, 'ai chưa báo cáo tháng 12?');
    expect(text).toContain(say('missing-counts', { all: 1, onTime: 0, late: 0, filed: 0, missing: 1 }));
    expect(text).not.toContain('Sở Tài chính');
  });

  test.each([
    'ai chưa báo cáo tháng 12?',
    'ai chua nop thang 12',
    'đơn vị nào chưa gửi tháng 12',
    'danh sách chưa nộp t12',
    '/chuabaocao tháng 12',
  ])('“%s” is the same question', async (typed) => {
    expect(await isTold(story.chi, typed)).toBe(await isTold(story.chi, '/chuabaocao 2026-M12'));
  });

  test('when everybody has sent, it says so', async () => {
    await comesIn(story, 'SNV', 'monthly 2026-M12', { onTime: false });
    await comesIn(story, 'TTTH', 'monthly 2026-M12', { onTime: false });
    const text = await isTold(story.chi, 'ai chưa báo cáo tháng 12?');
    expect(text).toContain(say('missing-none'));
    expect(text).toContain(say('missing-counts', { all: 5, onTime: 1, late: 3, filed: 1, missing: 0 }));
  });

  test('what was asked for again is missing again', async () => {
    await story.an.types('đã gửi văn bản số 214/BC-STC ngày 10/12/2026 quý 4');
    await story.an.taps(say('button-record'));
    expect(await isTold(story.binh, 'ai chưa báo cáo quý 4?')).toContain(
      say('missing-counts', { all: 2, onTime: 0, late: 0, filed: 1, missing: 1 }),
    );
    await story.chi.taps(say('button-paper-not-received'));
    expect(await isTold(story.binh, 'ai chưa báo cáo quý 4?')).toContain(
      say('missing-counts', { all: 2, onTime: 0, late: 0, filed: 0, missing: 2 }),
    );
  });

  test('“quý 4” in January is the one just past, and is said back; of the province too', async () => {
    await story.at('2027-01-05T09:00:00+07:00');
    const text = await isTold(story.chi, 'đơn vị nào chưa gửi quý 4');
    expect(text).toContain('Quý IV/2026');
    // Five agencies and the coordinator's own report for the province; only Sở Y tế has sent.
    expect(text).toContain(say('missing-counts', { all: 6, onTime: 0, late: 1, filed: 0, missing: 5 }));
    expect(text).toContain('Sở Khoa học và Công nghệ');
  });

  test('a period that was never tracked, and one that cannot be', async () => {
    expect(await isTold(story.chi, 'ai chưa nộp tháng 3/2020')).toBe(
      say('missing-no-period', { period: 'tháng 3/2020' }),
    );
    expect(await isTold(story.chi, 'ai chưa nộp quý 5')).toBe(say('period-impossible'));
  });
});

describe('now, without a period', () => {
  test('what is overdue by unit, with the reports that are meant, and the next deadline', async () => {
    const text = await isTold(story.chi, 'ai chưa báo cáo?');
    // Sở Tài chính and Sở Giáo dục owe the quarter and the year, Sở Y tế the year, Sở Nội vụ and the centre all three.
    expect(text).toContain(say('missing-overdue', { count: 11 }));
    expect(text).toMatch(/Sở Y tế: năm 2026$/m);
    expect(text).toMatch(/Sở Tài chính: quý IV\/2026, năm 2026$/m);
    // Next is the coordinator's own report of the quarter.
    expect(text).toContain('trước ngày 20/12/2026');
    expect(text).toMatch(/Sở Khoa học và Công nghệ: /);
  });

  test('a head gets the same of what is theirs', async () => {
    const text = await isTold(story.binh, '/chuabaocao');
    expect(text).toContain(say('missing-overdue', { count: 5 }));
    expect(text).not.toContain('Sở Y tế');
    expect(text).toContain('trước ngày 15/1/2027');
  });

  test('with nothing open it says so', async () => {
    for (const code of ['STC', 'SYT', 'SGD', 'SNV', 'TTTH', 'SKHCN']) {
      for (const [report, state] of Object.entries(await statesOf(story, code))) {
        if (state === 'open') await comesIn(story, code, report);
      }
    }
    expect(await isTold(story.chi, 'ai chưa báo cáo?')).toBe(say('missing-none-open'));
  });
});

describe('who may not ask', () => {
  test('a reporter, a responder, and who holds nothing, are refused without a name', async () => {
    const mai = await story.joins('Hồ Thị Mai', ['responder', 'STC']);
    const khoa = await story.joins('Ngô Văn Khoa');
    for (const officer of [story.an, mai, khoa]) {
      for (const typed of ['/chuabaocao', 'ai chưa báo cáo?', 'ai chưa báo cáo quý 5']) {
        expect(await isTold(officer, typed)).toBe(say('missing-refused'));
      }
    }
  });

  test('a coordinator’s position at a unit that no longer has the role', async () => {
    await story.store.db
      .updateTable('units')
      .set({ coordinator: false })
      .where('code', '=', 'SKHCN')
      .execute();
    expect(await isTold(story.chi, 'ai chưa báo cáo?')).toBe(say('missing-refused'));
  });

  test('a unit that has left is not counted any more', async () => {
    await story.store.db
      .updateTable('units')
      .set({ leftOn: '2026-12-15' })
      .where('code', '=', 'SNV')
      .execute();
    const text = await isTold(story.chi, 'ai chưa báo cáo tháng 12?');
    expect(text).toContain(say('missing-counts', { all: 4, onTime: 1, late: 1, filed: 1, missing: 1 }));
    expect(text).not.toContain('Sở Nội vụ');
  });
});
