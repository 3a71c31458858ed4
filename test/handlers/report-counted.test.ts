import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { lastMonthOf } from '#test/kit/last-month.ts';
import { auditRows, submissionsOf } from '#test/kit/report-rows.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

const say = textIn('vi');

let story: Story;

beforeEach(async () => {
  story = await aProvince();
});

/** The officer, and how many messages (typed or tapped) they have sent. */
function counted(officer: StoryOfficer) {
  let count = 0;
  const one = async (done: Promise<void>) => {
    count += 1;
    await done;
  };
  return {
    types: (text: string) => one(officer.types(text)),
    taps: (label: string) => one(officer.taps(label)),
    count: () => count,
  };
}

describe('from the reminder of December to three receipts', () => {
  beforeEach(async () => {
    await story.at('2026-12-07T08:30:00+07:00');
    await story.an.receives('quý IV/2026');
  });

  test('with an incident, a vulnerability and every “yes”: sixteen messages', async () => {
    const an = counted(story.an);
    await an.taps(say('button-fill'));
    await an.types('12, trong đó 9 cái duyệt rồi, 7 cái triển khai đủ');
    for (const answer of [
      ...['3 2 2 1 1', '1 1 1', '0 0 1 0 0 0 0 0 0 0', '1 1 1, đã khắc phục 1', 'có, 5/12'],
      ...[
        'có, hôm qua, khôi phục thử rồi',
        'Thiếu cán bộ chuyên trách',
        'rồi',
        'có',
        'Máy chủ cũ; đã tách mạng',
      ],
      ...['rồi', 'rồi, 20/11, tuân thủ đầy đủ', '8%, do cắt vốn'],
    ]) {
      await an.types(answer);
    }
    await an.types('gửi');
    await story.an.receives('Đã nhận 3 báo cáo');
    expect(an.count()).toBe(16);
    const [month, quarter, year] = await submissionsOf(story, 'STC');
    const shared = {
      ...{ 'systems-managed': 12, 'systems-approved': 9, 'systems-by-level': [3, 2, 2, 1, 1] },
      ...{ 'systems-deployed': 7, incidents: 1, 'incidents-by-kind': [0, 0, 1, 0, 0, 0, 0, 0, 0, 0] },
      ...{ 'vulnerabilities-found': 1, 'vulnerabilities-fixed': 1 },
      ...{ 'hunting-done': true, 'hunting-date': '2026-12-05', backups: true },
      difficulties: 'Thiếu cán bộ chuyên trách',
    };
    const sinceTheQuarter = {
      ...{ 'hunting-after-fix': true, 'backup-last-date': '2026-12-06', 'backup-restore-tested': true },
      ...{ 'ncsc-connected': true, 'risks-measures': 'Máy chủ cũ; đã tách mạng' },
    };
    expect(month?.answers).toEqual(shared);
    expect(quarter?.answers).toEqual({ ...shared, ...sinceTheQuarter });
    expect(year?.answers).toEqual({
      ...{ ...shared, ...sinceTheQuarter, 'four-layers': true },
      ...{ 'inspection-done': true, 'inspection-date': '2026-11-20', 'inspection-result': 'compliant' },
      ...{ 'budget-share': 8, 'budget-share-reason': 'do cắt vốn' },
    });
  });
});

describe('with the figures of the last period', () => {
  beforeEach(async () => {
    await lastMonthOf(story, 'STC');
    await story.at('2026-12-07T08:30:00+07:00');
    await story.an.receives('quý IV/2026');
  });

  test('and nothing to report: six messages', async () => {
    const an = counted(story.an);
    await an.taps(say('button-fill'));
    await an.taps(say('button-nothing'));
    const asked = await story.an.receives(say('nothing-ask'));
    for (const shown of ['Hệ thống đang quản lý: 6', 'Số sự cố']) expect(asked.text).toContain(shown);
    expect(await submissionsOf(story, 'STC')).toHaveLength(3);
    await an.taps(say('button-nothing-yes'));
    await an.types('hôm qua, khôi phục thử rồi');
    await an.types('rồi, 20/11, tuân thủ đầy đủ');
    await an.types('gửi');
    await story.an.receives('Đã nhận 3 báo cáo');
    expect(an.count()).toBe(6);
    const [month] = await auditRows(story, 'submitted');
    expect(month?.details).toMatchObject({ 'last-period': 5, nothing: 3 });
  });

  test('a figure ten times as large is asked back once, and marked when it is confirmed', async () => {
    const { an } = story;
    await an.types('/baocao tháng 12');
    await an.types('60');
    await an.receives(say('confirm-unlike-last', { last: '6', answer: '60' }));
    await an.types('chắc vậy');
    const again = await an.receives(say('confirm-misread'));
    expect(again.text).toContain(say('confirm-unlike-last', { last: '6', answer: '60' }));
    await an.types('đúng');
    await an.receives('Hệ thống đang quản lý: 60');
    for (const typed of ['5', '3 2 0 0 0', '4', '0', '0', 'không', 'có', 'bỏ qua', 'gửi'])
      await an.types(typed);
    await an.receives(say('receipt-on-time'));
    const [sent] = await story.store.db
      .selectFrom('submissions')
      .select(['remarks', 'answers'])
      .where('receivedAt', '>=', new Date('2026-12-07T00:00:00+07:00'))
      .execute();
    expect(sent?.remarks).toMatchObject({ 'systems-managed': { confirmed: { reason: 'tenfold', last: 6 } } });
  });

  test('how things stand is taken over with one tap, what happened is still asked', async () => {
    const { an } = story;
    await an.types('/baocao tháng 12');
    await an.taps(say('button-take-last'));
    const taken = await an.receives(say('taken-title'));
    expect(taken.text).toContain('Hệ thống đang quản lý: 6');
    expect(taken.text).toContain('bao nhiêu sự cố');
    for (const typed of ['0', '0', 'không', 'bỏ qua', 'gửi']) await an.types(typed);
    await an.receives(say('receipt-on-time'));
    const sent = (await submissionsOf(story, 'STC')).at(-1);
    expect(sent?.answers).toMatchObject({ 'systems-managed': 6, incidents: 0 });
  });
});
