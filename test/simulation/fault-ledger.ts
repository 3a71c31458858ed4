import type { PollCounters } from '#bot/zalo/poll-updates.ts';
import { table } from '#app/cli/table.ts';
import type { Store } from '#storage/store.ts';
import type { Person } from '#test/fakes/zalo/person.ts';
import type { Update } from '#test/fakes/zalo/wire.ts';
import type { ZaloBot } from '#test/fakes/zalo/bot.ts';
import type { ProductProcess } from '#test/journeys/product-process.ts';

/** What became of everything that people sent on a bad day. */
export interface FaultLedger {
  /** Different updates that people sent. */
  sentByPeople: number;
  /** Answers to polls, and posts, that reached us whole, each time. */
  arrivedWhole: number;
  duplicatesIgnored: number;
  /** Different updates in our tables. */
  stored: number;
  /** By our own count: polls that were cut, broke off or died, each with one update at most. */
  perhapsLost: number;
  /** By the platform's count: given to a poll that was not there any more, or not to its end. */
  lost: number;
  /** Arrived whole and not in our tables: none, ever. */
  lostOfArrived: number;
  /** Answers that were made of them. */
  answers: number;
  answeredOnce: number;
  /** People who got their one answer more than once. */
  answeredAgain: number;
  /** Answers that were under way at a kill, or whose arrival Zalo did not confirm: only these may come again. */
  uncertain: number;
}

export async function faultLedger(of: {
  zalo: ZaloBot;
  store: Store;
  people: readonly Person[];
  /** How many updates these people sent. */
  sentByPeople: number;
  /** All that polled, ended by now. */
  processes: readonly ProductProcess[];
}): Promise<FaultLedger> {
  const { zalo, people, processes } = of;
  const { db } = of.store;
  const rows = await db.selectFrom('inbox').select('updateId').where('status', '=', 'done').execute();
  const answers = await db.selectFrom('messages').select('uncertain').execute();
  const stored = new Set(rows.map(({ updateId }) => updateId));
  const given = new Set(zalo.given.map(idOf));
  return {
    sentByPeople: of.sentByPeople,
    arrivedWhole: zalo.given.length,
    duplicatesIgnored: zalo.given.length - given.size,
    stored: stored.size,
    perhapsLost: processes.reduce((sum, process) => sum + perhapsLostOf(process.printed()), 0),
    lost: zalo.lost.length,
    lostOfArrived: [...given].filter((id) => !stored.has(id)).length,
    answeredOnce: people.filter(({ messages }) => messages.length === 1).length,
    answeredAgain: people.filter(({ messages }) => messages.length > 1).length,
    answers: answers.length,
    uncertain: answers.filter(({ uncertain }) => uncertain > 0).length,
  };
}

export function printLedger(title: string, ledger: FaultLedger): void {
  const lines: [string, number][] = [
    ['updates sent by people', ledger.sentByPeople],
    ['deliveries that reached us whole', ledger.arrivedWhole],
    ['of these: the same once more, ignored', ledger.duplicatesIgnored],
    ['stored', ledger.stored],
    ['answers made of them', ledger.answers],
    ['people who were answered once', ledger.answeredOnce],
    ['who saw their answer again: it was under way at a kill', ledger.answeredAgain],
    ['perhaps lost with polls that died, by our count', ledger.perhapsLost],
    ['lost with polls that died, by the platform’s', ledger.lost],
    ['lost after they had reached us whole', ledger.lostOfArrived],
  ];
  console.log(
    table(
      [title, ''],
      lines.map(([name, count]) => [name, String(count)]),
    ),
  );
}

/** As the product makes it: the platform gives updates no id. */
function idOf({ message }: Update): string {
  const { chat, from, message_id } = message as Record<'chat' | 'from', { id: string }> & {
    message_id: string;
  };
  return `${chat.id}:${from.id}:${message_id}`;
}

/** What a process counted by its end; one that was killed had said only what broke off before, and had a poll under way. */
function perhapsLostOf(printed: string): number {
  const lines = printed.split('\n');
  const counted = lines.findLast((line) => line.includes('"polling of Zalo has ended'));
  if (counted) return (JSON.parse(counted) as PollCounters).perhapsLost;
  return 1 + lines.filter((line) => line.includes('"a poll of Zalo broke off')).length;
}
