import { beforeEach, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { typesAll } from '#test/kit/answering.ts';
import { quietMonth } from '#test/kit/december-texts.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

const say = textIn('vi');

/** As long as a name may be. */
const nameOf = (number: number) => `Ủy ban nhân dân xã số ${number} `.padEnd(200, 'thuộc huyện miền núi ');

let story: Story;
/** Reports for forty communes, and heads them. */
let mai: StoryOfficer;

beforeEach(async () => {
  story = await aProvince();
  const numbers = Array.from({ length: 40 }, (_, index) => index + 1);
  for (const number of numbers)
    await story.founds({ code: `XA${number}`, name: nameOf(number), kind: 'commune' });
  mai = await story.joins('Hồ Thị Mai', ...numbers.map((n): ['reporter', string] => ['reporter', `XA${n}`]));
  await story.at('2026-12-07T08:30:00+07:00');
});

/** Telegram's limits: https://core.telegram.org/bots/api#sendmessage, and 10 kB of buttons as found by others. */
async function everythingWentOut(): Promise<void> {
  await story.delivered();
  const { db } = story.store;
  const rows = await db.selectFrom('messages').select(['kind', 'status', 'reason', 'sent']).execute();
  expect(rows.filter(({ status }) => status !== 'sent' && status !== 'cancelled')).toEqual([]);
  for (const { sent } of rows) {
    const { text = '', choices = [] } = (sent ?? {}) as { text?: string; choices?: { label: string }[][] };
    expect(text.length).toBeLessThanOrEqual(4096);
    expect(choices.flat().length).toBeLessThanOrEqual(100);
    expect(Buffer.byteLength(JSON.stringify(choices))).toBeLessThan(10_000);
  }
  expect(story.log.lines).toEqual([]);
}

test('a reminder, and why', async () => {
  await mai.receives(say('reminder-title', { what: say('reports-to-send', { count: 120 }) }));
  await mai.taps(say('button-why'));
  await everythingWentOut();
});

test('what a head hears', async () => {
  const numbers = Array.from({ length: 40 }, (_, index) => index + 1);
  const duc = await story.joins('Đặng Văn Đức', ...numbers.map((n): ['head', string] => ['head', `XA${n}`]));
  await story.at('2026-12-10T08:30:00+07:00');
  await duc.receives('Để lãnh đạo biết');
  await typesAll(duc, ['ai chưa báo cáo?', 'ai chưa báo cáo tháng 12', '/lich']);
  await everythingWentOut();
});

test('what is owed, the schedule, and which report a paper is', async () => {
  await typesAll(mai, ['/baocao', '/lich', 'gửi qua trục rồi, số 214/BC-UBND ngày 4/12']);
  await mai.receives(say('filing-ask-which'));
  await everythingWentOut();
});

test('what the coordinator sees of many units that owe long lists', async () => {
  await story.at('2027-11-30T08:30:00+07:00');
  await story.chi.types('ai chưa báo cáo?');
  await story.chi.receives('Chưa báo cáo');
  await everythingWentOut();
});

test('one conversation for all of them', async () => {
  await mai.types('/baocao tháng 12');
  for (let unit = 0; unit < 40; unit += 1) await typesAll(mai, quietMonth);
  await mai.receives('Anh/chị xem lại trước khi gửi');
  await mai.taps(say('button-edit-answer'));
  await everythingWentOut();
  await mai.taps(say('button-send', { count: 40 }));
  await mai.receives('mã tiếp nhận');
  await everythingWentOut();
});
