import { beforeEach, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { type Answer, answerAll } from '#test/kit/answering.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { auditRows, reportRow, statesOf, submissionsOf } from '#test/kit/report-rows.ts';

const say = textIn('vi');

/** All that An answers on Monday 7/12/2026; what is shared by the three reports is asked once. */
const answers: Answer[] = [
  { asks: 'systems-managed', types: '6' },
  { asks: 'systems-approved', types: '5' },
  { asks: 'systems-by-level', types: '3 2 0 0 0' },
  { asks: 'systems-deployed', types: 'bốn' },

  { asks: 'incidents', from: '15/11/2026', types: '1 1 2' },
  { asks: 'incidents-by-kind', from: '15/11/2026', types: '0 0 1 0 0 0 0 0 0 0' },
  { asks: 'vulnerabilities-found', from: '15/12/2025', types: '2 3 4' },
  { asks: 'vulnerabilities-fixed', from: '15/9/2026', types: '1 2 4' },
  { asks: 'hunting-done', from: '15/11/2026', taps: say('button-earlier', { day: '15/11' }) },
  { asks: 'hunting-done', from: '15/9/2026', types: 'co' },
  { asks: 'backups', taps: say('yes') },
  { asks: 'difficulties', from: '15/11/2026', types: 'Thiếu cán bộ chuyên trách' },

  { asks: 'hunting-date', from: '15/9/2026', types: 'ngày 20 tháng 10' },
  { asks: 'hunting-after-fix', from: '15/9/2026', types: 'rồi' },
  { asks: 'backup-last-date', from: '15/9/2026', taps: say('yesterday-was', { day: '6/12' }) },
  { asks: 'backup-restore-tested', from: '15/9/2026', taps: say('button-earlier', { day: '15/9' }) },
  { asks: 'backup-restore-tested', from: '15/12/2025', taps: say('yes') },
  { asks: 'ncsc-connected', types: 'Có ạ' },
  { asks: 'risks-measures', from: '15/9/2026', types: 'Máy chủ cũ; đã tách mạng' },

  { asks: 'four-layers', taps: say('yes') },
  { asks: 'inspection-done', from: '15/12/2025', taps: say('yes') },
  { asks: 'inspection-date', from: '15/12/2025', types: '20/11/2026' },
  { asks: 'inspection-result', taps: 'Tuân thủ đầy đủ' },
  { asks: 'incidents-by-kind', from: '15/12/2025', types: '1 0 1 0 0 0 0 0 0 0' },
  { asks: 'hunting-after-fix', from: '15/12/2025', taps: say('no') },
  { asks: 'budget-share', from: '15/12/2025', types: '8,5' },
  { asks: 'budget-share-reason', from: '15/12/2025', types: 'Chưa bố trí đủ vốn' },
];

const systems = {
  'systems-managed': 6,
  'systems-approved': 5,
  'systems-by-level': [3, 2, 0, 0, 0],
  'systems-deployed': 4,
};
const ofMonth = {
  ...systems,
  incidents: 1,
  'incidents-by-kind': [0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
  'vulnerabilities-found': 2,
  'vulnerabilities-fixed': 1,
  'hunting-done': false,
  backups: true,
  difficulties: 'Thiếu cán bộ chuyên trách',
};
const ofQuarter = {
  ...systems,
  incidents: 1,
  'incidents-by-kind': [0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
  'vulnerabilities-found': 3,
  'vulnerabilities-fixed': 2,
  'hunting-done': true,
  'hunting-date': '2026-10-20',
  'hunting-after-fix': true,
  backups: true,
  'backup-last-date': '2026-12-06',
  'backup-restore-tested': false,
  'ncsc-connected': true,
  'risks-measures': 'Máy chủ cũ; đã tách mạng',
  difficulties: 'Thiếu cán bộ chuyên trách',
};
const ofYear = {
  ...systems,
  'four-layers': true,
  'ncsc-connected': true,
  'inspection-done': true,
  'inspection-date': '2026-11-20',
  'inspection-result': 'compliant',
  incidents: 2,
  'incidents-by-kind': [1, 0, 1, 0, 0, 0, 0, 0, 0, 0],
  'vulnerabilities-found': 4,
  'vulnerabilities-fixed': 4,
  'hunting-done': true,
  'hunting-date': '2026-10-20',
  'hunting-after-fix': false,
  backups: true,
  'backup-last-date': '2026-12-06',
  'backup-restore-tested': true,
  'budget-share': 8.5,
  'budget-share-reason': 'Chưa bố trí đủ vốn',
  'risks-measures': 'Máy chủ cũ; đã tách mạng',
  difficulties: 'Thiếu cán bộ chuyên trách',
};

let story: Story;

beforeEach(async () => {
  story = await aProvince();
  await story.at('2026-12-07T08:30:00+07:00');
  await story.an.receives('quý IV/2026');
});

test('three reports in one conversation, from the reminder to three receipts', async () => {
  const { an } = story;
  await an.taps(say('button-fill'));
  await answerAll(story, an, answers);

  const summary = await an.receives('');
  expect(summary.text).toContain('Sở Tài chính');
  for (const shown of ['20/10/2026', 'Thiếu cán bộ chuyên trách', '8,5%', 'Tuân thủ đầy đủ']) {
    expect(summary.text).toContain(shown);
  }
  expect(summary.buttons[0]).toBe(say('button-send', { count: 3 }));
  expect(await submissionsOf(story, 'STC')).toEqual([]);

  story.clock.set('2026-12-07T09:05:00+07:00');
  await an.taps(say('button-send', { count: 3 }));
  const receipt = await an.receives('Sở Tài chính');
  expect(receipt.text).toContain('09:05');
  expect(receipt.text).toContain('7/12/2026');
  expect(receipt.text.match(new RegExp(say('receipt-on-time'), 'g'))).toHaveLength(3);
  expect(receipt.buttons).toEqual([say('button-correct')]);
  await an.receivesNothing();

  const submissions = await submissionsOf(story, 'STC');
  expect(
    submissions.map(({ report, formId, formVersion, answers: given }) => [
      report,
      formId,
      formVersion,
      given,
    ]),
  ).toEqual([
    ['monthly 2026-M12', 'monthly-agency', 1, ofMonth],
    ['quarterly-agency 2026-Q4', 'quarterly-agency', 1, ofQuarter],
    ['annual-agency 2026', 'annual-agency', 1, ofYear],
  ]);
  for (const submission of submissions) {
    expect(submission).toMatchObject({
      ...{ version: 1, kind: 'answers', officer: 'Nguyễn Văn An', onTime: true },
      ...{ receivedAt: '2026-12-07T09:05:00+07:00', documentNumber: null, confirmedBy: null },
      receiptCode: expect.stringMatching(/^2612-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
    });
    expect(receipt.text).toContain(submission.receiptCode);
  }
  expect(new Set(submissions.map(({ receiptCode }) => receiptCode)).size).toBe(3);
  await areIn(story);
});

/** They are no longer owed, the conversation is over, and the audit knows who sent what, and no figures. */
async function areIn({ store, an, until }: Story): Promise<void> {
  expect(await statesOf(story, 'STC')).toEqual({
    'monthly 2026-M12': 'submitted',
    'quarterly-agency 2026-Q4': 'submitted',
    'annual-agency 2026': 'submitted',
  });
  const { id, onTime, receivedAt } = await reportRow(story, 'STC', 'annual-agency 2026');
  expect([onTime, receivedAt]).toEqual([true, '2026-12-07T09:05:00+07:00']);
  expect(await store.db.selectFrom('dialogues').selectAll().execute()).toEqual([]);

  const audit = await auditRows(story, 'submitted');
  expect(audit).toHaveLength(3);
  expect(audit[2]).toMatchObject({ actorId: an.id, subjectId: id, details: { version: 1 } });
  expect(JSON.stringify(audit)).not.toContain('Chưa bố trí đủ vốn');

  await until('2026-12-15T09:00:00+07:00');
  await an.receivesNothing();
  await an.types('/baocao');
  const [owed] = (await an.receives('')).text.split(say('lately-sent', { lines: '' }).trim());
  expect(owed).not.toContain('tháng 12/2026');
}

test('nothing is asked that the answers have made pointless', async () => {
  const { an } = story;
  await an.taps(say('button-fill'));
  await answerAll(story, an, [
    { asks: 'systems-managed', types: '0' },
    { asks: 'incidents', from: '15/11/2026', types: '0' },
    { asks: 'vulnerabilities-found', from: '15/12/2025', taps: say('none-of-them') },
    { asks: 'hunting-done', from: '15/11/2026', types: 'không' },
    { asks: 'backups', types: 'không' },
    { asks: 'difficulties', from: '15/11/2026', types: 'bỏ qua' },
    { asks: 'ncsc-connected', types: 'có' },
  ]);
  const draft = await reportRow(story, 'STC', 'monthly 2026-M12');
  expect(draft.draft).toEqual({
    ...{ 'systems-managed': 0, incidents: 0, 'vulnerabilities-found': 0 },
    ...{ 'hunting-done': false, backups: false },
  });
});
