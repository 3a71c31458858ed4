import { beforeEach, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { anIncident } from '#test/kit/an-incident.ts';
import { aProvince, type Story } from '#test/kit/province.ts';

const say = textIn('vi');

let story: Story;

beforeEach(async () => {
  story = await aProvince({ begins: '2026-12-04T10:00:00+07:00' });
});

test('a reminder of 08:30 comes at their own first hour, and only once', async () => {
  await story.an.types('đừng nhắc trước 10h');
  await story.an.receives(say('hours-set', { from: '10:00', until: '18:00' }));
  await story.at('2026-12-07T08:30:00+07:00');
  await story.an.receivesNothing();
  await story.dung.receives('Nhắc hạn');
  expect((await story.engine.nextDue()).reminder).toEqual(new Date('2026-12-07T10:00:00+07:00'));
  await story.until('2026-12-07T18:00:00+07:00');
  await story.an.receives('Nhắc hạn');
  await story.an.receivesNothing();
});

test('taken away again, it comes with everybody’s', async () => {
  await story.an.types('đừng nhắc trước 10h');
  await story.an.receives('10:00');
  await story.an.types('nhắc lúc nào cũng được');
  await story.an.receives(say('hours-any', { from: '08:30', until: '18:00' }));
  await story.at('2026-12-07T08:30:00+07:00');
  await story.an.receives('Nhắc hạn');
});

test('“/gionhac” says what they are', async () => {
  await story.an.types('/gionhac');
  await story.an.receives(say('hours-now', { from: '08:30', until: '18:00' }));
  await story.an.types('/gionhac chỉ nhắc từ 17h30 đến 18h');
  await story.an.receives(say('hours-too-short', { from: '08:30', until: '18:00' }));
});

test('an incident knows no hours', async () => {
  await story.binh.types('chỉ nhắc từ 9h đến 16h');
  await story.binh.receives('09:00');
  story.clock.set('2026-12-05T02:00:00+07:00');
  await anIncident(story, { by: story.an });
  await story.binh.receives('SỰ CỐ');
});
