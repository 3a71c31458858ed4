import { beforeEach, describe, expect, test } from 'vitest';
import { incomingFromPhone } from '#bot/rehearsal/incoming.ts';
import { type Story, aProvince } from '#test/kit/province.ts';

let story: Story;
let updates: number;

beforeEach(async () => {
  story = await aProvince();
  updates = 0;
});

/** An types on a phone that shows no buttons. */
async function types(text: string): Promise<string> {
  await story.delivered();
  const action = { kind: 'typed', text } as const;
  const typed = incomingFromPhone(story.an.chatId, `typed-${++updates}`, action);
  await story.engine.receive({ ...typed, withoutButtons: true });
  return (await story.an.screen()).at(-1)?.text ?? '';
}

describe('a label that is typed in full, where there are no buttons', () => {
  test('chooses what stands on the screen, though it is a command as well', async () => {
    await story.at('2026-12-07T08:30:00+07:00');
    expect(await types('Lập báo cáo')).toMatch(/^3 báo cáo làm cùng lúc:/);
  });

  test('after the list of what is owed it does not show that list again', async () => {
    await story.at('2026-12-07T09:00:00+07:00');
    expect(await types('báo cáo')).toMatch(/^Anh\/chị có 3 báo cáo phải gửi\./);
    expect(await types('lap bao cao')).toMatch(/^3 báo cáo làm cùng lúc:/);
  });

  test('is the command where no such choice is shown', async () => {
    await story.at('2026-12-07T09:00:00+07:00');
    await types('tro giup');
    expect(await types('Lập báo cáo')).toMatch(/^Anh\/chị có 3 báo cáo phải gửi\./);
  });
});
