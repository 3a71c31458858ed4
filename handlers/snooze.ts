import { decodeInstant, encodeInstant, encodeTap } from '#domain/callback.ts';
import { snoozeChoices } from '#domain/snooze.ts';
import { dayOf, timeOf, type Instant } from '#domain/time.ts';
import { dayWithoutYear } from '#locales/dates.ts';
import { findAssignments, type Assignment } from '#storage/queries/assignments.ts';
import { putSnooze, stillOwedOf } from '#storage/queries/reminders.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "Nhắc lại sau" under a reminder: the moments that still lie ahead. */
export async function askWhenToRemind(turn: OfficerTurn, messageId: string): Promise<void> {
  const { say } = turn;
  const owed = await owedOf(turn, messageId);
  if (owed.length === 0) return turn.reply({ text: say('snooze-nothing') });
  const choices = choicesFor(turn, owed);
  if (choices.length === 0) return turn.reply({ text: say('snooze-none') });
  await turn.reply({
    text: say('snooze-ask'),
    choices: choices.map(({ at }) => [
      {
        label: when(turn, at),
        data: encodeTap('snooze', messageId, encodeInstant(at)),
      },
    ]),
  });
}

/** One of them was chosen; it must still be one of those that lie ahead. */
export async function snooze(turn: OfficerTurn, messageId: string, chosen: string): Promise<void> {
  const { say, tx, officer } = turn;
  const owed = await owedOf(turn, messageId);
  if (owed.length === 0) return turn.reply({ text: say('snooze-nothing') });
  const until = decodeInstant(chosen);
  if (!choicesFor(turn, owed).some(({ at }) => at.getTime() === until?.getTime()) || !until) {
    return askWhenToRemind(turn, messageId);
  }
  await putSnooze(tx, { assignmentIds: owed.map(({ id }) => id), officerId: officer.id, until });
  await turn.reply({ text: say('snooze-done', { when: when(turn, until) }) });
}

/** Only what this very officer was reminded of: a reminder's id is no key to anybody else's reports. */
async function owedOf({ tx, officer }: OfficerTurn, messageId: string): Promise<Assignment[]> {
  return findAssignments(tx, await stillOwedOf(tx, messageId, officer.id));
}

function choicesFor({ now, deps }: OfficerTurn, owed: Assignment[]) {
  const earliest = owed.map(({ lastDay }) => lastDay).sort()[0] ?? '';
  return snoozeChoices(now, earliest, deps.catalogue);
}

/** "14:30 hôm nay", "08:30 thứ Ba 8/12". */
function when({ deps, language, say, today }: OfficerTurn, at: Instant): string {
  const { zone } = deps.catalogue;
  const time = timeOf(at, zone);
  const day = dayOf(at, zone);
  return day === today
    ? say('snooze-choice-today', { time })
    : say('snooze-choice', { time, day: dayWithoutYear(language, day) });
}
