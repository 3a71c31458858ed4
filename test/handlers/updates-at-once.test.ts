import { sql } from 'kysely';
import { beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest';
import { rehearsalBot } from '#bot/rehearsal/channel.ts';
import { textIn } from '#locales/text.ts';
import { lockOfficerAt } from '#storage/queries/identities.ts';
import { inTransaction } from '#storage/transaction.ts';
import { typesAll } from '#test/kit/answering.ts';
import { quietMonth } from '#test/kit/december-texts.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { arrives, dataOf } from '#test/kit/raw-updates.ts';
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

describe('several updates of one person at once', () => {
  test('are dealt with one after the other: each answer goes to the question that was open then', async () => {
    await typesAll(story.an, ['/baocao tháng 12']);
    await story.an.screen();
    // All answers are “0”: whatever the order, none may be lost and none may count twice.
    await Promise.all(['u1', 'u2', 'u3'].map((id) => typed('0', id)));
    expect((await reportRow(story, 'STC', 'monthly 2026-M12')).draft).toEqual({
      'systems-managed': 0,
      incidents: 0,
      'vulnerabilities-found': 0,
    });
    await story.an.receives(say('question-number', { number: 1, total: 6 }));
    for (const number of [2, 3, 4]) await story.an.receives(say('question-number', { number, total: 6 }));
    expect(story.log.lines).toEqual([]);
  });

  test('a send and a stop at once: either it is sent or it is a draft', async () => {
    await typesAll(story.an, ['/baocao tháng 12', ...quietMonth]);
    await Promise.all([typed('gửi', 'u1'), typed('/huy', 'u2')]);
    const { state } = await reportRow(story, 'STC', 'monthly 2026-M12');
    expect((await submissionsOf(story, 'STC')).length).toBe(state === 'submitted' ? 1 : 0);
    expect(['submitted', 'draft']).toContain(state);
  });

  // PGlite has one connection: there two transactions never meet.
  test.runIf(inject('testServer'))('on a server the second waits for the first to commit', async () => {
    const { db } = story.store;
    const first = releasedAtTheEnd();
    const held = Promise.withResolvers<void>();
    const holding = db.transaction().execute(async (tx) => {
      await tx.selectFrom('officers').select('id').where('id', '=', story.an.id).forUpdate().execute();
      held.resolve();
      await first.promise;
    });
    await held.promise;
    let done = false;
    const second = typed('/lich', 'u1').then(() => {
      done = true;
    });
    // Another person's goes through meanwhile.
    await story.dung.types('/lich');
    expect(done).toBe(false);
    expect(await isStored('u1')).toBe(false);
    first.resolve();
    await Promise.all([holding, second]);
    expect(await isStored('u1')).toBe(true);
  });

  test.runIf(inject('testServer'))(
    'a colleague’s take-over while an answer waits: one goes on, nothing is mixed',
    async () => {
      const lan = await story.joins('Vũ Thị Lan', ['reporter', 'STC']);
      await typesAll(story.an, ['/baocao tháng 12', '6']);
      await lan.types('/baocao tháng 12');
      const takeOver = await dataOf(story, lan, say('button-take-over'));
      const { id } = await reportRow(story, 'STC', 'monthly 2026-M12');

      const release = releasedAtTheEnd();
      const held = Promise.withResolvers<void>();
      const holding = story.store.db.transaction().execute(async (tx) => {
        await tx.selectFrom('assignments').select('id').where('id', '=', id).forUpdate().execute();
        held.resolve();
        await release.promise;
      });
      await held.promise;
      const taking = arrives(story, lan, { kind: 'tap', data: takeOver });
      await waiting(1);
      const answering = typed('5', 'u1');
      await waiting(2);
      release.resolve();
      await Promise.all([holding, taking, answering]);

      const dialogues = await story.store.db.selectFrom('dialogues').select('officerId').execute();
      expect(dialogues).toEqual([{ officerId: lan.id }]);
      expect(await reportRow(story, 'STC', 'monthly 2026-M12')).toMatchObject({
        draftBy: 'Vũ Thị Lan',
        draft: { 'systems-managed': 6 },
      });
      expect(story.log.lines).toEqual([]);
    },
  );

  test.runIf(inject('testServer'))(
    'what is said to a person does not wait until their own update is over',
    async () => {
      const release = releasedAtTheEnd();
      const held = Promise.withResolvers<void>();
      const holding = inTransaction(story.store, async (tx) => {
        await lockOfficerAt(tx, rehearsalBot, story.chi.chatId);
        held.resolve();
        await release.promise;
      });
      await held.promise;
      // A paper is recorded, and the coordinator asked about it.
      await typesAll(story.an, ['gửi qua trục rồi, số 214/BC-STC ngày 4/12 báo cáo tháng 12', 'đúng']);
      await story.an.receives(say('filing-no-more-reminders'));
      await story.chi.receives('214/BC-STC');
      release.resolve();
      await holding;
    },
  );

  /** Whatever a test holds is let go when it is over, also where it failed. */
  function releasedAtTheEnd() {
    const release = Promise.withResolvers<void>();
    onTestFinished(() => release.resolve());
    return release;
  }

  async function isStored(updateId: string): Promise<boolean> {
    const rows = await story.store.db
      .selectFrom('inbox')
      .select('status')
      .where('updateId', '=', updateId)
      .execute();
    return rows.length > 0;
  }

  /** So many transactions wait for a lock. */
  async function waiting(count: number): Promise<void> {
    for (;;) {
      const { rows } = await sql<{ waiting: number }>`
        select count(*)::int as waiting from pg_stat_activity
        where wait_event_type = 'Lock' and datname = current_database()`.execute(story.store.db);
      if ((rows[0]?.waiting ?? 0) >= count) return;
    }
  }
});
