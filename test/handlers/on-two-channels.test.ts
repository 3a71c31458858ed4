import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { expectQuestion, typesAll } from '#test/kit/answering.ts';
import { quietDecember, quietMonth } from '#test/kit/december-texts.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { dataOf, tapsData } from '#test/kit/raw-updates.ts';
import { reportRow, statesOf, submissionsOf } from '#test/kit/report-rows.ts';
import { type SecondChannel, secondChannel } from '#test/kit/second-channel.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

const say = textIn('vi');

let story: Story;
let zalo: SecondChannel;
/** An was reminded in his first chat on Monday 7/12 at 08:30; then he linked Zalo. */
let an: StoryOfficer;
let anOnZalo: StoryOfficer;

beforeEach(async () => {
  story = await aProvince();
  an = story.an;
  await story.at('2026-12-07T08:30:00+07:00');
  await an.receives('tháng 12/2026');
  zalo = await secondChannel(story, 'zalo');
  anOnZalo = zalo.phoneOf('An');
  await an.types('lien ket zalo');
  const { text } = await an.receives('Mã liên kết');
  await anOnZalo.types(/[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(text)?.[0] ?? '');
  await anOnZalo.receives(an.name);
  await an.receives('Zalo vừa được liên kết');
});

async function draft(): Promise<unknown> {
  return (await reportRow(story, 'STC', 'monthly 2026-M12')).draft;
}

describe('answered on one, the other is told', () => {
  test('all three reports sent on Zalo: the first chat hears it, and its reminder has no buttons any more', async () => {
    await anOnZalo.types('/baocao');
    await anOnZalo.receives('');
    await anOnZalo.types(say('button-fill'));
    await typesAll(anOnZalo, quietDecember);
    await anOnZalo.types('gửi');
    await anOnZalo.receives('Đã nhận 3 báo cáo');

    const told = await an.receives('Anh/chị đã gửi qua Zalo:');
    expect(told.text).toBe(
      [
        'Anh/chị đã gửi qua Zalo:',
        '• Sở Tài chính: Báo cáo tháng 12/2026, quý IV/2026, năm 2026',
        'Ở đây anh/chị không phải làm gì thêm.',
      ].join('\n'),
    );
    const [reminder] = await an.screen();
    expect(reminder?.text).toContain('tháng 12/2026');
    expect(reminder?.buttons).toEqual([]);
    await anOnZalo.receivesNothing();
  });

  test('one of three: the reminder keeps its buttons for the others', async () => {
    await anOnZalo.types('/baocao tháng 12');
    await typesAll(anOnZalo, quietMonth);
    await anOnZalo.types('gửi');
    const { text } = await an.receives('Anh/chị đã gửi qua Zalo:');
    expect(text).toContain(say('received-elsewhere-more'));
    const [reminder] = await an.screen();
    expect(reminder?.buttons).toContain(say('button-fill'));
  });

  test('sent on paper, said on Zalo', async () => {
    await anOnZalo.types('gửi qua trục rồi, số 214/BC-STC ngày 5/12');
    await anOnZalo.types('Cả 3 báo cáo');
    await anOnZalo.types('ghi nhận');
    await anOnZalo.receives('Đã ghi nhận văn bản số 214/BC-STC');
    const { text } = await an.receives('Anh/chị đã ghi nhận gửi bằng văn bản qua Zalo:');
    expect(text).toContain(say('received-elsewhere-done'));
    expect((await an.screen())[0]?.buttons).toEqual([]);
    expect(await statesOf(story, 'STC')).toMatchObject({ 'monthly 2026-M12': 'filed' });
  });

  test('where nothing was reminded, nothing is said: Zalo hears nothing of a report sent in the first chat', async () => {
    await an.types('/baocao tháng 12');
    await typesAll(an, quietMonth);
    await an.types('gửi');
    await an.receives('Đã nhận 1 báo cáo');
    await anOnZalo.receivesNothing();
  });

  test('a chat that is closed to us is not written to', async () => {
    await an.blocks();
    await anOnZalo.types('/baocao tháng 12');
    await typesAll(anOnZalo, quietMonth);
    await anOnZalo.types('gửi');
    await anOnZalo.receives('Đã nhận 1 báo cáo');
    await an.receivesNothing();
  });
});

describe('begun on one, finished on the other', () => {
  test('what is typed on the other is asked there first; then the answers go on, each asked where they write', async () => {
    await an.types('/baocao tháng 12');
    await an.types('6');
    expectQuestion(story, await an.receives('Câu 2/'), { asks: 'systems-approved' });

    await anOnZalo.types('5');
    const asked = await anOnZalo.receives(say('continued-here'));
    expectQuestion(story, asked, { asks: 'systems-approved' });
    expect(await draft()).toEqual({ 'systems-managed': 6 });
    // The question in the first chat is not to be answered by its buttons any more.
    expect((await an.screen()).filter(({ text }) => text.includes('Câu 2/'))).toMatchObject([
      { buttons: [] },
    ]);

    await anOnZalo.types('5');
    expect(await draft()).toEqual({ 'systems-managed': 6, 'systems-approved': 5 });
    expectQuestion(story, await anOnZalo.receives('Câu 3/'), { asks: 'systems-by-level' });
    await an.receivesNothing();
  });

  test('a number under an earlier question on Zalo is not an answer to the one that is open now', async () => {
    await anOnZalo.types('/baocao tháng 12');
    await anOnZalo.receives('Câu 1/');
    await an.types('tiếp tục');
    await an.receives(say('continued-here'));
    await an.types('6');
    await an.receives('Câu 2/');

    await anOnZalo.types('6');
    expectQuestion(story, await anOnZalo.receives(say('continued-here')), { asks: 'systems-approved' });
    expect(await draft()).toEqual({ 'systems-managed': 6 });
  });

  test('an old button of the question that was answered elsewhere is answered, and applied no second time', async () => {
    await an.types('/baocao tháng 12');
    await an.receives('Câu 1/');
    const none = await dataOf(story, an, say('none-of-them'));
    await anOnZalo.types('báo cáo');
    await anOnZalo.receives(say('continued-here'));
    await anOnZalo.types('6');
    await anOnZalo.receives('Câu 2/');

    await tapsData(story, an, none);
    expectQuestion(story, await an.receives(say('stale-other-question')), { asks: 'systems-approved' });
    expect(await draft()).toEqual({ 'systems-managed': 6 });
  });

  test('a button pressed twice, once on each channel, sends once', async () => {
    await an.types('/baocao tháng 12');
    await typesAll(an, quietMonth);
    const send = await dataOf(story, an, say('button-send', { count: 1 }));
    await anOnZalo.types('gửi');
    await anOnZalo.receives(say('continued-here'));
    await anOnZalo.types('gửi');
    await anOnZalo.receives('Đã nhận 1 báo cáo');
    await tapsData(story, an, send);
    await an.receives(say('old-button'));
    expect(await submissionsOf(story, 'STC')).toHaveLength(1);
  });

  test('a paper begun on Zalo is recorded in the other chat', async () => {
    await anOnZalo.types('gửi qua trục rồi, số 214/BC-STC tháng 12');
    await anOnZalo.receives('214/BC-STC');
    await an.types('5/12');
    await an.receives(say('continued-here'));
    await an.types('5/12');
    await an.receives('Ghi nhận đã gửi bằng văn bản?');
    await an.taps(say('button-record'));
    await an.receives('Đã ghi nhận văn bản số 214/BC-STC ngày 5/12/2026');
    await anOnZalo.receivesNothing();
  });

  test('what is unlinked in the middle is gone on with in what is left', async () => {
    await anOnZalo.types('/baocao tháng 12');
    await anOnZalo.types('6');
    await an.types('/lienket');
    // With what was served in the middle the question has come here.
    const again = await an.receives(say('question-number', { number: 2, total: 7 }));
    expectQuestion(story, again, { asks: 'systems-approved' });
    await an.taps('Gỡ Zalo');
    await an.taps(say('button-unlink-sure'));
    await an.types('5');
    expect(await draft()).toEqual({ 'systems-managed': 6, 'systems-approved': 5 });
  });
});

describe('refused as blocked', () => {
  test('a notice goes to the other chat at once', async () => {
    // Dũng's colleague takes over what he has begun; he has closed the chat that he is told in.
    const { dung } = story;
    const dungOnZalo = zalo.phoneOf('Dũng');
    await dung.types('lien ket zalo');
    const { text } = await dung.receives('Mã liên kết');
    await dungOnZalo.types(/[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(text)?.[0] ?? '');
    await dungOnZalo.receives(dung.name);
    await dung.types('/baocao tháng 12');
    await dung.receives('Câu 1/');

    const hanh = await story.joins('Vũ Thị Hạnh', ['reporter', 'SYT']);
    zalo.phones.blocks(dungOnZalo.chatId);
    await hanh.types('/baocao tháng 12');
    await hanh.taps(say('button-take-over'));
    await zalo.delivered();
    await dung.receives('Vũ Thị Hạnh đã làm tiếp');
  });

  test('what concerns that one chat does not', async () => {
    story.phones.blocks(an.chatId);
    await anOnZalo.types('/baocao tháng 12');
    await typesAll(anOnZalo, quietMonth);
    await anOnZalo.types('gửi');
    await anOnZalo.receives('Đã nhận 1 báo cáo');
    await story.delivered();
    await anOnZalo.receivesNothing();
  });

  test('who cannot be reached at all is seen by the head and the coordinator', async () => {
    await story.binh.types('ai chưa báo cáo?');
    expect((await story.binh.receives('Sở Tài chính')).text).not.toContain('không liên lạc được');

    await an.blocks();
    await story.binh.types('ai chưa báo cáo?');
    expect((await story.binh.receives('Sở Tài chính')).text).not.toContain('không liên lạc được');

    zalo.phones.blocks(anOnZalo.chatId);
    await story.at('2026-12-10T08:30:00+07:00');
    await zalo.delivered();
    await story.binh.types('ai chưa báo cáo?');
    await story.binh.receives('Sở Tài chính (không liên lạc được cán bộ báo cáo)');
    await story.chi.types('ai chưa báo cáo tháng 12?');
    const { text } = await story.chi.receives('Sở Tài chính (không liên lạc được cán bộ báo cáo)');
    expect(text).toMatch(/• Sở Y tế$/m);
  });
});
