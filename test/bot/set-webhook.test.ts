import { expect, test } from 'vitest';
import { untilWebhookIsSet, type WebhookResult } from '#bot/set-webhook.ts';
import { recordedLog } from '#test/fakes/recorded-log.ts';

function story(...answers: WebhookResult[]) {
  const log = recordedLog();
  const stop = new AbortController();
  const waits: number[] = [];
  const set = async () => answers.shift() ?? { kind: 'set' as const };
  const wait = async (ms: number) => {
    waits.push(ms);
    if (waits.length === 3) stop.abort();
  };
  return { log, waits, done: untilWebhookIsSet(set, { bot: 'telegram:1', log, signal: stop.signal, wait }) };
}

const down: WebhookResult = { kind: 'failed', detail: '502 Bad Gateway' };

test('the platform is told again, further and further apart, until it has taken it', async () => {
  const { log, waits, done } = story(down, down);
  await done;
  expect(waits).toEqual([1000, 2000]);
  expect(log.lines.map(({ level, object }) => [level, object.answer])).toEqual([
    ['error', '502 Bad Gateway'],
    ['error', '502 Bad Gateway'],
  ]);
});

test('a stop ends it', async () => {
  const { waits, done } = story(down, down, down, down);
  await done;
  expect(waits).toEqual([1000, 2000, 4000]);
});
