import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { expectQuestion, typesAll } from '#test/kit/answering.ts';
import { alertedNames, incidentRows } from '#test/kit/incident-rows.ts';
import { attachmentRows, photo } from '#test/kit/media.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { arrives } from '#test/kit/raw-updates.ts';
import { reportRow } from '#test/kit/report-rows.ts';

const say = textIn('vi');

let story: Story;

beforeEach(async () => {
  story = await aProvince({ begins: '2026-12-07T09:00:00+07:00' });
  await story.joins('Hoàng Văn Nam', ['responder', 'STC']);
  await story.at('2026-12-07T09:00:00+07:00');
  await story.an.screen();
});

/** Everything that the tables hold, as text. */
async function everything(): Promise<string> {
  const { db } = story.store;
  const rows = [
    await db.selectFrom('inbox').selectAll().execute(),
    await db.selectFrom('messages').selectAll().execute(),
    await db.selectFrom('dialogues').selectAll().execute(),
    await db.selectFrom('assignments').selectAll().execute(),
    await db.selectFrom('submissions').selectAll().execute(),
    await db.selectFrom('incidents').selectAll().execute(),
    await db.selectFrom('incidentEvents').selectAll().execute(),
    await db.selectFrom('incidentTalks').selectAll().execute(),
    await db.selectFrom('audit').selectAll().execute(),
    await db.selectFrom('attachments').selectAll().execute(),
  ];
  return JSON.stringify([rows, story.log.lines]);
}

test('a text with a secrecy marking is refused, and nothing of it is kept', async () => {
  await story.an.types('công văn MẬT số 12 về bố trí lực lượng Alpha');
  await story.an.receives(say('incident-secret'));
  expect(await everything()).not.toMatch(/Alpha|MẬT số 12/);
  expect(await incidentRows(story)).toEqual([]);
});

describe('in an answer', () => {
  test('of a report: it is not taken, and the question asked again', async () => {
    await typesAll(story.an, ['/baocao tháng 12', '6']);
    await story.an.screen();
    await story.an.types('Tài liệu tối mật: kế hoạch Alpha');
    await story.an.receives(say('incident-secret'));
    expectQuestion(story, await story.an.receives(''), { asks: 'systems-approved' });
    expect(await everything()).not.toContain('Alpha');
    expect((await reportRow(story, 'STC', 'monthly 2026-M12')).draft).toEqual({ 'systems-managed': 6 });
  });

  test('about an incident', async () => {
    await story.an.types('web bị hack');
    await story.an.types('độ mật: Tối mật, máy chủ Alpha');
    await story.an.receives(say('incident-secret'));
    expect(await everything()).not.toContain('Alpha');
    await story.an.receives('Câu 2/3');
  });

  test('under a photo: neither is kept', async () => {
    await arrives(story, story.an, photo('f1', 'công văn mật của Alpha'));
    await story.an.receives(say('incident-secret'));
    expect(await attachmentRows(story)).toEqual([]);
    expect(await everything()).not.toContain('Alpha');
  });
});

describe('an incident in it', () => {
  test('is alerted without the detail, and told by telephone', async () => {
    await story.an.types('máy Alpha chứa tài liệu mật bị mã hóa');
    const { text } = await story.an.receives(say('incident-secret'));
    expect(text).toContain(say('incident-secret-told'));
    expect(text).toContain('SC-2026-0001');
    expect(text).toContain('dùng điện thoại');
    expect(await alertedNames(story)).toContain('Hoàng Văn Nam');
    expect(await incidentRows(story)).toMatchObject([
      { description: say('incident-described-by-secret'), severity: 'severe' },
    ]);
    expect(await everything()).not.toMatch(/Alpha|bị mã hóa/);
  });

  test('as the answer to what is happening is recorded once', async () => {
    await typesAll(story.an, ['sự cố', 'máy Alpha chứa tài liệu mật bị mã hóa']);
    story.clock.pass(600_000);
    await story.engine.watch();
    expect(await incidentRows(story)).toHaveLength(1);
  });

  test('while theirs is open goes to that one', async () => {
    await typesAll(story.an, ['web bị hack', 'máy Alpha chứa tài liệu mật bị mã hóa']);
    expect(await incidentRows(story)).toHaveLength(1);
    expect(await everything()).not.toContain('Alpha');
  });
});

test.each(['quên mật khẩu thư', 'bảo mật kém', 'số 214/BC-STC'])('“%s” has none', async (typed) => {
  await story.an.types(typed);
  const screen = await story.an.screen();
  expect(screen.at(-1)?.text).not.toContain(say('incident-secret'));
});
