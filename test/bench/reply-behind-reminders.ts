import { setTimeout as delay } from 'node:timers/promises';
import { connectTelegram } from '#bot/telegram/connect.ts';
import type { IncomingMessage } from '#domain/channel.ts';
import { deliver } from '#scheduler/deliver.ts';
import { countInLine } from '#storage/queries/messages.ts';
import type { Store } from '#storage/store.ts';
import { systemClock } from '#app/clock.ts';
import { newId } from '#app/ids.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';
import { figure, quantile, type Figure } from '#test/bench/figure.ts';
import { foundLargeProvince } from '#test/bench/large-province.ts';
import { withMemoryStore } from '#test/bench/memory-store.ts';
import { recordedLog } from '#test/fakes/recorded-log.ts';
import { startTelegramServer, type TelegramServer } from '#test/fakes/telegram-server.ts';
import { settableClock } from '#test/kit/clocks.ts';
import { createEngine, type Engine } from '#test/kit/engine.ts';

const officers = 5_000;
const samples = 40;

/** Two slots of Telegram's 30 a second, ms. */
const twoSlots = 68;

/**
 * How long a reply takes from its commit to the person's phone while 5,000 reminders wait for the same bot at 30 a
 * second, beside the same with nothing in line.
 */
export async function replyBehindReminders(): Promise<Figure[]> {
  const telegram = await startTelegramServer();
  try {
    const { idle, behind } = await withMemoryStore((store) => measure(store, telegram));
    const name = 'Reply from commit to phone, 5,000 reminders in line (beside: none in line)';
    return ([0.5, 0.95] as const).map((share) => {
      const beside = quantile(idle, share);
      const which = share === 0.5 ? 'median' : '95 %';
      const value = quantile(behind, share);
      return figure({ name: `${name}, ${which}`, value, unit: 'ms', beside, reach: beside + twoSlots });
    });
  } finally {
    await telegram.close();
  }
}

async function measure(
  store: Store,
  telegram: TelegramServer,
): Promise<{ idle: number[]; behind: number[] }> {
  const { token, root: apiRoot, bot } = telegram;
  const log = recordedLog();
  const connection = await connectTelegram({ token, apiRoot }, log);
  if (connection.kind !== 'connected') throw new Error(`Telegram of the benchmark: ${connection.detail}`);
  const catalogue = realCatalogue();
  const clock = settableClock('2026-12-07T08:30:00+07:00');
  const engine = createEngine({ store, catalogue, clock, wallClock: systemClock, newId, log });
  await foundLargeProvince({ store, newId, bot, directives: [...catalogue.on], officers });
  for (let chat = 1; chat <= officers; chat += 1) telegram.person(chat).types('/start');

  const stop = new AbortController();
  const delivering = deliver(engine.deliverDeps(connection.channel), stop.signal);
  try {
    const idle = await replies(engine, telegram, 1);
    const { reminders } = await engine.plan();
    if (reminders !== officers) throw new Error(`${reminders} reminders were planned, not ${officers}.`);
    // Theirs are the last reminders in line.
    const behind = await replies(engine, telegram, officers - samples);
    const left = await countInLine(store.db);
    if (left < officers / 2) throw new Error(`Only ${left} reminders were left in line at the end.`);
    return { idle, behind };
  } finally {
    stop.abort();
    await delivering;
  }
}

/** Asks for help in one chat after another; how long each answer took from its commit, ms. */
async function replies(engine: Engine, telegram: TelegramServer, firstChat: number): Promise<number[]> {
  const times: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    const chatId = firstChat + sample;
    // At any point between two slots.
    await delay(100 + ((sample * 13) % 34));
    await engine.receive(help(telegram.bot, chatId));
    const committedAt = performance.now();
    const { at } = await telegram.person(chatId).receives('/baocao', 10_000);
    times.push(at - committedAt);
  }
  return times;
}

function help(bot: string, chatId: number): IncomingMessage {
  return {
    ...{ bot, channel: 'telegram', updateId: newId(), chatId: String(chatId), chatKind: 'private' },
    content: { kind: 'text', text: '/trogiup' },
  };
}
