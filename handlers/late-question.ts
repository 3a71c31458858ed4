import { deadlinesIn } from '#domain/deadline.ts';
import { findDuty } from '#domain/catalogue.ts';
import { owes } from '#domain/duty-owner.ts';
import { dayOfLateQuestion } from '#domain/late-question.ts';
import { periodAsked } from '#domain/period-phrase.ts';
import { addDays, type Day, daysBetween } from '#domain/time.ts';
import { longDay } from '#locales/dates.ts';
import { dueSoon } from '#handlers/due-soon.ts';
import { dueOf, titlesOf } from '#handlers/duty-words.ts';
import { owedByOfficer } from '#handlers/owed-by-officer.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** A report as far as it has a last day. */
interface Due {
  directive: string;
  duty: string;
  period: string;
  lastDay: Day;
}

/** So many last days are told of in one answer. */
const mostDays = 3;

/** "Ngày 15 nộp vẫn kịp nhỉ?": the truth, from the last days of what is owed, or of what comes next where nothing is. */
export async function answerIfLate(turn: OfficerTurn, typed: string): Promise<void> {
  const { say, language, today, deps } = turn;
  const day = dayOfLateQuestion(typed, today);
  if (!day) return turn.reply({ text: say('late-which-day') });
  const meant = await dueMeant(turn, typed);
  if (meant.length === 0) return turn.reply({ text: say('late-nothing') });
  const byDay = [...Map.groupBy(meant, ({ lastDay }) => lastDay)].slice(0, mostDays);
  const lines = byDay.map(([lastDay, reports]) => {
    const titles = titlesOf(deps.catalogue, language, reports);
    const due = say('late-due', { titles, due: dueOf(language, lastDay) });
    const late = daysBetween(lastDay, day);
    const verdict =
      late > 0
        ? say('late-is-late', { day: longDay(language, day), days: late })
        : say('late-is-in-time', { day: longDay(language, day) });
    return `${due}\n${verdict}`;
  });
  const anyLate = byDay.some(([lastDay]) => day > lastDay);
  await turn.reply({ text: [...lines, ...(anyLate ? [say('late-ask-for-more')] : [])].join('\n\n') });
}

async function dueMeant(turn: OfficerTurn, typed: string): Promise<Due[]> {
  const { today, deps, officer } = turn;
  const owed = await owedByOfficer(turn);
  const asked = periodAsked(typed, today);
  const upcoming = deadlinesIn(deps.catalogue, { from: today, to: addDays(today, aYearAhead) }).filter(
    (one) => {
      const duty = findDuty(deps.catalogue, one)?.duty;
      return duty?.kind === 'report' && officer.positions.some(({ unit }) => owes(duty, unit));
    },
  );
  if (asked.kind === 'period') {
    const named = owed.filter(({ period }) => period === asked.period);
    return named.length > 0 ? named : upcoming.filter(({ period }) => period === asked.period);
  }
  const { soon } = dueSoon(owed, today);
  if (soon.length > 0) return soon;
  const next = [...owed, ...upcoming].sort((a, b) => a.lastDay.localeCompare(b.lastDay))[0]?.lastDay;
  return upcoming.filter(({ lastDay }) => lastDay === next);
}

/** Every recurring duty comes round within a year; days. */
const aYearAhead = 370;
