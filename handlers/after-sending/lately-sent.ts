import { unitsReportedFor } from '#domain/access.ts';
import { encodeTap } from '#domain/callback.ts';
import { isAskedFor } from '#domain/catalogue.ts';
import type { Choice } from '#domain/channel.ts';
import { defaultWorkingDays, lastDayToCorrect } from '#domain/closing-of-figures.ts';
import { addWorkingDays } from '#domain/calendar/working-days.ts';
import { dayAndMonth, dayWithoutYear } from '#locales/dates.ts';
import { receivedFrom } from '#storage/queries/corrections.ts';
import { mayCorrect } from '#handlers/after-sending/may-correct.ts';
import { sentAction } from '#handlers/after-sending/sent-action.ts';
import { type DueGroup, dueGroups } from '#handlers/due-groups.ts';
import { titlesOf } from '#handlers/duty-words.ts';
import { unitOnButton } from '#handlers/label-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** So many are offered; a period can be typed for the others. */
const mostGroups = 4;

/** What this person has sent, or a colleague, and may still correct. */
export async function correctable({ tx, officer, today, deps }: OfficerTurn): Promise<DueGroup[]> {
  const { catalogue } = deps;
  const since = addWorkingDays(catalogue.calendar, today, -defaultWorkingDays.toCorrect - 1);
  const received = await receivedFrom(tx, unitsReportedFor(officer), since, today);
  const open = received.filter((one) => isAskedFor(catalogue, one) && mayCorrect(one, today, catalogue));
  return dueGroups(open).slice(0, mostGroups);
}

/** "Đã gửi, còn sửa được: …", for whoever asks what they owe. */
export function latelySentWords(turn: OfficerTurn, groups: DueGroup[]): string[] {
  const { say, language, deps } = turn;
  if (groups.length === 0) return [];
  const severalUnits = unitsReportedFor(turn.officer).length > 1;
  const lines = groups.map(({ assignments, unitName }) => {
    const until = assignments.map((one) => lastDayToCorrect(one, deps.catalogue)).sort()[0] ?? '';
    const titles = titlesOf(deps.catalogue, language, assignments);
    return say('lately-sent-line', {
      titles: severalUnits ? `${unitName}: ${titles}` : titles,
      until: dayWithoutYear(language, until),
    });
  });
  return [say('lately-sent', { lines: lines.join('\n') })];
}

/** A button for each group; among several it says what tells its group from the others. */
export function correctChoices({ say }: OfficerTurn, all: DueGroup[]): Choice[][] {
  const groups = all.slice(0, mostGroups);
  const severalUnits = new Set(groups.map(({ unitId }) => unitId)).size > 1;
  return groups.map(({ lastDay, unitId, unitName }) => {
    const day = dayAndMonth(lastDay);
    const label =
      groups.length === 1
        ? say('button-correct')
        : severalUnits
          ? say('button-correct-unit', { unit: unitOnButton(unitName), day })
          : say('button-correct-due', { day });
    return [{ label, data: encodeTap(sentAction, 'correct', lastDay, unitId) }];
  });
}
