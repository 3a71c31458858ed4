import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { expectQuestion, typesAll } from '#test/kit/answering.ts';
import { wordsOfForm } from '#test/kit/form-words.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { arrives } from '#test/kit/raw-updates.ts';
import { reportRow } from '#test/kit/report-rows.ts';

const say = textIn('vi');

let story: Story;

beforeEach(async () => {
  story = await aProvince();
  await story.at('2026-12-07T09:00:00+07:00');
  for (const officer of [story.an, story.binh, story.chi]) await officer.screen();
});

describe('what cannot be read', () => {
  test.each([
    { what: 'document', says: say('unsupported-document') },
    { what: 'sticker', says: say('unsupported-other') },
    { what: 'location', says: say('unsupported-other') },
  ] as const)('a $what is answered with what to do instead', async ({ what, says }) => {
    await arrives(story, story.an, { kind: 'unsupported', what });
    await story.an.receives(says);
    await story.an.receivesNothing();
  });

  test('a message that was edited is not read again', async () => {
    await typesAll(story.an, ['/baocao tháng 12', '6']);
    await arrives(story, story.an, { kind: 'edited' });
    await story.an.receives(say('edited-message'));
    expect((await reportRow(story, 'STC', 'monthly 2026-M12')).draft).toEqual({ 'systems-managed': 6 });
  });

  test('in the middle of a conversation it leaves the question open', async () => {
    await story.an.types('/baocao tháng 12');
    await arrives(story, story.an, { kind: 'unsupported', what: 'document' });
    await story.an.receives(say('unsupported-document'));
    await story.an.types('6');
    expectQuestion(story, await story.an.receives(say('question-number', { number: 2, total: 7 })), {
      asks: 'systems-approved',
    });
  });

  test('talk that asks for nothing is answered with where help is', async () => {
    for (const typed of ['cảm ơn em', '12', '👍', '.', 'a'.repeat(4000)]) {
      await story.an.types(typed);
      await story.an.receives(say('not-understood'));
    }
  });
});

describe('with nothing under way', () => {
  test.each(['/huy', 'hủy', 'thôi'])('“%s” says that there is nothing to stop', async (typed) => {
    await story.an.types(typed);
    await story.an.receives(say('fill-nothing-to-stop'));
  });

  test('“tiếp tục” says that there is nothing to go on with', async () => {
    await story.an.types('tiếp tục');
    await story.an.receives(say('fill-nothing-to-resume'));
  });
});

describe('a command in the middle of a report is served, and the question asked again', () => {
  beforeEach(() => typesAll(story.an, ['/baocao tháng 12', '6', '5']));

  test.each([
    { typed: '/lich', served: 'trước ngày 15/1/2027' },
    { typed: '/trogiup', served: '/baocao' },
    { typed: '/chuabaocao', served: say('missing-refused') },
    { typed: 'ai chưa báo cáo?', served: say('missing-refused') },
    { typed: '/start', served: '/trogiup' },
  ])('$typed', async ({ typed, served }) => {
    await story.an.types(typed);
    await story.an.receives(served);
    const again = await story.an.receives(say('question-number', { number: 3, total: 9 }));
    expectQuestion(story, again, { asks: 'systems-by-level' });
    await story.an.receivesNothing();
    await story.an.types('3 2 0 0 0');
    expectQuestion(story, await story.an.receives(''), { asks: 'systems-deployed' });
  });

  test('“/baocao” shows what is owed, and that this one is begun; the answer is still taken', async () => {
    await story.an.types('/baocao');
    const owed = await story.an.receives(say('owed-state-draft'));
    expect(owed.buttons).toContain(say('button-fill'));
    await story.an.types('3 2 0 0 0');
    expectQuestion(story, await story.an.receives(''), { asks: 'systems-deployed' });
  });

  test('what only sounds like a command is an answer', async () => {
    await typesAll(story.an, ['3 2 0 0 0', '5', '0', '0', 'không', 'có']);
    await story.an.types('báo cáo tháng trước bị sự cố, xem lịch');
    expect((await reportRow(story, 'STC', 'monthly 2026-M12')).draft).toMatchObject({
      difficulties: 'báo cáo tháng trước bị sự cố, xem lịch',
    });
  });

  test.each(['?', 'là sao', 'giải thích'])(
    '“%s” explains the question with its clause, and stays on it',
    async (typed) => {
      await story.an.types(typed);
      const help = await story.an.receives(wordsOfForm(story, 'monthly-agency').helpOf('systems-by-level'));
      expect(help.text).toContain('1880/UBND-KGVX');
      expect(help.text).toContain('3 2 0 0 0');
      expectQuestion(story, await story.an.receives(say('question-number', { number: 3, total: 9 })), {
        asks: 'systems-by-level',
      });
      expect((await reportRow(story, 'STC', 'monthly 2026-M12')).draft).not.toHaveProperty(
        'systems-by-level',
      );
    },
  );
});

describe('in the middle of recording a paper', () => {
  beforeEach(async () => {
    await story.an.types('gửi văn bản tháng 12 rồi');
    await story.an.receives(say('filing-ask-number', { titles: 'Báo cáo tháng 12/2026' }));
  });

  test('a command is served, and the number asked for again', async () => {
    await story.an.types('/lich');
    await story.an.receives(say('schedule-title'));
    await story.an.receives(say('filing-ask-number', { titles: 'Báo cáo tháng 12/2026' }));
    await story.an.types('214/BC-STC');
    await story.an.receives(say('filing-ask-date', { number: '214/BC-STC' }));
  });

  test('a report that is begun takes its place', async () => {
    await story.an.types('/baocao tháng 12');
    await story.an.receives(say('question-number', { number: 1, total: 6 }));
    expect(await story.store.db.selectFrom('dialogues').select('kind').execute()).toEqual([
      { kind: 'report' },
    ]);
    const buttons = (await story.an.screen()).flatMap((shown) => shown.buttons);
    expect(buttons).not.toContain(say('button-cancel'));
  });
});
