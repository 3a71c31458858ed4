import process from 'node:process';
import { table } from '#app/cli/table.ts';
import { usedInMonth } from '#storage/queries/used-messages.ts';
import { withMemoryStore } from '#test/bench/memory-store.ts';
import { simulateMonth } from '#test/simulation/month.ts';

/** `node test/simulation/print-month.ts`: lives through a month and prints what each bot has used, by kind. */
const started = process.hrtime.bigint();
const lines = await withMemoryStore(async (store) => {
  const { standings } = await simulateMonth(store);
  const used = await usedInMonth(store.db, '2026-12');
  const kinds = [...new Set(used.map(({ direction, kind }) => `${direction} ${kind}`))];
  const rows = standings.map(({ bot, users, used: all, percent, level }) => [
    ...[bot, String(users)],
    ...kinds.map((name) =>
      String(used.find((row) => row.bot === bot && `${row.direction} ${row.kind}` === name)?.count ?? 0),
    ),
    ...[String(all), `${percent} %`, level],
  ]);
  return table(['bot', 'people', ...kinds, 'used', '', 'level'], rows);
});
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
process.stdout.write(`${lines}\n${seconds.toFixed(0)} s\n`);
// PGlite keeps its process alive.
process.exit(0);
