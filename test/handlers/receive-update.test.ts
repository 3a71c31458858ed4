import { sql } from 'kysely';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { expectQuestion, typesAll } from '#test/kit/answering.ts';
import { quietMonth } from '#test/kit/december-texts.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { arrives } from '#test/kit/raw-updates.ts';
import { reportRow, submissionsOf } from '#test/kit/report-rows.ts';

const say = textIn('vi');

let story: Story;

beforeEach(async () => {
  story = await aProvince();
  await story.at('2026-12-07T09:00:00+07:00');
  for (const officer of [story.an, story.dung]) await officer.screen();
});

function typed(text: string, updateId: string): Promise<void> {
  return arrives(story, story.an, { kind: 'text', text }, { updateId });
}

/** Of updates whose ids a story chose. */
async function inbox() {
  return story.store.db
    .selectFrom('inbox')
    .select(['updateId', 'status', 'attempts'])
    .where('updateId', 'like', 'u%')
    .where('updateId', 'not like', 'update-%')
    .orderBy('updateId')
    .execute();
}

describe('a replayed update', () => {
  test('changes nothing and is not answered again', async () => {
    await typed('/baocao tháng 12', 'u1');
    await typed('6', 'u2');
    await story.an.screen();
    for (const id of ['u2', 'u1', 'u2']) await typed(id === 'u1' ? '/baocao tháng 12' : '6', id);
    await story.an.receives(say('question-number', { number: 1, total: 6 }));
    await story.an.receives(say('question-number', { number: 2, total: 7 }));
    await story.an.receivesNothing();
    expect(await inbox()).toEqual([
      { updateId: 'u1', status: 'done', attempts: 1 },
      { updateId: 'u2', status: 'done', attempts: 1 },
    ]);
  });

  test('handed over by two processes at once is carried out once', async () => {
    await typesAll(story.an, ['/baocao tháng 12', ...quietMonth]);
    await story.an.screen();
    await Promise.all([typed('gửi', 'u1'), typed('gửi', 'u1'), typed('gửi', 'u1')]);
    await story.an.receives(say('receipt-on-time'));
    await story.an.receivesNothing();
    expect(await submissionsOf(story, 'STC')).toHaveLength(1);
  });

  test('with the same id, of another bot, is another update', async () => {
    await typed('/huy', 'u1');
    await story.engine.receive({
      ...{ bot: 'telegram:1', channel: 'telegram', updateId: 'u1', chatId: '77', chatKind: 'private' },
      content: { kind: 'text', text: 'xin chào' },
    });
    const rows = await story.store.db
      .selectFrom('inbox')
      .select('bot')
      .where('updateId', '=', 'u1')
      .execute();
    expect(rows).toHaveLength(2);
  });
});

describe('an update that cannot be carried out', () => {
  /** From now on the database refuses drafts, as a full disk or a broken row would. */
  beforeEach(async () => {
    await typesAll(story.an, ['/baocao tháng 12']);
    await story.an.screen();
    await sql`create or replace function story_fault() returns trigger language plpgsql as $$
      begin raise exception 'the story breaks this' using errcode = '53100'; end $$`.execute(story.store.db);
    await sql`create trigger story_fault before update of draft on assignments
      for each row execute function story_fault()`.execute(story.store.db);
    onTestFinished(() => mended());
  });

  async function mended(): Promise<void> {
    await sql`drop trigger if exists story_fault on assignments`.execute(story.store.db);
  }

  test('twice it is given back to be brought again, and leaves nothing behind', async () => {
    await expect(typed('6', 'u1')).rejects.toThrow();
    await expect(typed('6', 'u1')).rejects.toThrow();
    expect(await inbox()).toEqual([{ updateId: 'u1', status: 'failing', attempts: 2 }]);
    await story.an.receives(say('question-number', { number: 1, total: 6 }));
    await story.an.receivesNothing();

    await mended();
    await typed('6', 'u1');
    expectQuestion(story, await story.an.receives(say('question-number', { number: 2, total: 7 })), {
      asks: 'systems-approved',
    });
    expect((await inbox())[0]?.status).toBe('done');
    expect((await reportRow(story, 'STC', 'monthly 2026-M12')).draft).toEqual({ 'systems-managed': 6 });
  });

  test('the third time it is set aside, the person is told once, and what comes after goes on', async () => {
    await expect(typed('6', 'u1')).rejects.toThrow();
    await expect(typed('6', 'u1')).rejects.toThrow();
    await typed('6', 'u1');
    await typed('6', 'u1');
    expect(await inbox()).toEqual([{ updateId: 'u1', status: 'failed', attempts: 3 }]);
    await story.an.receives(say('something-went-wrong'));
    await story.an.receivesNothing();
    expect(story.log.lines.map(({ level, object }) => [level, object.outcome])).toEqual([
      ['error', 'failing'],
      ['error', 'failing'],
      ['error', 'failed'],
    ]);

    await typed('/lich', 'u2');
    await story.an.receives(say('schedule-title'));
    await mended();
    // Nothing of the failed one was kept: the question is still the first.
    await typed('6', 'u3');
    await story.an.receives(say('question-number', { number: 2, total: 7 }));
  });

  test('somebody else’s is not held up by it', async () => {
    await expect(typed('6', 'u1')).rejects.toThrow();
    await story.dung.types('/lich');
    await story.dung.receives(say('schedule-title'));
  });
});

describe('texts that no database likes', () => {
  test.each(['Cần\u0000 máy chủ', 'Cần \ud800 máy chủ', 'Cần “máy chủ”; drop table units; -- \\u0000'])(
    'are taken as an answer: %j',
    async (text) => {
      await typesAll(story.an, ['/baocao tháng 12', ...quietMonth.slice(0, 5)]);
      await typed(text, 'u1');
      expect(await inbox()).toEqual([{ updateId: 'u1', status: 'done', attempts: 1 }]);
      const { draft } = await reportRow(story, 'STC', 'monthly 2026-M12');
      expect((draft as { difficulties: string }).difficulties).toMatch(/^Cần.* .?máy chủ/);
    },
  );
});
