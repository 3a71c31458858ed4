import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { expectQuestion, typesAll } from '#test/kit/answering.ts';
import { alertedNames, incidentRows } from '#test/kit/incident-rows.ts';
import { attachmentRows, photo } from '#test/kit/media.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { arrives } from '#test/kit/raw-updates.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

const say = textIn('vi');
/** May be one, and may be none. */
const doubtful = 'máy em chạy chậm, hiện quảng cáo lạ';

let story: Story;
let nam: StoryOfficer;

beforeEach(async () => {
  story = await aProvince({ begins: '2026-12-07T09:00:00+07:00' });
  nam = await story.joins('Hoàng Văn Nam', ['responder', 'STC']);
  await story.at('2026-12-07T09:00:00+07:00');
  for (const officer of [story.an, story.binh, nam]) await officer.screen();
});

async function seconds(count: number): Promise<void> {
  story.clock.pass(count * 1000);
  await story.engine.watch();
  await story.delivered();
}

describe('what may be an incident', () => {
  beforeEach(async () => {
    await story.an.types(doubtful);
    await story.an.receives(say('incident-ask-doubt'));
  });

  test.each(['Có', 'có ạ', 'vâng', 'máy bị mã hóa rồi'])(
    '“%s”: it is recorded as it was told',
    async (typed) => {
      await story.an.types(typed);
      await story.an.receives('SC-2026-0001');
      const [incident] = await incidentRows(story);
      expect(incident?.description).toContain(doubtful);
    },
  );

  test.each(['Không', 'ko', 'không phải ạ'])('“%s”: nothing is', async (typed) => {
    await story.an.types(typed);
    await story.an.receives(say('incident-nothing-recorded'));
    await seconds(600);
    expect(await incidentRows(story)).toEqual([]);
  });

  test('anything else asks once more, without more time', async () => {
    await seconds(200);
    await story.an.types('12');
    await story.an.receives(say('incident-ask-doubt'));
    await seconds(100);
    expect(await incidentRows(story)).toHaveLength(1);
  });

  test('after five minutes of silence the responder hears of it, and the head is let sleep', async () => {
    await seconds(299);
    expect(await incidentRows(story)).toEqual([]);
    await seconds(1);
    expect(await incidentRows(story)).toMatchObject([{ severity: 'ordinary' }]);
    await nam.receives(doubtful);
    expect(await alertedNames(story)).toEqual(['Hoàng Văn Nam']);
    await story.an.receives('Chưa thấy anh/chị trả lời');
  });
});

test('in the middle of a report, “Không” makes it the answer to the open question', async () => {
  await typesAll(story.an, ['/baocao tháng 12', '6']);
  await story.an.types(doubtful);
  await story.an.receives(say('incident-ask-doubt'));
  await story.an.taps(say('button-incident-no'));
  await story.an.receives(say('incident-nothing-recorded'));
  expectQuestion(story, await story.an.receives(''), { asks: 'systems-approved' });
});

describe('a photo without a word', () => {
  beforeEach(async () => {
    await arrives(story, story.an, photo('f1'));
    await story.an.receives(say('incident-ask-photo'));
  });

  test('of an incident is recorded and kept with it', async () => {
    await story.an.taps(say('button-incident-yes'));
    await story.an.receives('SC-2026-0001');
    const [incident] = await incidentRows(story);
    expect(await attachmentRows(story)).toMatchObject([{ incidentId: incident?.id }]);
  });

  test('described in words is recorded with them', async () => {
    await story.an.types('màn hình đòi tiền chuộc');
    await story.an.receives('SC-2026-0001');
    expect((await incidentRows(story))[0]?.description).toBe('màn hình đòi tiền chuộc');
  });

  test('of which nobody says anything alerts after two minutes, with the photo', async () => {
    await arrives(story, story.an, photo('f2'));
    await seconds(119);
    expect(await incidentRows(story)).toEqual([]);
    await seconds(1);
    const [incident] = await incidentRows(story);
    expect(await attachmentRows(story)).toMatchObject([
      { incidentId: incident?.id },
      { incidentId: incident?.id },
    ]);
    await nam.receives('SC-2026-0001');
  });

  test('of something else is none', async () => {
    await story.an.types('không');
    await seconds(600);
    expect(await incidentRows(story)).toEqual([]);
  });
});

test('a photo that follows the report goes with it, as does one whose caption tells it', async () => {
  await arrives(story, story.an, photo('f1', 'màn hình đòi tiền chuộc, file bị mã hóa hết'));
  await story.an.receives('SC-2026-0001');
  await arrives(story, story.an, photo('f2'));
  await story.an.receives(say('incident-noted-photo', { number: 'SC-2026-0001' }));
  await arrives(story, story.an, { kind: 'media', what: 'voice', source: { kind: 'file', id: 'v1' } });
  await story.an.receives(say('incident-noted-voice', { number: 'SC-2026-0001' }));
  const [incident] = await incidentRows(story);
  const rows = await attachmentRows(story);
  expect(rows.map(({ incidentId }) => incidentId)).toEqual(Array(3).fill(incident?.id));
});
