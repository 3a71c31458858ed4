import process from 'node:process';
import type { Figure } from '#test/bench/figure.ts';
import { alertBehindBroadcast } from '#test/bench/alert-behind-broadcast.ts';
import { queue } from '#test/bench/queue.ts';
import { replyBehindReminders } from '#test/bench/reply-behind-reminders.ts';
import { startAndMemory } from '#test/bench/start-and-memory.ts';
import { tableOf } from '#test/bench/table.ts';
import { transactions } from '#test/bench/transactions.ts';

/**
 * `npm run bench [-- --json]`: one measure after the other, so that none disturbs another. Ends with 1 when a figure does
 * not hold or could not be taken; the others are printed all the same.
 */
const json = process.argv.includes('--json');
const figures: Figure[] = [];
let isComplete = true;
for (const measure of [replyBehindReminders, alertBehindBroadcast, startAndMemory, queue, transactions]) {
  try {
    figures.push(...(await measure()));
  } catch (error) {
    isComplete = false;
    console.error(`${measure.name} could not be measured:`, error);
  }
}
process.stdout.write(`${json ? JSON.stringify(figures, null, 2) : tableOf(figures)}\n`);
// PGlite keeps its process alive.
process.exit(isComplete && figures.every(({ holds }) => holds) ? 0 : 1);
