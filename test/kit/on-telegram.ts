import { onTestFinished } from 'vitest';
import { connectTelegram } from '#bot/telegram/connect.ts';
import { pollUpdates } from '#bot/telegram/poll-updates.ts';
import type { PositionKind } from '#domain/organisation.ts';
import { deliver } from '#scheduler/deliver.ts';
import { systemClock } from '#app/clock.ts';
import type { Person } from '#test/fakes/telegram/person.ts';
import { startTelegramServer, type TelegramServer } from '#test/fakes/telegram-server.ts';
import { createEngine } from '#test/kit/engine.ts';
import { addOfficerWith } from '#test/kit/organisation.ts';
import type { Story } from '#test/kit/province.ts';

export interface TelegramStory {
  telegram: TelegramServer;
  /** Somebody new who reads this chat. */
  joins(name: string, chatId: number, ...positions: [PositionKind, string][]): Promise<Person>;
}

/**
 * The story's product on Telegram over HTTP, polling and delivering in its loops until the test is over: the fake keeps
 * Telegram's limits, and failed updates come again without a pause.
 */
export async function onTelegram(story: Story): Promise<TelegramStory> {
  const telegram = await startTelegramServer();
  const { token, root: apiRoot } = telegram;
  const connection = await connectTelegram({ token, apiRoot }, story.log);
  if (connection.kind !== 'connected') throw new Error(`Telegram of this test: ${connection.detail}`);
  const { api, bot, channel } = connection;
  const engine = createEngine({ ...story, wallClock: systemClock });
  const stop = new AbortController();
  const { signal } = stop;
  const { receive } = engine;
  const noWait = () => Promise.resolve();
  const loops = [
    pollUpdates({ api, bot, receive, signal, log: story.log, wait: noWait }),
    deliver(engine.deliverDeps(channel), signal),
  ];
  onTestFinished(async () => {
    stop.abort();
    await Promise.all(loops);
    await telegram.close();
  });

  return {
    telegram,
    async joins(name, chatId, ...positions) {
      const chat = { channel: 'telegram' as const, bot, chatId: String(chatId) };
      await addOfficerWith(story, { name, positions, chat }, story.clock.now());
      return telegram.person(chatId, name);
    },
  };
}
