import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { expectQuestion } from '#test/kit/answering.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { arrives } from '#test/kit/raw-updates.ts';
import { reportRow } from '#test/kit/report-rows.ts';

const say = textIn('vi');

let story: Story;
/** An's platform: whether it shows buttons, and how finely it tells the time. */
let platform: { withoutButtons?: true; wholeSeconds: boolean };

const zalo = { withoutButtons: true, wholeSeconds: false } as const;
const telegram = { wholeSeconds: true };

beforeEach(async () => {
  platform = zalo;
  story = await aProvince();
  await story.at('2026-12-07T09:00:00+07:00');
});

/** An instant of the platform's clock, which is three minutes behind ours: seconds after nine. */
function at(seconds: number): Date {
  const exact = new Date(Date.parse('2026-12-07T08:57:00+07:00') + seconds * 1000);
  return platform.wholeSeconds ? new Date(Math.floor(exact.getTime() / 1000) * 1000) : exact;
}

/** An typed it then; it reaches us now. */
async function typed(text: string, seconds: number): Promise<void> {
  const { withoutButtons } = platform;
  const sentAt = at(seconds);
  await arrives(
    story,
    story.an,
    { kind: 'text', text },
    { ...(withoutButtons && { withoutButtons }), sentAt },
  );
}

/** What is in line is shown then. */
async function shown(seconds: number): Promise<void> {
  const { channel } = story.phones;
  await story.engine.deliverAll({
    ...channel,
    async send(chatId, message) {
      const result = await channel.send(chatId, message);
      return result.kind === 'sent' ? { ...result, shownAt: at(seconds) } : result;
    },
  });
}

async function draft(): Promise<unknown> {
  return (await reportRow(story, 'STC', 'monthly 2026-M12')).draft;
}

async function last() {
  const seen = (await story.an.screen()).at(-1);
  if (!seen) throw new Error('The screen is empty.');
  return seen;
}

async function beginsTheReport(): Promise<void> {
  await typed('/baocao tháng 12', 0);
  await shown(1);
}

describe('a number that is typed twice in a hurry, on Zalo', () => {
  beforeEach(beginsTheReport);

  test('its copy, typed before the next question was shown, is asked back and not applied', async () => {
    await typed('6', 5.0);
    await shown(5.9);
    await typed('6', 5.4);
    await shown(6.5);
    expect(await draft()).toEqual({ 'systems-managed': 6 });
    const asked = await last();
    expect(asked.text.startsWith(say('answer-too-early'))).toBe(true);
    expectQuestion(story, asked, { asks: 'systems-approved' });
    await typed('5', 9);
    expect(await draft()).toEqual({ 'systems-managed': 6, 'systems-approved': 5 });
  });

  test('its copy that comes while the question is still in line is asked back as well', async () => {
    await typed('6', 5.0);
    await typed('6', 5.4);
    await shown(6);
    expect(await draft()).toEqual({ 'systems-managed': 6 });
    expect((await last()).text.startsWith(say('answer-too-early'))).toBe(true);
  });

  test('a command is carried out, whenever it was typed', async () => {
    await typed('6', 5.0);
    await shown(5.9);
    await typed('thôi', 5.4);
    await shown(7);
    expect((await last()).text).toMatch(/^Đã dừng ở /);
  });
});

describe('an honest answer is taken', () => {
  beforeEach(beginsTheReport);

  test('in the very ms in which the question was shown', async () => {
    await typed('6', 1);
    expect(await draft()).toEqual({ 'systems-managed': 6 });
  });

  test('on Telegram, in the second in which the question was shown', async () => {
    platform = telegram;
    await typed('6', 2.2);
    await shown(5.9);
    await typed('5', 5.95);
    expect(await draft()).toEqual({ 'systems-managed': 6, 'systems-approved': 5 });
  });

  test('where nobody knows how often the question has come', async () => {
    await typed('6', 5);
    story.phones.nextSendEnds({ kind: 'unknown', detail: 'no answer in time' }, { arrives: true });
    await shown(6);
    story.wallClock.pass(60_000);
    await shown(66);
    await typed('5', 10);
    expect(await draft()).toEqual({ 'systems-managed': 6, 'systems-approved': 5 });
  });

  test('where the platform gives no time', async () => {
    await typed('6', 5);
    await story.delivered();
    await typed('5', 1);
    expect(await draft()).toEqual({ 'systems-managed': 6, 'systems-approved': 5 });
  });

  test('from a phone whose clock is slow: asked back once, not for ever', async () => {
    await typed('6', 5);
    await shown(6);
    await typed('5', 6 - 90);
    await shown(7);
    expect(await draft()).toEqual({ 'systems-managed': 6 });
    story.clock.set('2026-12-07T09:00:10+07:00');
    await typed('5', 17 - 90);
    expect(await draft()).toEqual({ 'systems-managed': 6, 'systems-approved': 5 });
  });
});

describe('what waited while the bot was not running', () => {
  test.each([
    { on: 'Zalo', like: zalo },
    { on: 'Telegram', like: telegram },
  ])('on $on: the first answer counts, the impatient ones after it do not', async ({ like }) => {
    platform = like;
    await beginsTheReport();
    await typed('6', 60);
    await shown(600);
    await typed('6', 75);
    await shown(601);
    await typed('7', 90);
    await shown(602);
    expect(await draft()).toEqual({ 'systems-managed': 6 });
    expectQuestion(story, await last(), { asks: 'systems-approved' });
  });

  test('a number chooses from the message that stood there when it was typed', async () => {
    await story.at('2026-12-07T14:30:00+07:00');
    await typed('/lienket', 100);
    await shown(101);
    await typed('/baocao', 110);
    await shown(300);
    // Typed under the links, where the last choice adds a channel; it arrives when the reports stand below them.
    await typed('2', 115);
    await shown(301);
    expect((await last()).text).toContain('Mã liên kết');
  });
});
