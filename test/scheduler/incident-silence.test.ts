import { beforeEach, expect, test } from 'vitest';
import { openIncidents } from '#storage/queries/incidents.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

let story: Story;
/** Responder at Sở Tài chính. */
let giang: StoryOfficer;

beforeEach(async () => {
  story = await aProvince({ begins: '2026-12-12T02:00:00+07:00' });
  giang = await story.joins('Hồ Giang', ['responder', 'STC']);
});

const open = () => openIncidents(story.store.db);

test('“sự cố” and then nothing: after two minutes those on duty are told all the same', async () => {
  await story.an.types('sự cố');
  expect(await story.engine.nextIncidentMoment()).toEqual(new Date('2026-12-12T02:02:00+07:00'));
  await story.until('2026-12-12T02:01:59+07:00');
  await giang.receivesNothing();
  expect(await open()).toEqual([]);

  await story.until('2026-12-12T02:02:00+07:00');
  await giang.receives('SỰ CỐ SC-2026-0001 – Sở Tài chính: chưa rõ loại, mức nghiêm trọng');
  await story.an.receives('SC-2026-0001');
  expect(await open()).toHaveLength(1);

  // The escalation goes on from there, and nothing is recorded a second time.
  await story.until('2026-12-12T02:07:00+07:00');
  await story.chi.receives('SỰ CỐ SC-2026-0001');
  expect(await open()).toHaveLength(1);
});

test('an answer in time is not silence', async () => {
  await story.an.types('sự cố');
  await story.until('2026-12-12T02:01:00+07:00');
  await story.an.types('máy kế toán bị mã hóa hết file');
  await giang.receives('SỰ CỐ SC-2026-0001');
  await story.until('2026-12-12T02:04:00+07:00');
  expect(await open()).toHaveLength(1);
});

test('one whose chat is closed meanwhile is recorded too', async () => {
  await story.an.types('sự cố');
  await story.an.blocks();
  await story.until('2026-12-12T02:02:00+07:00');
  await giang.receives('SỰ CỐ SC-2026-0001');
});
