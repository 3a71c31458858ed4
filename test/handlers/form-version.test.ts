import { beforeEach, describe, expect, test } from 'vitest';
import type { Catalogue } from '#domain/catalogue.ts';
import type { Form, Question } from '#domain/directives/schema.ts';
import { textIn } from '#locales/text.ts';
import { expectQuestion, typesAll } from '#test/kit/answering.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { dataOf, tapsData } from '#test/kit/raw-updates.ts';
import { reportRow, submissionsOf } from '#test/kit/report-rows.ts';
import { restarted, withVersion2 } from '#test/kit/restarted.ts';
import { question } from '#test/domain/small-forms.ts';

const say = textIn('vi');
const firewall = question('firewall', 'yes-no', { label: 'Cơ quan có tường lửa không?' });

let story: Story;

/** Monday 7/12: An fills in the monthly report: 6 systems, 5 of them approved, and is asked about their levels. */
beforeEach(async () => {
  story = await aProvince();
  await story.at('2026-12-07T09:00:00+07:00');
  await typesAll(story.an, ['/baocao tháng 12', '6', '5']);
});

function monthlyChanged(questions: (form: Form) => Question[], options = {}): Catalogue {
  return withVersion2(story.catalogue, 'monthly-agency', (form) => ({ questions: questions(form) }), options);
}

function withFirewall({ questions }: Form): Question[] {
  return [...questions.slice(0, -1), firewall, ...questions.slice(-1)];
}

function changed(key: string, change: (question: Question) => Partial<Question>) {
  return ({ questions }: Form) =>
    questions.map((one) => (one.key === key ? { ...one, ...change(one) } : one));
}

const without =
  (key: string) =>
  ({ questions }: Form) =>
    questions.filter((one) => one.key !== key);

function draft() {
  return reportRow(story, 'STC', 'monthly 2026-M12').then((row) => row.draft);
}

describe('a new version in the middle of a conversation', () => {
  test('with a new question: the answer just typed is taken, the new question is named, asked and sent', async () => {
    const { an } = await restarted(story, monthlyChanged(withFirewall));
    await an.types('3 2 0 0 0');
    const next = await an.receives(say('form-added', { questions: 'Cơ quan có tường lửa không?' }));
    expect(next.text).toContain(say('form-changed', { titles: 'Báo cáo tháng' }));
    expectQuestion(story, next, { asks: 'systems-deployed' });
    await typesAll(an, ['4', '0', '0', 'không', 'có']);
    const asked = await an.receives('Cơ quan có tường lửa không?');
    expect(asked.text).not.toContain('Biểu mẫu có');
    await typesAll(an, ['có', 'bỏ qua', 'gửi']);
    const [submission] = await submissionsOf(story, 'STC');
    expect(submission).toMatchObject({
      formVersion: 2,
      answers: {
        'systems-managed': 6,
        'systems-approved': 5,
        'systems-by-level': [3, 2, 0, 0, 0],
        firewall: true,
      },
    });
  });

  test('that asks the open question in other words: what was typed is no answer to that, and it is asked anew', async () => {
    const label = { vi: 'Số hệ thống đã phê duyệt ở mỗi cấp độ?', en: 'Approved systems at each level?' };
    const { an } = await restarted(story, monthlyChanged(changed('systems-by-level', () => ({ label }))));
    await an.types('3 2 0 0 0');
    await an.receives(label.vi);
    expect(await draft()).toEqual({ 'systems-managed': 6, 'systems-approved': 5 });
    await an.types('3 2 0 0 0');
    await an.receives('4/');
  });

  test('that asks an answered question in other words keeps the answer, and says which', async () => {
    const label = { vi: 'Cơ quan vận hành bao nhiêu hệ thống?', en: 'How many systems do you run?' };
    const { an } = await restarted(story, monthlyChanged(changed('systems-managed', () => ({ label }))));
    await an.types('3 2 0 0 0');
    await an.receives(say('form-reworded', { questions: 'Hệ thống đang quản lý' }));
    expect(await draft()).toMatchObject({ 'systems-managed': 6, 'systems-by-level': [3, 2, 0, 0, 0] });
  });

  test('that takes another kind of answer asks again, and says what was answered', async () => {
    const { an } = await restarted(
      story,
      monthlyChanged(changed('systems-approved', () => ({ type: 'percent', max: 100 }))),
    );
    await an.types('3 2 0 0 0');
    const asked = await an.receives(
      say('form-reasked', { questions: 'Đã phê duyệt cấp độ (đã trả lời: 5)' }),
    );
    expectQuestion(story, asked, { asks: 'systems-approved' });
  });

  test('without a question that was answered names it with its answer, which is not lost if that version comes back', async () => {
    const { an } = await restarted(story, monthlyChanged(without('systems-approved')));
    await an.types('tiếp tục');
    const asked = await an.receives(say('form-gone', { questions: 'Đã phê duyệt cấp độ (đã trả lời: 5)' }));
    expectQuestion(story, asked, { asks: 'incidents' });
    await an.types('0');
    expect(await draft()).toMatchObject({ 'systems-managed': 6, 'systems-approved': 5, incidents: 0 });

    const back = await restarted(story, story.catalogue);
    await back.an.types('/baocao tháng 12');
    expectQuestion(story, await back.an.receives(say('fill-carried-on')), { asks: 'systems-by-level' });
  });

  test('at the summary: nothing is sent before the new question was asked', async () => {
    await typesAll(story.an, ['3 2 0 0 0', '4', '0', '0', 'không', 'có', 'bỏ qua']);
    await story.an.receives('Số sự cố');
    const { an } = await restarted(story, monthlyChanged(withFirewall));
    await an.types('gửi');
    const asked = await an.receives(say('form-added', { questions: 'Cơ quan có tường lửa không?' }));
    expect(asked.text).toContain('Cơ quan có tường lửa không?');
    expect(await submissionsOf(story, 'STC')).toEqual([]);
    await typesAll(an, ['có', 'gửi']);
    expect(await submissionsOf(story, 'STC')).toMatchObject([{ formVersion: 2 }]);
  });

  test('a button of the old version answers nothing in the new one', async () => {
    await typesAll(story.an, ['3 2 0 0 0', '4', '0', '0']);
    const no = await dataOf(story, story.an, say('no'));
    const again = await restarted(story, monthlyChanged(withFirewall));
    await again.an.types('tiếp tục');
    await again.an.receives('Biểu mẫu có câu mới');
    await tapsData(again, again.an, no);
    await again.an.receives(say('stale-other-dialogue'));
  });

  test('of one of three reports that are filled in together: what they share is kept for all of them', async () => {
    await typesAll(story.dung, ['/baocao']);
    await story.dung.taps(say('button-fill'));
    await typesAll(story.dung, ['6', '5', '3 2 0 0 0', '4', 'có', 'có', '1 1 2']);
    const { dung } = await restarted(story, monthlyChanged(withFirewall));
    await dung.screen();
    await dung.types('tiếp tục');
    const asked = await dung.receives(say('form-added', { questions: 'Cơ quan có tường lửa không?' }));
    expect(asked.text).toContain(say('form-changed', { titles: 'Báo cáo tháng' }));
    const reports = ['monthly 2026-M12', 'quarterly-agency 2026-Q4', 'annual-agency 2026'];
    const drafts = await Promise.all(reports.map((name) => reportRow(story, 'SYT', name)));
    const shared = { 'systems-managed': 6, 'systems-approved': 5, 'systems-by-level': [3, 2, 0, 0, 0] };
    expect(drafts.map((row) => row.draft)).toMatchObject([shared, shared, shared]);
  });

  test('a command is served as always, and what is new is said with the question that is asked after it', async () => {
    const { an } = await restarted(story, monthlyChanged(withFirewall));
    await an.types('/lich');
    await an.receives(say('schedule-title'));
    await an.receives(say('form-added', { questions: 'Cơ quan có tường lửa không?' }));
    await an.types('3 2 0 0 0');
    expect((await an.receives('4/')).text).not.toContain('Biểu mẫu có');
  });

  test('with other rules alone says nothing, and the conversation goes on', async () => {
    const { an } = await restarted(
      story,
      withVersion2(story.catalogue, 'monthly-agency', () => ({ rules: [] })),
    );
    await an.types('3 2 0 0 0');
    expect((await an.receives('4/')).text).not.toContain('Biểu mẫu có');
  });
});

describe('a new version while the report is put aside', () => {
  test('is told of when the draft is taken up again', async () => {
    await story.an.types('hủy');
    const { an } = await restarted(story, monthlyChanged(withFirewall));
    await an.types('/baocao tháng 12');
    const begun = await an.receives(say('form-added', { questions: 'Cơ quan có tường lửa không?' }));
    expect(begun.text).toContain(say('fill-carried-on'));
    expectQuestion(story, begun, { asks: 'systems-by-level' });
    await typesAll(an, ['hủy', '/baocao tháng 12']);
    await an.receives(say('fill-stopped', { answered: 2, total: 10 }));
    expect((await an.receives(say('fill-carried-on'))).text).not.toContain('Biểu mẫu có');
  });

  test('is no news to whoever has not begun', async () => {
    const { dung } = await restarted(story, monthlyChanged(withFirewall));
    await dung.types('/baocao tháng 12');
    expect((await dung.receives('1/')).text).not.toContain('Biểu mẫu có');
  });
});

describe('what cannot be compared', () => {
  test('the old version is not in the files any more: the answers are kept, and the open question is asked again', async () => {
    const { an, log } = await restarted(
      story,
      monthlyChanged(without('systems-approved'), { keepOld: false }),
    );
    await an.types('3 2 0 0 0');
    const asked = await an.receives(say('form-gone', { questions: '“5”' }));
    expectQuestion(story, asked, { asks: 'incidents' });
    expect(await draft()).toMatchObject({ 'systems-managed': 6 });
    expect(log.lines.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  test.each([
    { what: 'stored by another version of the program', version: 1 },
    { what: 'stored by a later version', version: 99 },
  ])('a conversation $what is made anew from the drafts', async ({ version }) => {
    const { id } = await reportRow(story, 'STC', 'monthly 2026-M12');
    const state = JSON.stringify({ version, assignments: [{ assignmentId: id }], somethingElse: true });
    await story.store.db
      .updateTable('dialogues')
      .set({ state: state as never })
      .execute();
    await story.an.types('3 2 0 0 0');
    const asked = await story.an.receives(say('fill-carried-on'));
    expectQuestion(story, asked, { asks: 'systems-by-level' });
    await story.an.types('3 2 0 0 0');
    await story.an.receives('4/');
  });
});
