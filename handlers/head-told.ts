import { timeOf } from '#domain/time.ts';
import { longDay } from '#locales/dates.ts';
import { textIn } from '#locales/text.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import { reachableHeads } from '#storage/queries/head-requests.ts';
import { titlesOf } from '#handlers/duty-words.ts';
import { tell } from '#handlers/tell.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** A short copy for the heads of these units: what has gone out, when, and whether in time. */
export async function tellHeadsOfSending(turn: OfficerTurn, sent: Assignment[]): Promise<void> {
  const { tx, officer, deps, now, today } = turn;
  for (const [unitId, reports] of Map.groupBy(sent, (report) => report.unitId)) {
    const key = deps.newId();
    const isLate = reports.some(({ onTime, dueBefore }) => !(onTime ?? now < dueBefore));
    for (const head of await reachableHeads(tx, unitId)) {
      await tell(turn, head.id, `head-told:${key}:${head.id}`, (language) => {
        const say = textIn(language);
        return {
          kind: 'text',
          text: say('head-told', {
            name: officer.name,
            titles: titlesOf(deps.catalogue, language, reports),
            unit: reports[0]?.unitName ?? '',
            time: timeOf(now, deps.catalogue.zone),
            day: longDay(language, today),
            standing: isLate ? say('receipt-late') : say('receipt-on-time'),
          }),
        };
      });
    }
  }
}
