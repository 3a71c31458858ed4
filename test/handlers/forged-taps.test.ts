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

/**
 * Taps one after the other; each is answered with one message that says nothing of Sở Y tế or Dũng. Nothing has changed,
 * nothing has failed.
 */
async function areHarmless(officer: StoryOfficer, ...made: string[]): Promise<string[]> {
  const before = await tables();
  const seen = (await officer.screen()).length;
  for (const data of made) await tapsData(story, officer, data);
  const answers = (await officer.screen()).slice(seen).map(({ text }) => text);
  expect(answers).toHaveLength(made.length);
  for (const text of answers) {
    expect(text).not.toMatch(/Sở Y tế|Phạm Văn Dũng|NaN|undefined/);
    expect(text).not.toContain(say('something-went-wrong'));
  }
  expect(await tables()).toEqual(before);
  expect(story.log.lines).toEqual([]);
  return answers;
}

describe('made-up data does nothing, whoever taps it', () => {
  test.each([
    { what: 'nothing', made: ['', ':', '::::', 'x', 'constructor', '__proto__:x', 'Lập báo cáo', '📎'] },
    { what: 'too much', made: ['a'.repeat(64), 'a'.repeat(65), 'ề'.repeat(30), `why:${nobody}:${nobody}`] },
    { what: 'no text', made: ["why:'; drop table units; --", 'fill:2026-12-14:\u0000', 'why:\ud800'] },
    {
      what: 'a report',
      made: ['fill', 'fill:', 'fill:2026-12-14:abc', `fill:2026-12-14:${nobody}`, 'fill:31-12'],
    },
    { what: 'a take-over', made: ['take-over', 'take-over:2026-M12:abc', `take-over:2026-M12:${nobody}`] },
    { what: 'a paper', made: ['paper:2026-12-14', 'paper:x:y', `paper:2026-12-14:${nobody}`] },
    {
      what: 'a reminder',
      made: [
        ...[
          'snooze',
          'snooze:',
          'snooze:abc',
          `snooze:${nobody}`,
          `snooze:${nobody}:zzzzzzzz`,
          'snooze:abc:def',
        ],
        ...['why', 'why:', 'why:abc', `why:${nobody}`, `why:${nobody}:x:y`],
      ],
    },
    {
      what: 'a word on a paper',
      made: [
        ...['paper-ok', 'paper-ok:', 'paper-ok:abc', `paper-ok:${nobody}`],
        ...['paper-no', 'paper-no:', 'paper-no:abc', `paper-no:${nobody}`],
      ],
    },
    {
      what: 'a page',
      made: [
        ...['missing', 'missing:', 'missing:x:1', 'missing:2026-M13:1', 'missing:2026-M12:x'],
        ...[
          'missing:2026-M12:1e9',
          'missing:2026-M12:-1',
          'missing:2026-M12:0.5',
          'missing:now',
          'missing:now:999999',
        ],
      ],
    },
    {
      what: 'a conversation',
      made: [
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
        ...[
          'filing',
          'filing:',
          'filing:abc:confirm',
          `filing:${nobody}:choose:all`,
          `filing:${nobody}:number`,
        ],
      ],
    },
  ])('$what', async ({ made }) => {
    for (const officer of [story.an, story.binh, story.chi]) await areHarmless(officer, ...made);
  });
});

describe('somebody else’s', () => {
  test('the unit of another: neither filled in, nor taken over, nor put on paper', async () => {
    for (const officer of [story.an, story.binh, story.chi]) {
      for (const action of ['fill', 'take-over', 'paper']) {
        await areHarmless(officer, `${action}:2026-12-14:${otherUnit}`, `${action}:2026-M12:${otherUnit}`);
      }
    }
  });

  test('the reminder of another: neither put off nor explained', async () => {
    expect(await areHarmless(story.an, `snooze:${otherReminder}`)).toEqual([say('snooze-nothing')]);
    expect(await areHarmless(story.an, `why:${otherReminder}`)).toEqual([say('old-button')]);
    const choice = await dataOfSnooze();
    expect(await areHarmless(story.an, choice)).toEqual([say('snooze-nothing')]);
  });

  async function dataOfSnooze(): Promise<string> {
    const seen = (await story.dung.screen()).length;
    await tapsData(story, story.dung, `snooze:${otherReminder}`);
    await story.dung.screen();
    return story.phones.screenOf(story.dung.chatId)[seen]?.buttons[0]?.data ?? '';
  }

  test('a button of another’s conversation', async () => {
    const stop = await dataOf(story, story.dung, say('button-stop'));
    expect(await areHarmless(story.an, stop)).toEqual([say('old-button')]);
  });

  test('the coordinator’s word on a paper is not to be had by its sender', async () => {
    await typesAll(story.dung, ['/huy', 'gửi qua trục rồi, số 7/BC-SYT ngày 4/12 tháng 12']);
    await story.dung.taps(say('button-record'));
    const received = await dataOf(story, story.chi, say('button-paper-received'));
    for (const officer of [story.an, story.binh]) {
      expect(await areHarmless(officer, received)).toEqual([say('filing-not-yours')]);
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
