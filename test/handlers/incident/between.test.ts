import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { typesAll } from '#test/kit/answering.ts';
import { incidentRows, timelineRows } from '#test/kit/incident-rows.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { dataOf, tapsData } from '#test/kit/raw-updates.ts';
import { reportRow } from '#test/kit/report-rows.ts';
import { secondChannel } from '#test/kit/second-channel.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';
import { withoutButtons } from '#test/kit/without-buttons.ts';

const say = textIn('vi');
const number = 'SC-2026-0001';

let story: Story;
/** Answers incidents and fills in reports. */
let nam: StoryOfficer;

beforeEach(async () => {
  story = await aProvince({ begins: '2026-12-07T09:00:00+07:00' });
  nam = await story.joins('Hoàng Văn Nam', ['responder', 'STC'], ['reporter', 'STC']);
  await story.at('2026-12-07T09:00:00+07:00');
  for (const officer of [story.an, story.binh, nam]) await officer.screen();
});

describe('somebody who works on an incident and fills in a report', () => {
  test('means whichever they began last', async () => {
    await typesAll(nam, ['/baocao tháng 12', '6']);
    story.clock.pass(60_000);
    await story.an.types('máy chủ bị mã hóa hết rồi');
    await nam.types('đã nhận');
    story.clock.pass(60_000);
    await nam.types('đang rút mạng các máy');
    expect(await timelineRows(story)).toContainEqual(['update', 'đang rút mạng các máy']);
    await nam.types('tiếp tục');
    story.clock.pass(60_000);
    await nam.types('5');
    expect((await reportRow(story, 'STC', 'monthly 2026-M12')).draft).toMatchObject({
      'systems-approved': 5,
    });
    expect(await timelineRows(story)).not.toContainEqual(['update', '5']);
  });

  test('hears what the reporter adds', async () => {
    await story.an.types('máy chủ bị mã hóa hết rồi');
    await nam.types('đã nhận');
    await story.an.types('chưa rõ');
    await story.an.types('sếp bảo cả phòng tổ chức cũng bị mã hóa');
    await nam.receives('Nguyễn Văn An: sếp bảo cả phòng tổ chức cũng bị mã hóa');
  });
});

describe('“sự cố” in the middle of the questions', () => {
  test('asks whether it is the same, and goes on with them', async () => {
    await story.an.types('máy chủ bị mã hóa hết rồi');
    await story.an.types('sự cố');
    await story.an.receives(`Vẫn là ${number}`);
    await story.an.types('vẫn là nó');
    await story.an.types('phải');
    await story.an.receives('Câu 2/3');
    expect(await incidentRows(story)).toHaveLength(1);
  });

  test('by number, where there are no buttons', async () => {
    const an = withoutButtons(story, story.an);
    await typesAll(an, ['máy chủ bị mã hóa hết rồi', '/suco', '2']);
    await an.receives(say('incident-ask-what'));
    await an.types('web bị hack');
    expect((await incidentRows(story)).map((row) => row.number)).toEqual([number, 'SC-2026-0002']);
  });

  test('“sự cố khác: …” asks too, and keeps the words', async () => {
    await typesAll(story.an, ['máy chủ bị mã hóa hết rồi', 'sự cố khác: web bị hack']);
    await story.an.taps(say('button-incident-other'));
    expect(await incidentRows(story)).toMatchObject([{}, { description: 'sự cố khác: web bị hack' }]);
  });
});

test('what nobody has recorded yet is answered before anything else is asked', async () => {
  await story.an.types('máy chủ bị mã hóa hết rồi');
  await nam.types('đã nhận');
  await nam.screen();
  const handOver = await dataOf(story, nam, say('button-incident-hand-over'));
  await typesAll(story.binh, ['sự cố']);
  await story.binh.receives(say('incident-ask-what'));
  await tapsData(story, story.binh, handOver);
  await story.binh.receives(say('incident-ask-what'));
  story.clock.pass(120_000);
  await story.engine.watch();
  expect(await incidentRows(story)).toMatchObject([{}, { reporter: 'Trần Thị Bình' }]);
});

test('a doubt while theirs is open is asked about like any other word', async () => {
  await typesAll(story.an, ['máy chủ bị mã hóa hết rồi', 'chưa rõ', '1', 'xong']);
  await story.an.types('máy em chạy chậm, hiện quảng cáo lạ');
  await story.an.taps(say('button-incident-yes'));
  await story.an.receives(`Vẫn là ${number}`);
  expect(await incidentRows(story)).toHaveLength(1);
});

test('the real thing in the middle of a drill', async () => {
  await typesAll(nam, ['diễn tập: web bị hack', 'máy chủ bị mã hóa thật rồi']);
  await nam.taps(say('button-incident-real'));
  await nam.receives(number);
  expect(await incidentRows(story)).toMatchObject([
    { number: 'DT-2026-0001', drill: true },
    { number, drill: false, description: 'máy chủ bị mã hóa thật rồi' },
  ]);
});

test('begun on Telegram and gone on with on Zalo', async () => {
  const zalo = await secondChannel(story, 'zalo');
  await story.an.types('liên kết zalo');
  const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec((await story.an.screen()).at(-1)?.text ?? '')?.[0] ?? '';
  const there = zalo.phoneOf('Nguyễn Văn An');
  await there.types(code);
  await story.an.types('máy chủ bị mã hóa hết rồi');
  // A number answers nothing that has not been asked there.
  await there.types('1');
  await there.receives('Câu 2/3');
  await there.types('Cổng dịch vụ công');
  await there.receives(say('incident-noted-system', { system: 'Cổng dịch vụ công' }));
  await there.types('1 3');
  await there.receives(say('incident-ask-more'));
  expect((await incidentRows(story))[0]?.facts).toMatchObject({
    system: { name: 'Cổng dịch vụ công' },
    impact: { spreading: 'yes', dataHarmed: 'yes' },
  });
});
