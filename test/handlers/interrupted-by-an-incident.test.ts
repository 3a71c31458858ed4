import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { expectQuestion, typesAll } from '#test/kit/answering.ts';
import { incidentRows } from '#test/kit/incident-rows.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { reportRow, statesOf, submissionsOf } from '#test/kit/report-rows.ts';
import { withoutButtons } from '#test/kit/without-buttons.ts';

const say = textIn('vi');
const number = 'SC-2026-0001';

let story: Story;

/** Monday 7/12: An fills in December's three reports, and has answered about the systems. */
beforeEach(async () => {
  story = await aProvince();
  await story.at('2026-12-07T08:30:00+07:00');
  await story.an.receives('quý IV/2026');
  await story.an.taps(say('button-fill'));
  await typesAll(story.an, ['12, trong đó 9 cái duyệt rồi', '3 2 2 1 1']);
  expectQuestion(story, await story.an.receives('Câu 4/'), { asks: 'systems-deployed' });
});

const answered = {
  ...{ 'systems-managed': 12, 'systems-approved': 9, 'systems-by-level': [3, 2, 2, 1, 1] },
};

async function draft(): Promise<unknown> {
  return (await reportRow(story, 'STC', 'monthly 2026-M12')).draft;
}

describe.each([
  { on: 'a phone with buttons', phoneOf: () => story.an },
  { on: 'a phone without', phoneOf: () => withoutButtons(story, story.an) },
])('an incident in the middle of three reports, on $on', ({ phoneOf }) => {
  test('is recorded and answered first; then the same question stands there again, and nothing is lost', async () => {
    const an = phoneOf();
    await an.types('máy chủ bị mã hóa hết rồi');
    await an.receives(number);
    await story.binh.receives(number);
    expect(await draft()).toEqual(answered);
    await typesAll(an, ['chưa rõ', 'chưa rõ', 'xong']);
    const again = await an.receives(say('incident-back-to-report'));
    expectQuestion(story, again, { asks: 'systems-deployed' });
    expect(again.text).toContain('Câu 4/');

    await an.types('7');
    expectQuestion(story, await an.receives('Câu 5/'), { asks: 'incidents' });
    expect(await draft()).toEqual({ ...answered, 'systems-deployed': 7 });
    expect(await incidentRows(story)).toMatchObject([{ number, description: 'máy chủ bị mã hóa hết rồi' }]);
  });

  test('goes on while its questions are put aside, and the reports are sent', async () => {
    const an = phoneOf();
    await typesAll(an, ['máy chủ bị mã hóa hết rồi', '/huy']);
    await an.receives(say('incident-back-to-report'));
    // What stands in the record of incidents is offered, and one has just been added there.
    await typesAll(an, ['7', '1 1 1', '0 0 0 0 0 1 0 0 0 0', '0', 'không', 'có', 'bỏ qua', 'hôm qua']);
    await typesAll(an, ['chưa', 'có', 'bỏ qua', 'có', 'chưa', 'bỏ qua', 'gửi']);
    await an.receives('Đã nhận 3 báo cáo');
    expect(await statesOf(story, 'STC')).toEqual({
      'monthly 2026-M12': 'submitted',
      'quarterly-agency 2026-Q4': 'submitted',
      'annual-agency 2026': 'submitted',
    });
    for (const { answers, version } of await submissionsOf(story, 'STC')) {
      expect(version).toBe(1);
      expect(answers).toMatchObject({ ...answered, 'systems-deployed': 7, incidents: 1 });
    }
    expect(await incidentRows(story)).toMatchObject([{ number, status: 'new' }]);
  });
});
