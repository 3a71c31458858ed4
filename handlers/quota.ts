import { looksAfterProduct } from '#domain/access.ts';
import { dayOf } from '#domain/time.ts';
import { longDay } from '#locales/dates.ts';
import { type QuotaStanding, quotaStandings } from '#handlers/quota-standing.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "/hanmuc": what the bots have used of their month, for administrators. */
export async function showQuota(turn: OfficerTurn): Promise<void> {
  const { say, tx, deps, now, officer } = turn;
  if (!looksAfterProduct(officer)) return turn.reply({ text: say('quota-refused') });
  const standings = await quotaStandings(tx, { catalogue: deps.catalogue, limits: deps.quota, now });
  const [first] = standings;
  if (!first) return turn.reply({ text: say('quota-none') });
  const [year = '', month = ''] = first.month.split('-');
  const bots = standings.map((standing) => wordsOf(turn, standing));
  await turn.reply({
    text: [say('quota-title', { month: Number(month), year: Number(year) }), ...bots].join('\n\n'),
  });
}

function wordsOf({ say, deps, language }: OfficerTurn, standing: QuotaStanding): string {
  const { name, used, limit, percent, users, usersLimit, forecast, pausedUntil, level } = standing;
  const state = pausedUntil
    ? say('quota-paused-until', { day: longDay(language, dayOf(pausedUntil, deps.catalogue.zone)) })
    : say(`quota-level-${level}`);
  return say('quota-bot', { name, used, limit, percent, users, usersLimit, forecast, state });
}
