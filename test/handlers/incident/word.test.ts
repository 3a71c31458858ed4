import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { expectQuestion, typesAll } from '#test/kit/answering.ts';
import { alertedNames, incidentRows, timelineRows } from '#test/kit/incident-rows.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { arrives } from '#test/kit/raw-updates.ts';
import { reportRow } from '#test/kit/report-rows.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';
import { withoutButtons } from '#test/kit/without-buttons.ts';

const say = textIn('vi');

let story: Story;
let nam: StoryOfficer;

beforeEach(async () => {
  story = await aProvince({ begins: '2026-12-07T09:00:00+07:00' });
  nam = await story.joins('Hoàng Văn Nam', ['responder', 'STC']);
  await story.at('2026-12-07T09:00:00+07:00');
  for (const officer of [story.an, story.binh, story.chi, nam]) await officer.screen();
});

/** Time passes without a word from anybody. */
async function seconds(count: number): Promise<void> {
  story.clock.pass(count * 1000);
  await story.engine.watch();
  await story.delivered();
}

describe('the word alone', () => {
  test.each(['sự cố', 'su co', '/suco', 'sc khẩn', 'báo sự cố em ơi'])(
    '“%s”: what is happening? with the telephones at once',
    async (typed) => {
      await story.an.types(typed);
      const { text, buttons } = await story.an.receives(say('incident-ask-what'));
      expect(text).toContain('dùng điện thoại, không dùng máy nghi nhiễm');
      expect(buttons).toContain('Mã hóa dữ liệu');
      expect(buttons.slice(-2)).toEqual([say('button-incident-not-known'), say('button-incident-mistake')]);
      expect(await incidentRows(story)).toEqual([]);
    },
  );

  test('the kind, chosen from the list, records it', async () => {
    await story.an.types('sự cố');
    await story.an.taps('Mã độc');
    await story.an.receives('SC-2026-0001');
    expect(await incidentRows(story)).toMatchObject([
      { description: 'Mã độc (chọn trong danh sách, chưa mô tả)', facts: { kind: 'malware' } },
    ]);
  });

  test('by its number, where there are no buttons', async () => {
    const an = withoutButtons(story, story.an);
    await an.types('su co');
    await an.types('6');
    await an.receives('SC-2026-0001');
    expect(await incidentRows(story)).toMatchObject([{ facts: { kind: 'encryption' } }]);
  });

  test('anything that is written then is the description', async () => {
    await typesAll(story.an, ['sự cố', 'phòng tổ chức mở máy lên toàn chữ đỏ']);
    await story.an.receives('SC-2026-0001');
    expect(await incidentRows(story)).toMatchObject([
      { description: 'phòng tổ chức mở máy lên toàn chữ đỏ' },
    ]);
    expect(await alertedNames(story)).toContain('Hoàng Văn Nam');
  });

  test.each(['Bấm nhầm', 'không có gì đâu', 'thôi'])('“%s” records nothing', async (typed) => {
    await typesAll(story.an, ['sự cố', typed]);
    await story.an.receives(say('incident-nothing-recorded'));
    await seconds(600);
    expect(await incidentRows(story)).toEqual([]);
  });

  test('two minutes of silence record and alert it, and a late answer still counts', async () => {
    await story.an.types('sự cố');
    await seconds(119);
    expect(await incidentRows(story)).toEqual([]);
    await seconds(1);
    expect(await incidentRows(story)).toMatchObject([
      { number: 'SC-2026-0001', description: say('incident-described-by-nobody'), severity: 'severe' },
    ]);
    await nam.receives('SC-2026-0001');
    await story.binh.receives('SC-2026-0001');
    await story.an.receives('Chưa thấy anh/chị trả lời, tôi đã ghi SC-2026-0001 và báo cho: Hoàng Văn Nam');
    await story.an.taps('Mã độc');
    await story.an.receives(say('incident-noted-kind', { kind: 'Mã độc' }));
    await seconds(600);
    expect(await incidentRows(story)).toMatchObject([{ facts: { kind: 'malware' } }]);
  });

  test('somebody with no position is taken down at the coordinating unit', async () => {
    const lan = await story.joins('Đỗ Thị Lan');
    await lan.types('máy chủ bị mã hóa hết rồi');
    await lan.receives('SC-2026-0001 – Sở Khoa học và Công nghệ');
  });

  test('of several units the first is taken, and another is one tap away', async () => {
    const lan = await story.joins('Đỗ Thị Lan', ['reporter', 'STC'], ['reporter', 'SYT']);
    const hoa = await story.joins('Ngô Hoa', ['responder', 'SYT']);
    await lan.types('máy chủ bị mã hóa hết rồi');
    await lan.receives('SC-2026-0001 – Sở Tài chính');
    story.clock.pass(20_000);
    await lan.taps(say('button-incident-at-unit', { unit: 'Sở Y tế' }));
    await lan.receives(say('incident-unit-set', { number: 'SC-2026-0001', unit: 'Sở Y tế' }));
    await hoa.receives('SC-2026-0001 – Sở Y tế');
    expect(await incidentRows(story)).toMatchObject([{ unit: 'SYT' }]);
  });
});

describe('in the middle of a report', () => {
  beforeEach(() => typesAll(story.an, ['/baocao tháng 12', '6']));

  test('it goes first, and the report goes on by itself once it is over', async () => {
    await story.an.types('máy chủ bị mã hóa hết rồi');
    await story.an.receives('SC-2026-0001');
    await typesAll(story.an, ['chưa rõ', '2', 'xong']);
    await story.an.receives(say('incident-back-to-report'));
    await story.an.types('5');
    expect((await reportRow(story, 'STC', 'monthly 2026-M12')).draft).toMatchObject({
      'systems-managed': 6,
      'systems-approved': 5,
    });
  });

  test('a command is served and the question about the incident asked again', async () => {
    await story.an.types('máy chủ bị mã hóa hết rồi');
    await story.an.types('/lich');
    await story.an.receives(say('schedule-title'));
    await story.an.receives('Câu 2/3. Hệ thống nào bị sự cố?');
    await story.an.types('/huy');
    await story.an.receives(say('incident-talk-stopped', { number: 'SC-2026-0001' }));
    const again = await story.an.receives(say('incident-back-to-report'));
    expectQuestion(story, again, { asks: 'systems-approved' });
    expect(await incidentRows(story)).toMatchObject([{ status: 'new' }]);
  });

  test('“không có sự cố nào” and what belongs to the question are answers', async () => {
    await story.an.types('không có sự cố nào');
    expect(await incidentRows(story)).toEqual([]);
    expect(await story.store.db.selectFrom('incidentTalks').selectAll().execute()).toEqual([]);
  });
});

describe('another word while one is open', () => {
  beforeEach(async () => {
    await typesAll(story.an, ['máy chủ bị mã hóa hết rồi', 'chưa rõ', '1', 'xong']);
    await story.an.screen();
  });

  test('is kept with it, and asked which one it is: the same', async () => {
    await story.an.types('file cũng bị mã hóa ở phòng tổ chức');
    await story.an.receives('Vẫn là SC-2026-0001, hay sự cố khác?');
    await story.an.taps(say('button-incident-same', { number: 'SC-2026-0001' }));
    await story.an.receives(say('incident-noted-text', { number: 'SC-2026-0001' }));
    expect(await incidentRows(story)).toHaveLength(1);
    expect(await timelineRows(story)).toContainEqual(['enriched', 'file cũng bị mã hóa ở phòng tổ chức']);
  });

  test('or another', async () => {
    await story.an.types('web sở bị đổi giao diện');
    await story.an.taps(say('button-incident-other'));
    await story.an.receives('SC-2026-0002');
    expect(await incidentRows(story)).toMatchObject([{}, { description: 'web sở bị đổi giao diện' }]);
  });

  test('without an answer it becomes one of its own', async () => {
    await story.an.types('web sở bị đổi giao diện');
    await seconds(120);
    expect((await incidentRows(story)).map(({ number }) => number)).toEqual(['SC-2026-0001', 'SC-2026-0002']);
  });

  test('in the middle of its questions everything more enriches it', async () => {
    await story.an.types('sự cố khác: máy in hỏng');
    expect(await incidentRows(story)).toHaveLength(1);
  });
});

describe('twice the same', () => {
  test('two people report it: each is recorded, and the second hears of the first', async () => {
    const lan = await story.joins('Đỗ Thị Lan', ['reporter', 'STC']);
    await story.an.types('máy chủ bị mã hóa hết rồi');
    await lan.types('mất hết file trên máy chủ rồi em ơi');
    const { text } = await lan.receives('SC-2026-0002');
    expect(text).toContain('Sở Tài chính đang có SC-2026-0001 (do Nguyễn Văn An báo lúc 09:00');
    expect(await incidentRows(story)).toMatchObject([
      { reporter: 'Nguyễn Văn An' },
      { reporter: 'Đỗ Thị Lan' },
    ]);
  });

  test('a replayed update is one incident', async () => {
    const content = { kind: 'text', text: 'web bị hack' } as const;
    for (const _ of [1, 2, 3]) await arrives(story, story.an, content, { updateId: 'the same' });
    expect(await incidentRows(story)).toHaveLength(1);
  });

  test('two messages at the same time are one incident', async () => {
    const typed = ['máy chủ bị mã hóa hết rồi', 'mất hết file trên máy chủ rồi'];
    await Promise.all(typed.map((text) => arrives(story, story.an, { kind: 'text', text })));
    expect(await incidentRows(story)).toHaveLength(1);
    const texts = (await timelineRows(story)).map(([, text]) => text);
    for (const text of typed) expect(texts).toContain(text);
  });

  test('two people at the same time get numbers of their own', async () => {
    const content = { kind: 'text', text: 'web bị hack' } as const;
    await Promise.all([arrives(story, story.an, content), arrives(story, story.dung, content)]);
    const numbers = (await incidentRows(story)).map(({ number }) => number);
    expect(numbers.toSorted()).toEqual(['SC-2026-0001', 'SC-2026-0002']);
  });

  test('a button pressed twice is one incident', async () => {
    await story.an.types('sự cố');
    await story.an.taps('Mã độc');
    await story.an.taps('Mã độc').catch(() => undefined);
    expect(await incidentRows(story)).toHaveLength(1);
  });
});
