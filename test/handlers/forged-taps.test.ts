import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { typesAll } from '#test/kit/answering.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { dataOf, tapsData } from '#test/kit/raw-updates.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

const say = textIn('vi');
const nobody = '00000000-0000-7000-8000-ffffffffffff';

let story: Story;
/** The id of Sở Y tế, and of the reminder that Dũng got for it. */
let otherUnit: string;
let otherReminder: string;

/** Monday 7/12: Dũng of Sở Y tế has begun his report; An of Sở Tài chính has a reminder and nothing begun. */
beforeEach(async () => {
  story = await aProvince();
  await story.at('2026-12-07T08:30:00+07:00');
  await typesAll(story.dung, ['/baocao tháng 12', '6']);
  const { db } = story.store;
  const unit = await db.selectFrom('units').select('id').where('code', '=', 'SYT').executeTakeFirstOrThrow();
  otherUnit = unit.id;
  const reminder = await db
    .selectFrom('messages')
    .select('id')
    .where('kind', '=', 'reminder')
    .where('officerId', '=', story.dung.id)
    .executeTakeFirstOrThrow();
  otherReminder = reminder.id;
  for (const officer of [story.an, story.binh, story.chi]) await officer.screen();
});

/** Everything that a tap could have changed. */
async function tables() {
  const { db } = story.store;
  return {
    assignments: await db.selectFrom('assignments').selectAll().orderBy('id').execute(),
    submissions: await db.selectFrom('submissions').selectAll().orderBy('id').execute(),
    dialogues: await db.selectFrom('dialogues').select(['officerId', 'state']).orderBy('officerId').execute(),
    snoozes: await db.selectFrom('snoozes').selectAll().execute(),
    audit: await db.selectFrom('audit').select('id').execute(),
  };
}

/** Taps, and is answered with one message that says nothing of Sở Y tế or Dũng; nothing has changed, nothing failed. */
async function isHarmless(officer: StoryOfficer, data: string): Promise<string> {
  const before = await tables();
  const seen = (await officer.screen()).length;
  await tapsData(story, officer, data);
  const answers = (await officer.screen()).slice(seen);
  expect(answers, `the answers to ${data}`).toHaveLength(1);
  expect(answers[0]?.text).not.toMatch(/Sở Y tế|Phạm Văn Dũng/);
  expect(answers[0]?.text).not.toContain(say('something-went-wrong'));
  expect(await tables()).toEqual(before);
  expect(story.log.lines).toEqual([]);
  return answers[0]?.text ?? '';
}

describe('made-up data', () => {
  const made = [
    ...[
      '',
      ':',
      '::::',
      'x',
      'constructor',
      '__proto__:x',
      'Lập báo cáo',
      '📎',
      'a'.repeat(64),
      'a'.repeat(65),
      'ề'.repeat(30),
    ],
    ...["why:'; drop table units; --", 'fill:2026-12-14:\u0000', 'why:\ud800'],
    ...['fill', 'fill:', 'fill:2026-12-14:abc', `fill:2026-12-14:${nobody}`, 'fill:31-12'],
    ...['take-over', 'take-over:2026-M12:abc', `take-over:2026-M12:${nobody}`],
    ...['paper:2026-12-14', 'paper:x:y', `paper:2026-12-14:${nobody}`],
    ...['snooze', 'snooze:', 'snooze:abc', `snooze:${nobody}`, `snooze:${nobody}:zzzzzzzz`, 'snooze:abc:def'],
    ...['why', 'why:', 'why:abc', `why:${nobody}`, `why:${nobody}:x:y`],
    ...['paper-ok', 'paper-ok:abc', `paper-ok:${nobody}`, 'paper-no:', 'paper-no:abc', `paper-no:${nobody}`],
    ...[
      'missing',
      'missing:',
      'missing:x:1',
      'missing:2026-M13:1',
      'missing:2026-M12:x',
      'missing:2026-M12:1e9',
    ],
    ...['missing:2026-M12:-1', 'missing:2026-M12:0.5', 'missing:now', 'missing:now:999999'],
    ...[
      'd',
      'd:',
      'd:abc:send:x',
      'd:abc:choose:x:1',
      'd:abc:stop',
      'edit-list',
      'edit-list:99',
      'edit-list:x',
    ],
    ...['filing', 'filing:', 'filing:abc:confirm', `filing:${nobody}:choose:all`, `filing:${nobody}:number`],
  ];

  test.each(made)('“%s” does nothing, whoever taps it', async (data) => {
    for (const officer of [story.an, story.binh, story.chi]) await isHarmless(officer, data);
  });

  test('a tap is answered by a person’s own name only', async () => {
    expect(await isHarmless(story.an, 'x')).toBe(say('old-button'));
  });
});

describe('somebody else’s', () => {
  test('the unit of another: neither filled in, nor taken over, nor put on paper', async () => {
    for (const officer of [story.an, story.binh, story.chi]) {
      for (const which of ['2026-12-14', '2026-M12']) {
        for (const action of ['fill', 'take-over', 'paper']) {
          await isHarmless(officer, `${action}:${which}:${otherUnit}`);
        }
      }
    }
  });

  test('the reminder of another: neither put off nor explained', async () => {
    expect(await isHarmless(story.an, `snooze:${otherReminder}`)).toBe(say('snooze-nothing'));
    expect(await isHarmless(story.an, `why:${otherReminder}`)).toBe(say('old-button'));
    const choice = await dataOfSnooze();
    expect(await isHarmless(story.an, choice)).toBe(say('snooze-nothing'));
  });

  async function dataOfSnooze(): Promise<string> {
    const seen = (await story.dung.screen()).length;
    await tapsData(story, story.dung, `snooze:${otherReminder}`);
    await story.dung.screen();
    return story.phones.screenOf(story.dung.chatId)[seen]?.buttons[0]?.data ?? '';
  }

  test('a button of another’s conversation', async () => {
    const stop = await dataOf(story, story.dung, say('button-stop'));
    expect(await isHarmless(story.an, stop)).toBe(say('old-button'));
  });

  test('the coordinator’s word on a paper is not to be had by its sender', async () => {
    await typesAll(story.dung, ['/huy', 'gửi qua trục rồi, số 7/BC-SYT ngày 4/12 tháng 12']);
    await story.dung.taps(say('button-record'));
    const received = await dataOf(story, story.chi, say('button-paper-received'));
    for (const officer of [story.an, story.binh]) {
      expect(await isHarmless(officer, received)).toBe(say('filing-not-yours'));
    }
  });
});

describe('inside a conversation of one’s own', () => {
  test('of a report: what is made up leaves the question where it is', async () => {
    await story.an.types('/baocao tháng 12');
    const tag = (await dataOf(story, story.an, say('button-stop'))).split(':')[1];
    const before = await tables();
    for (const rest of [
      '',
      ':x',
      ':choose',
      ':choose:x:1',
      ':send',
      ':send:x',
      ':keep:x',
      ':pick:x:y',
      ':edit:x',
      ':back:x',
    ]) {
      await tapsData(story, story.an, `d:${tag}${rest}`);
      await story.an.receives(say('question-number', { number: 1, total: 6 }));
    }
    expect((await tables()).assignments).toEqual(before.assignments);
    expect(story.log.lines).toEqual([]);
  });

  test('of a paper: what is made up records nothing', async () => {
    await story.an.types('gửi qua trục rồi, số 214/BC-STC');
    await story.an.receives(say('filing-ask-which'));
    const dialogue = (await dataOf(story, story.an, say('button-cancel'))).split(':')[1];
    const made = [
      '',
      ':',
      ':choose',
      ':choose:x',
      ':choose:-1',
      ':choose:9',
      ':confirm',
      ':date:today',
      ':date:x',
      ':number',
      ':change',
    ];
    for (const rest of made) {
      await tapsData(story, story.an, `filing:${dialogue}${rest}`);
      await story.an.receives(say('filing-ask-which'));
    }
    // Chosen, it stands at the day; the number is there.
    await story.an.taps('Báo cáo tháng 12/2026');
    await story.an.receives(say('filing-ask-date', { number: '214/BC-STC' }));
    for (const rest of [':number', ':confirm', ':date', ':date:tomorrow', ':choose:all']) {
      await tapsData(story, story.an, `filing:${dialogue}${rest}`);
      await story.an.receives(say('filing-ask-date', { number: '214/BC-STC' }));
    }
    expect((await tables()).submissions).toEqual([]);
    expect(story.log.lines).toEqual([]);
  });
});
