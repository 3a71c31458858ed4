import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { expectQuestion, typesAll } from '#test/kit/answering.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { dataOf, tapsData } from '#test/kit/raw-updates.ts';
import { reportRow, statesOf, submissionsOf } from '#test/kit/report-rows.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';
import { withoutButtons } from '#test/kit/without-buttons.ts';

const say = textIn('vi');

const answered = {
  ...{ 'systems-managed': 12, 'systems-approved': 9, 'systems-by-level': [3, 2, 2, 1, 1] },
};

let story: Story;
let hanh: StoryOfficer;

/** Monday 7/12: An fills in December's three reports, has answered about the systems, and hands the work over. */
beforeEach(async () => {
  story = await aProvince();
  hanh = await story.joins('Trần Thị Hạnh', ['responder', 'STC']);
  await story.at('2026-12-07T08:30:00+07:00');
  await story.an.receives('quý IV/2026');
  await story.an.taps(say('button-fill'));
  await typesAll(story.an, ['12, trong đó 9 cái duyệt rồi', '3 2 2 1 1']);
  expectQuestion(story, await story.an.receives('Câu 4/'), { asks: 'systems-deployed' });
  await story.an.types('/bangiao Hạnh');
  await story.an.taps(hanh.name);
  await hanh.receives('muốn bàn giao cho anh/chị');
});

async function draft(): Promise<unknown> {
  return (await reportRow(story, 'STC', 'monthly 2026-M12')).draft;
}

describe('a position that is handed over in the middle of three reports', () => {
  test('until it is accepted, whoever has it goes on', async () => {
    await story.an.types('tiếp tục');
    expectQuestion(story, await story.an.receives('Câu 4/'), { asks: 'systems-deployed' });
    await story.an.types('7');
    expect(await draft()).toEqual({ ...answered, 'systems-deployed': 7 });
  });

  test.each([
    { on: 'a phone with buttons', phone: () => ({ ...hanh, chooses: hanh.taps }) },
    {
      on: 'a phone without',
      phone: () => {
        const plain = withoutButtons(story, hanh);
        return { ...plain, chooses: plain.types };
      },
    },
  ])(
    'the new one, on $on, goes on from the answers of the old one and sends all three',
    async ({ phone }) => {
      const none = await dataOf(story, story.an, say('none-of-them'));
      const there = phone();
      await there.chooses(say('button-hand-over-yes'));
      await hanh.receives(
        say('hand-over-taken', { position: say('position-reporter'), unit: 'Sở Tài chính' }),
      );
      await story.an.receives(say('hand-over-done-old', { name: hanh.name, unit: 'Sở Tài chính' }));
      expect(await draft()).toEqual(answered);

      // What is still typed or tapped on the old one's phone changes nothing.
      await tapsData(story, story.an, none);
      await story.an.types('7');
      expect(await draft()).toEqual(answered);

      await there.types('/baocao tháng 12');
      const asked = await hanh.receives(say('fill-carried-on'));
      expectQuestion(story, asked, { asks: 'systems-deployed' });
      await typesAll(there, ['hủy', '/baocao']);
      await there.chooses(say('button-fill'));
      await typesAll(there, [
        '7',
        '0',
        '0',
        'không',
        'có, hôm qua, chưa khôi phục thử',
        'bỏ qua',
        'có',
        'bỏ qua',
      ]);
      await typesAll(there, ['có', 'chưa', 'bỏ qua', 'gửi']);
      await hanh.receives('Đã nhận 3 báo cáo');
      expect(new Set(Object.values(await statesOf(story, 'STC')))).toEqual(new Set(['submitted']));
      for (const sent of await submissionsOf(story, 'STC')) {
        expect(sent).toMatchObject({ officer: hanh.name, version: 1 });
        expect(sent.answers).toMatchObject({ ...answered, 'systems-deployed': 7, incidents: 0 });
      }
    },
  );
});
