import { textIn } from '#locales/text.ts';
import { table } from '#app/cli/table.ts';
import type { LiftedPause, QuotaRow } from '#app/commands/quota.ts';

const say = textIn('vi');

/** What `quota` prints for people. */
export function showQuota(rows: readonly QuotaRow[]): string {
  if (rows.length === 0) return say('quota-none');
  const headings = [
    say('cli-quota-bot'),
    say('cli-quota-month'),
    say('cli-quota-users'),
    say('cli-quota-sent'),
    say('cli-quota-received'),
    say('cli-quota-used'),
    say('cli-quota-forecast'),
    say('cli-quota-state'),
  ];
  return table(headings, rows.map(cellsOf));
}

function cellsOf(row: QuotaRow): string[] {
  const { bot, month, users, usersLimit, sent, received, used, limit, percent, forecast, level } = row;
  return [
    ...[bot, month, `${users}/${usersLimit}`, String(sent), String(received)],
    ...[`${used}/${limit} (${percent} %)`, String(forecast)],
    row.pausedUntil
      ? say('quota-paused-until', { day: row.pausedUntil.slice(0, 10) })
      : say(`quota-level-${level}`),
  ];
}

export function showLifted({ bot }: LiftedPause): string {
  return say('cli-quota-lifted', { bot });
}
