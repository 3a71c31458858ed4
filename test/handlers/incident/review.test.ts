import { beforeEach, describe, expect, test } from 'vitest';
import type { Incident } from '#domain/incident/incident.ts';
import { textIn } from '#locales/text.ts';
import { openIncidents } from '#storage/queries/incidents.ts';
import { silentTalks } from '#storage/queries/incident-talks.ts';
import { inTransaction } from '#storage/transaction.ts';
import { anIncident } from '#test/kit/an-incident.ts';
import { leaves } from '#test/kit/end-position.ts';
import { alertedNames, incidentRows } from '#test/kit/incident-rows.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { tapsData } from '#test/kit/raw-updates.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

const say = textIn('vi');
const number = 'SC-2026-0001';

let story: Story;
/** Responder at Sở Tài chính, where Bình is the head. */
let nam: StoryOfficer;

beforeEach(async () => {
  story = await aProvince({ begins: '2026-12-12T02:10:00+07:00' });
  nam = await story.joins('Hoàng Văn Nam', ['responder', 'STC']);
});

async function taken(reported: Partial<Parameters<typeof anIncident>[1]> = {}): Promise<Incident> {
  const incident = await anIncident(story, { by: story.an, ...reported });
  await tapsData(story, nam, `inc:ack:${incident.id}`);
  await story.delivered();
  return incident;
}

async function textsOf(officer: StoryOfficer): Promise<string[]> {
  return (await officer.screen()).map(({ text }) => text);
}

describe('silence that an answer overtakes', () => {
  // The talk was read before the transaction that records it: another process has served the answer meanwhile.
  async function silenceAfter(answer: string): Promise<void> {
    await story.an.types('sự cố');
    story.clock.pass(121_000);
    const [seen] = await silentTalks(story.store.db, story.clock.now());
    await story.an.types(answer);
    const { recordSilent } = story.engine.planning;
    if (!seen) throw new Error('nobody is being waited for');
    await inTransaction(story.store, (tx) => recordSilent(tx, seen, story.clock.now()));
  }

  test('records nothing a second time', async () => {
    await silenceAfter('máy chủ bị mã hóa hết rồi');
    expect(await openIncidents(story.store.db)).toHaveLength(1);
  });

  test('wakes nobody where it was a mistake', async () => {
    await silenceAfter('nhầm');
    expect(await openIncidents(story.store.db)).toEqual([]);
    await nam.receivesNothing();
  });
});

describe('in a drill', () => {
  test('everything that is said while it is handled says so', async () => {
    const incident = await taken({ drill: true });
    await nam.types('đã rút dây mạng');
    const data = [
      'status:contained',
      'status:contained',
      'over',
      'help',
      'sev',
      'warn',
      'dup',
      'met',
      'take',
    ];
    for (const verb of data) {
      const [name, ...rest] = verb.split(':');
      await tapsData(story, nam, ['inc', name, incident.id, ...rest].join(':'));
    }
    await nam.types('tôi xử lý');
    await tapsData(story, nam, `inc:help:${incident.id}`);
    await nam.types('cần thêm người');
    await tapsData(story, nam, `inc:alarm-yes:${incident.id}`);
    await tapsData(story, nam, `inc:reopen:${incident.id}`);
    await story.delivered();
    const silent = (await textsOf(nam)).filter((text) => !text.includes('DIỄN TẬP'));
    expect(silent).toEqual([]);
    for (const text of await textsOf(nam)) expect(text.split('DIỄN TẬP')).toHaveLength(2);
  });
});

describe('addresses in the words of whoever handles it', () => {
  const address = '10.12.0.5:3389';

  test('are not said back', async () => {
    const incident = await taken();
    await nam.types(`đã chặn ${address}`);
    await tapsData(story, nam, `inc:met:${incident.id}`);
    await nam.types(`PA05 về ${address}, gọi điện`);
    await tapsData(story, nam, `inc:warn:${incident.id}:all`);
    await nam.types(`chặn ${address}`);
    await tapsData(story, nam, `inc:close:${incident.id}`);
    for (const answer of ['máy chủ mở', 'không', `chặn ${address}`, 'đóng cổng 3389'])
      await nam.types(answer);
    await tapsData(story, nam, `inc:view:${incident.id}`);
    await story.delivered();
    const texts = await textsOf(nam);
    expect(texts.filter((text) => /10\.12\.0\.5|3389/.test(text))).toEqual([]);
    expect(texts.filter((text) => text.includes(say('incident-address-hidden'))).length).toBeGreaterThan(3);
  });

  test('nor in those of whoever reports', async () => {
    await story.an.types('máy chủ bị mã hóa hết rồi');
    await story.an.types(`web ${address}`);
    await story.an.receives('Đã ghi hệ thống: web [ẩn địa chỉ]');
  });
});

describe('an incident that somebody has taken on', () => {
  test('and that turns out to be at another unit is alerted there; the unit before hears that it is not theirs', async () => {
    const lan = await story.joins('Đỗ Thị Lan', ['reporter', 'STC'], ['reporter', 'SYT']);
    const hoa = await story.joins('Ngô Hoa', ['responder', 'SYT']);
    await lan.types('máy chủ bị mã hóa hết rồi');
    await nam.receives(number);
    await nam.types('đã nhận');
    story.clock.pass(20_000);
    await lan.taps(say('button-incident-at-unit', { unit: 'Sở Y tế' }));
    await hoa.receives('SỰ CỐ SC-2026-0001 – Sở Y tế');
    expect(await incidentRows(story)).toMatchObject([{ unit: 'SYT', status: 'new', handledBy: null }]);
    for (const officer of [nam, story.binh]) {
      await officer.receives('SC-2026-0001 xảy ra ở Sở Y tế, không phải Sở Tài chính');
    }
    await hoa.types('đã nhận');
    await lan.receives('Ngô Hoa đã nhận');
    await nam.receivesNothing();
    await story.binh.receivesNothing();
  });

  test('and that becomes severe by what the reporter adds: the head is woken for it', async () => {
    await story.an.types('nhận được thư giả mạo đòi mật khẩu');
    await nam.receives('mức thông thường');
    await nam.types('đã nhận');
    expect(await alertedNames(story)).toEqual(['Hoàng Văn Nam']);
    await story.an.types('chưa rõ');
    await story.an.types('đang lan, dịch vụ ngừng');
    await story.binh.receives('nay ở mức nghiêm trọng');
    expect(await incidentRows(story)).toMatchObject([{ severity: 'severe' }]);
  });

  test('and of which its reporter writes more under a secrecy marking: those who know of it are told to ring', async () => {
    await taken();
    await nam.receives('Anh/chị đã nhận');
    await story.an.types('máy chứa tài liệu mật bị mã hóa');
    await nam.receives(say('incident-described-by-secret'));
  });

  test('is told of no more to those who have left', async () => {
    await anIncident(story, { by: story.an });
    await nam.receives(number);
    await story.binh.receives(number);
    await leaves(story, story.binh, 'head', 'STC');
    await nam.types('đã nhận');
    await story.an.receives('đã nhận xử lý');
    await story.binh.receivesNothing();
  });

  test('is nobody’s once they have left: everyone is alerted again when it is time to ask', async () => {
    await taken();
    await story.binh.receives('đã nhận xử lý');
    await leaves(story, nam, 'responder', 'STC');
    await story.until('2026-12-12T03:10:00+07:00');
    await story.binh.receives('SỰ CỐ SC-2026-0001');
    expect(await incidentRows(story)).toMatchObject([{ status: 'new', handledBy: null }]);
    expect((await textsOf(nam)).at(-1)).toContain('Anh/chị đã nhận');
  });

  test('is closed to a reason that comes too late', async () => {
    const incident = await taken();
    await tapsData(story, nam, `inc:sev:${incident.id}`);
    await tapsData(story, story.binh, `inc:alarm-yes:${incident.id}`);
    await nam.types('chỉ một máy thử nghiệm');
    expect(await incidentRows(story)).toMatchObject([{ severity: 'severe', status: 'false-alarm' }]);
  });
});

test('what a reporter writes where they were told to reaches whoever handles it', async () => {
  const incident = await taken();
  await tapsData(story, story.an, `inc:status:${incident.id}:contained`);
  await story.an.receives(say('incident-not-yours'));
  await story.an.types('kế toán vừa rút điện máy số 3');
  await nam.receives('kế toán vừa rút điện máy số 3');
});

test('a long update comes whole, in messages that a phone takes', async () => {
  await taken();
  const long = `đầu ${'một dòng dài. '.repeat(280)} cuối`;
  await nam.types(long);
  await story.delivered();
  const texts = await textsOf(story.an);
  expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(3_900);
  expect(texts.at(-1)).toMatch(/cuối$/);
  expect(texts.join('\n')).toContain('Hoàng Văn Nam: đầu một dòng dài.');
});
