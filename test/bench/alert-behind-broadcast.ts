import { setTimeout as delay } from 'node:timers/promises';
import { connectTelegram } from '#bot/telegram/connect.ts';
import type { BotId } from '#domain/channel.ts';
import type { PositionKind } from '#domain/organisation.ts';
import { deliver } from '#scheduler/deliver.ts';
import { linkChat } from '#storage/queries/identities.ts';
import { countInLine } from '#storage/queries/messages.ts';
import { addOfficer, addPosition } from '#storage/queries/officers.ts';
import { listUnits } from '#storage/queries/units.ts';
import type { Store } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';
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

const reminded = 5_000;
const samples = 50;

/** Three slots of Telegram's 30 a second, ms. */
const threeSlots = 100;

/**
 * How long an alert takes from the commit of the incident to a responder's phone while 5,000 reminders go out on the same
 * bot at 30 a second, beside the same with nothing in line. Each incident is another person's, told to another responder,
 * whose chat has been idle.
 */
export async function alertBehindBroadcast(): Promise<Figure[]> {
  const telegram = await startTelegramServer();
  try {
    const { idle, behind } = await withMemoryStore((store) => measure(store, telegram));
    const name = 'Alert from commit to phone, 5,000 reminders going out (beside: none in line)';
    return ([0.5, 0.95] as const).map((share) => {
      const which = share === 0.5 ? 'median' : '95 %';
      const value = quantile(behind, share);
      const beside = quantile(idle, share);
      return figure({ name: `${name}, ${which}`, value, unit: 'ms', beside, reach: threeSlots });
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
  await foundLargeProvince({ store, newId, bot, directives: [...catalogue.on], officers: reminded });
  await addPeople(store, bot, 'responder', responderChat);
  await addPeople(store, bot, 'administrator', witnessChat);
  for (let chat = 1; chat <= reminded + 4 * samples; chat += 1) telegram.person(chat).types('/start');

  const stop = new AbortController();
  const delivering = deliver(engine.deliverDeps(connection.channel), stop.signal);
  try {
    const idle = await alerts(engine, telegram, 0);
    const { reminders } = await engine.plan();
    if (reminders !== reminded) throw new Error(`${reminders} reminders were planned, not ${reminded}.`);
    const behind = await alerts(engine, telegram, samples);
    const left = await countInLine(store.db);
    if (left < reminded / 2) throw new Error(`Only ${left} reminders were left in line at the end.`);
    return { idle, behind };
  } finally {
    stop.abort();
    await delivering;
  }
}

/** The chats of those who owe no reports: of the nth unit, from 0. */
const responderChat = (unit: number) => reminded + 1 + unit;
const witnessChat = (unit: number) => reminded + 1 + 2 * samples + unit;

/** One at each of the first units, with a chat of their own. */
async function addPeople(
  store: Store,
  bot: BotId,
  kind: PositionKind,
  chatOf: (unit: number) => number,
): Promise<void> {
  const since = new Date('2026-12-01T00:00:00+07:00');
  const units = (await listUnits(store.db)).slice(0, 2 * samples);
  await inTransaction(store, async (tx) => {
    for (const [unit, { id: unitId }] of units.entries()) {
      const officerId = newId();
      await addOfficer(tx, { id: officerId, name: `${kind} ${unit}`, language: 'vi', createdAt: since });
      await addPosition(tx, { id: newId(), unitId, officerId, kind, since });
      const chat = { channel: 'telegram' as const, bot, chatId: String(chatOf(unit)) };
      await linkChat(tx, { id: newId(), officerId, ...chat, linkedAt: since });
    }
  });
}

/** An incident at one unit after another; how long each alert took from its commit to the responder's phone, ms. */
async function alerts(engine: Engine, telegram: TelegramServer, firstUnit: number): Promise<number[]> {
  const times: number[] = [];
  for (let unit = firstUnit; unit < firstUnit + samples; unit += 1) {
    // At any point between two slots.
    await delay(100 + ((unit * 13) % 34));
    await engine.receive({
      ...{ bot: telegram.bot, channel: 'telegram', updateId: newId(), chatKind: 'private' },
      chatId: String(witnessChat(unit)),
      content: { kind: 'text', text: 'máy chủ bị mã hóa hết rồi' },
    });
    const committedAt = performance.now();
    const { at } = await telegram.person(responderChat(unit)).receives('SỰ CỐ SC-', 10_000);
    times.push(at - committedAt);
  }
  return times;
}
