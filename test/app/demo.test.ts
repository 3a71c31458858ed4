import { describe, expect, test } from 'vitest';
import { checkAnswer } from '#domain/answer.ts';
import type { Answers } from '#domain/answers/answer-value.ts';
import { findForm } from '#domain/catalogue.ts';
import { brokenRules, formAsked, relevantQuestions } from '#domain/form.ts';
import { dayOf } from '#domain/time.ts';
import { createPlanner } from '#scheduler/planner.ts';
import { openChatsOf } from '#storage/queries/identities.ts';
import { unconfirmedPapers } from '#storage/queries/submissions.ts';
import { commandContext, resultOf, run, type TestContext } from '#test/app/commands/command-context.ts';
import { recordedLog } from '#test/fakes/recorded-log.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';

const november = '2026-11-27T09:00:00+07:00';

async function filled(now = november, on?: string[]): Promise<TestContext> {
  const context = await commandContext(now, realCatalogue(on));
  expect(await resultOf(context, 'demo', {})).toEqual({ units: 13, officers: 17, filled: true });
  return context;
}

/** `duty: in time + late + missing`. */
async function counts(context: TestContext, period: string): Promise<string[]> {
  const { submitted, late, missing } = await resultOf(context, 'status', { period });
  const duties = [...new Set([...submitted, ...late, ...missing].map(({ duty }) => duty))].sort();
  const of = (rows: { duty: string }[], duty: string) => rows.filter((row) => row.duty === duty).length;
  return duties.map((duty) => `${duty}: ${of(submitted, duty)} + ${of(late, duty)} + ${of(missing, duty)}`);
}

describe('on 27/11/2026 the demo has', () => {
  test('earlier periods that are filled, one report late in each, one in all never sent', async () => {
    const context = await filled();
    expect(await counts(context, '2026-M11')).toEqual(['monthly: 7 + 1 + 1']);
    expect(await counts(context, '2026-M10')).toEqual(['monthly: 8 + 1 + 0']);
    expect(await counts(context, '2026-M09')).toEqual(['monthly: 9 + 0 + 0']);
    expect(await counts(context, '2026-Q3')).toEqual([
      'quarterly-agency: 8 + 1 + 0',
      'quarterly-province: 1 + 0 + 0',
    ]);
    expect(await counts(context, '2026-Q2')).toEqual([
      'quarterly-agency: 8 + 1 + 0',
      'quarterly-province: 1 + 0 + 0',
    ]);
    expect(await counts(context, '2025')).toEqual([
      'annual-agency: 9 + 1 + 0',
      'annual-chair: 1 + 0 + 0',
      'annual-draft: 1 + 0 + 0',
      'annual-province: 1 + 0 + 0',
    ]);
    const { missing } = await resultOf(context, 'status', { period: '2026-M11', duty: 'monthly' });
    expect(missing).toEqual([{ unit: 'XSD', name: 'UBND xã Sơn Động', duty: 'monthly', period: '2026-M11' }]);
    expect(await unconfirmedPapers(context.store.db)).toEqual([]);
  });

  test('open periods that are empty, which the scheduler opens once, and nothing old to remind of', async () => {
    const context = await filled();
    const planner = createPlanner({ ...context, log: recordedLog(), recordSilent: () => Promise.resolve() });
    // The month's 9, the quarter's 9 and the province's own, the year's 10, the portal's draft, and two of the province.
    expect(await planner.plan(context.clock.now())).toEqual({ opened: 32, reminders: 0, incidents: 0 });
    expect(await planner.plan(context.clock.now())).toEqual({ opened: 0, reminders: 0, incidents: 0 });
    expect(await counts(context, '2026-M12')).toEqual(['monthly: 0 + 0 + 9']);
    expect(await counts(context, '2026-Q4')).toEqual([
      'quarterly-agency: 0 + 0 + 9',
      'quarterly-province: 0 + 0 + 1',
    ]);
    expect(await counts(context, '2026')).toEqual([
      'annual-agency: 0 + 0 + 10',
      'annual-chair: 0 + 0 + 1',
      'annual-draft: 0 + 0 + 1',
      'annual-province: 0 + 0 + 1',
    ]);
  });

  test('a phone for every officer, one of whom reports for two units', async () => {
    const { store } = await filled();
    const officers = await store.db.selectFrom('officers').select(['id', 'name']).execute();
    const chats = await Promise.all(officers.map(({ id }) => openChatsOf(store.db, id)));
    expect(chats.map((open) => open.map(({ bot }) => bot))).toEqual(officers.map(() => ['rehearsal:room']));
    expect(chats.flat().map(({ chatId }) => chatId)).toContain('officer-so-tai-chinh');
    const reporting = await store.db
      .selectFrom('positions')
      .innerJoin('officers', 'officers.id', 'positions.officerId')
      .select(['officers.name', (select) => select.fn.countAll<number>().as('units')])
      .where('positions.kind', '=', 'reporter')
      .groupBy('officers.name')
      .execute();
    expect(reporting.filter(({ units }) => Number(units) > 1).map(({ name }) => name)).toEqual([
      'Lò Thị Mai',
    ]);
  });
});

describe('whenever it is filled', () => {
  test.each([
    ['when most directives were new', '2024-05-20T10:00:00+07:00', undefined],
    ['on the morning after a deadline', '2026-12-15T07:40:00+07:00', undefined],
    [
      'after Tết, with every directive on',
      '2027-02-18T10:00:00+07:00',
      realCatalogue().directives.map(({ id }) => id),
    ],
  ])('%s: reports came in before now, and say what their forms allow', async (_when, now, on) => {
    const { store, catalogue, clock } = await filled(now, on);
    const submissions = await store.db
      .selectFrom('submissions')
      .innerJoin('assignments', 'assignments.id', 'submissions.assignmentId')
      .select(['submissions.receivedAt', 'submissions.onTime', 'dueBefore', 'windowFrom', 'windowTo'])
      .select(['formId', 'formVersion', 'answers', 'dutyId', 'period'])
      .execute();
    expect(submissions.length).toBeGreaterThan(8);
    const faults = submissions.flatMap((one) => {
      const what = `${one.dutyId} ${one.period}`;
      if (one.receivedAt >= clock.now()) return [`${what} comes from the future`];
      if (one.onTime !== one.receivedAt < one.dueBefore) return [`${what} is not in time as it says`];
      const form =
        one.formId === null ? undefined : findForm(catalogue, one.formId, one.formVersion ?? undefined);
      if (!form) return [];
      const asked = formAsked(form, catalogue.on);
      const answers = one.answers as unknown as Answers;
      const context = { ...one, today: dayOf(one.receivedAt, catalogue.zone) };
      const wrong = relevantQuestions(asked, answers).filter((question) => {
        const answer = answers[question.key];
        return answer === undefined
          ? question.required
          : checkAnswer(question, answer, context).kind !== 'understood';
      });
      return [
        ...wrong.map(({ key }) => `${what} ${key}`),
        ...brokenRules(asked, answers).map(() => `${what} breaks a rule`),
      ];
    });
    expect(faults).toEqual([]);
  });
});

test('filled again, nothing changes; where other units are, nothing is filled', async () => {
  const context = await filled();
  context.clock.pass(40 * 24 * 60 * 60_000);
  expect(await resultOf(context, 'demo', {})).toEqual({ units: 13, officers: 17, filled: false });
  expect(await resultOf(context, 'units-list', {})).toHaveLength(13);

  const real = await commandContext(november);
  const row = { row: 2, code: 'STC', name: 'Sở Tài chính', kind: 'sở', parent: '', coordinator: '' };
  await resultOf(real, 'units-import', { rows: [row] });
  expect(await run(real, 'demo', {})).toEqual({
    ok: false,
    error: 'Cơ sở dữ liệu đã có đơn vị thật, nên không điền đơn vị mẫu. Đặt DATA_DIR khác để thử.',
  });
});
