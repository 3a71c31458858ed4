import { beforeEach, describe, expect, test } from 'vitest';
import { rehearsalBot } from '#bot/rehearsal/channel.ts';
import { textIn } from '#locales/text.ts';
import { expectQuestion, typesAll } from '#test/kit/answering.ts';
import { onZaloToo } from '#test/kit/on-zalo-too.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { arrives, dataOf, tapsData } from '#test/kit/raw-updates.ts';
import { reportRow, statesOf, submissionsOf } from '#test/kit/report-rows.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

const say = textIn('vi');
const monthly = 'monthly 2026-M12';

let story: Story;

beforeEach(async () => {
  story = await aProvince();
  await story.at('2026-12-07T08:30:00+07:00');
  await story.an.receives('quý IV/2026');
});

async function draft(): Promise<unknown> {
  return (await reportRow(story, 'STC', monthly)).draft;
}

async function dialogues(): Promise<{ officerId: string }[]> {
  return story.store.db.selectFrom('dialogues').select('officerId').execute();
}

/** What is in line stands on the phone from then on, by the platform's clock. */
async function shownAt(time: string): Promise<void> {
  const { channel } = story.phones;
  await story.engine.deliverAll({
    ...channel,
    async send(chatId, message) {
      const result = await channel.send(chatId, message);
      return result.kind === 'sent' ? { ...result, shownAt: onThatDay(time) } : result;
    },
  });
}

/** Sent then, by the platform's clock; it arrives now. */
function sentAt(time: string, text: string): Promise<void> {
  return arrives(story, story.an, { kind: 'text', text }, { bot: rehearsalBot, sentAt: onThatDay(time) });
}

function onThatDay(time: string): Date {
  return new Date(`2026-12-07T${time}+07:00`);
}

describe('one officer with a phone for Telegram and one for Zalo', () => {
  let an: StoryOfficer;
  let onZalo: StoryOfficer;

  beforeEach(async () => {
    an = story.an;
    onZalo = (await onZaloToo(story, an)).there;
  });

  test('double taps, a stale button and answers on both: one draft, as if it had been answered on one', async () => {
    const begin = await dataOf(story, an, say('button-fill'));
    await Promise.all([tapsData(story, an, begin), tapsData(story, an, begin)]);
    expect(await dialogues()).toEqual([{ officerId: an.id }]);
    expectQuestion(story, await an.receives('Câu 1/'), { asks: 'systems-managed' });
    const none = await dataOf(story, an, say('none-of-them'));
    await an.types('12, trong đó 9 cái duyệt rồi');
    await an.receives('Câu 3/');

    // Zalo has not shown the question yet: it does so first.
    await onZalo.types('3 2 2 1 1');
    expectQuestion(story, await onZalo.receives(say('continued-here')), { asks: 'systems-by-level' });
    await onZalo.types('3 2 2 1 1');
    expectQuestion(story, await onZalo.receives('Câu 4/'), { asks: 'systems-deployed' });

    // On the other phone the first question still stands, with its button.
    await tapsData(story, an, none);
    expectQuestion(story, await an.receives(say('stale-other-question')), { asks: 'systems-deployed' });
    const answered = {
      ...{ 'systems-managed': 12, 'systems-approved': 9, 'systems-by-level': [3, 2, 2, 1, 1] },
    };
    expect(await draft()).toEqual(answered);

    await an.types('7');
    expectQuestion(story, await an.receives('Câu 5/'), { asks: 'incidents' });
    const noIncident = await dataOf(story, an, say('none-of-them'));
    await Promise.all([tapsData(story, an, noIncident), tapsData(story, an, noIncident)]);
    expect(await draft()).toEqual({ ...answered, 'systems-deployed': 7, incidents: 0 });
    expect(await dialogues()).toEqual([{ officerId: an.id }]);
  });

  test('sent from both at once: three receipts, one version each, and the slower tap is told', async () => {
    await an.taps(say('button-fill'));
    await typesAll(an, ['0', '0', '0', 'không', 'có', 'bỏ qua', '5/12', 'không', 'có', 'bỏ qua']);
    await typesAll(an, ['không', 'không', 'bỏ qua']);
    const send = await dataOf(story, an, say('button-send', { count: 3 }));
    await onZalo.types('gửi');
    await onZalo.receives(say('continued-here'));
    await Promise.all([onZalo.types('gửi'), tapsData(story, an, send), tapsData(story, an, send)]);
    const sent = await submissionsOf(story, 'STC');
    expect(sent.map(({ report, version }) => `${report} v${version}`).sort()).toEqual([
      'annual-agency 2026 v1',
      'monthly 2026-M12 v1',
      'quarterly-agency 2026-Q4 v1',
    ]);
    expect(new Set(Object.values(await statesOf(story, 'STC')))).toEqual(new Set(['submitted']));
    expect(story.log.lines).toEqual([]);
  });
});

describe('an answer that was sent without a network, and arrives late', () => {
  let onZalo: StoryOfficer;

  beforeEach(async () => {
    onZalo = (await onZaloToo(story, story.an)).there;
    await sentAt('08:31:00', '/baocao tháng 12');
    await shownAt('08:31:02');
  });

  test('is taken where its question is still the open one', async () => {
    await sentAt('08:31:20', '6');
    await shownAt('11:00:00');
    expect(await draft()).toEqual({ 'systems-managed': 6 });
    expectQuestion(story, await story.an.receives('Câu 2/'), { asks: 'systems-approved' });
  });

  test('is asked back where it was sent before the question that is open now was seen', async () => {
    await sentAt('08:31:20', '6');
    await shownAt('11:00:00');
    await sentAt('08:31:40', '6');
    await shownAt('11:00:01');
    expect(await draft()).toEqual({ 'systems-managed': 6 });
    expectQuestion(story, await story.an.receives(say('answer-too-early')), { asks: 'systems-approved' });
    await sentAt('11:01:00', '5');
    expect(await draft()).toEqual({ 'systems-managed': 6, 'systems-approved': 5 });
  });

  test('after the report was gone on with on another phone: it changes nothing, and the open question is asked here', async () => {
    await typesAll(onZalo, ['báo cáo', '6', '5']);
    await sentAt('08:31:20', '60');
    expect(await draft()).toEqual({ 'systems-managed': 6, 'systems-approved': 5 });
    expectQuestion(story, await story.an.receives(say('continued-here')), { asks: 'systems-by-level' });
  });
});

describe('two reporters of one unit', () => {
  test('fill in by turns: each sees who has it, nothing is answered twice, and one sends', async () => {
    const { an } = story;
    const lan = await story.joins('Vũ Thị Lan', ['reporter', 'STC']);
    await typesAll(an, ['/baocao tháng 12', '6']);
    await an.receives('Câu 2/');
    await lan.types('/baocao tháng 12');
    await lan.receives(say('fill-take-over-ask', { name: an.name }));
    const takeOver = await dataOf(story, lan, say('button-take-over'));
    await Promise.all([tapsData(story, lan, takeOver), tapsData(story, lan, takeOver)]);
    await an.receives(say('fill-other-drafting', { name: lan.name }));
    await an.types('4');
    await lan.types('5');
    expect(await reportRow(story, 'STC', monthly)).toMatchObject({
      draftBy: lan.name,
      draft: { 'systems-managed': 6, 'systems-approved': 5 },
    });

    await an.types('/baocao tháng 12');
    await an.taps(say('button-take-over'));
    await lan.receives(say('fill-other-drafting', { name: an.name }));
    await typesAll(an, ['3 2 0 0 0', '4', '0', '0', 'không', 'có', 'bỏ qua']);
    await Promise.all([an.types('gửi'), lan.types('gửi')]);
    expect(await submissionsOf(story, 'STC')).toMatchObject([
      {
        ...{ report: monthly, officer: an.name, version: 1 },
        answers: {
          ...{ 'systems-managed': 6, 'systems-approved': 5, 'systems-by-level': [3, 2, 0, 0, 0] },
          ...{ 'systems-deployed': 4, incidents: 0 },
        },
      },
    ]);
    expect(await dialogues()).toEqual([]);
  });
});
