import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { tapsData } from '#test/kit/raw-updates.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

const say = textIn('vi');
const nobodys = '01234567-89ab-7cde-8f01-23456789abcd';

let story: Story;
/** Of Sở Y tế's incident and of the conversation with its reporter. */
let incidentId: string;
let talkId: string;

beforeEach(async () => {
  story = await aProvince({ begins: '2026-12-07T09:00:00+07:00' });
  await story.dung.types('máy chủ bị mã hóa hết rồi');
  const talk = await story.store.db
    .selectFrom('incidentTalks')
    .select(['id', 'incidentId'])
    .executeTakeFirstOrThrow();
  talkId = talk.id;
  incidentId = talk.incidentId ?? '';
  for (const officer of [story.an, story.dung]) await officer.screen();
});

async function tables() {
  const { db } = story.store;
  return {
    incidents: await db.selectFrom('incidents').selectAll().orderBy('id').execute(),
    events: await db.selectFrom('incidentEvents').selectAll().orderBy('seq').execute(),
    alerts: await db.selectFrom('incidentAlerts').selectAll().execute(),
    clocks: await db.selectFrom('incidentClocks').selectAll().execute(),
  };
}

/** Each is answered with one message that tells nothing, and changes nothing. */
async function areHarmless(officer: StoryOfficer, made: readonly string[]): Promise<void> {
  const before = await tables();
  const seen = (await officer.screen()).length;
  for (const data of made) await tapsData(story, officer, data);
  const answers = (await officer.screen()).slice(seen).map(({ text }) => text);
  expect(answers).toHaveLength(made.length);
  for (const text of answers) {
    expect(text).not.toMatch(/Sở Y tế|Phạm Văn Dũng|mã hóa|SC-2026|NaN|undefined/);
    expect(text).not.toContain(say('something-went-wrong'));
  }
  expect(await tables()).toEqual(before);
}

const ofReporter = [
  'yes',
  'no',
  'mistake',
  'kind',
  'change',
  'system',
  'unit',
  'impact',
  'more',
  'same',
  'other',
];
const ofHandler = [
  'view',
  'ack',
  'take',
  'over',
  'alarm',
  'alarm-yes',
  'reopen',
  'status',
  'sev',
  'help',
  'dup',
];
const more = [
  'undup',
  'warn',
  'warn-yes',
  'undo',
  'close',
  'close-yes',
  'met',
  'waive',
  'paper',
  'drill',
  'real',
];

describe('a button that somebody made up', () => {
  test('of nobody’s incident or conversation', async () => {
    const verbs = [...ofReporter, ...ofHandler, ...more, 'nothing'];
    await areHarmless(
      story.an,
      verbs.flatMap((verb) => [`inc:${verb}:${nobodys}`, `inc:${verb}:x:1`, `inc:${verb}`]),
    );
    await areHarmless(story.an, ['inc', 'inc::', `inc:kind:${nobodys}:unknown`]);
  });

  test('of another’s conversation', async () => {
    await areHarmless(
      story.an,
      [...ofReporter, 'real'].map((verb) => `inc:${verb}:${talkId}:unknown`),
    );
  });

  test('of an incident that is none of theirs', async () => {
    await areHarmless(
      story.an,
      [...ofHandler, ...more].map((verb) => `inc:${verb}:${incidentId}:contained`),
    );
  });

  test('of one’s own conversation, with values that no button has', async () => {
    const before = await tables();
    for (const made of ['system:999', 'system:-1', 'unit:7', 'unit:x', 'impact:all', 'kind:x', 'more:x']) {
      const [verb = '', value = ''] = made.split(':');
      await tapsData(story, story.dung, `inc:${verb}:${talkId}:${value}`);
    }
    const texts = (await story.dung.screen()).map(({ text }) => text);
    for (const text of texts) expect(text).not.toContain(say('something-went-wrong'));
    expect((await tables()).incidents).toMatchObject(
      before.incidents.map(({ id, unitId }) => ({ id, unitId })),
    );
  });
});
