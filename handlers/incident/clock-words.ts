import { clockedDuty, type RunningClock } from '#domain/incident/clocks.ts';
import type { ClockRule, Duty } from '#domain/directives/schema.ts';
import { dayOf, timeOf, type Instant } from '#domain/time.ts';
import { longDay } from '#locales/dates.ts';
import { textIn } from '#locales/text.ts';
import { clocksOfIncident, type IncidentClock, isOwed } from '#storage/queries/incident-clocks.ts';
import type { Reader } from '#storage/store.ts';
import type { IncidentLanguage } from '#handlers/incident/incident-words.ts';

/** A clock with what stands behind it; undefined where its document is not in the files any more. */
export interface KnownClock {
  clock: IncidentClock;
  duty: Duty;
  rule: ClockRule;
}

/** All of an incident, by when they are due. */
export async function clocksKnown(
  db: Reader,
  words: IncidentLanguage,
  { id }: { id: string },
): Promise<KnownClock[]> {
  const clocks = await clocksOfIncident(db, id);
  return clocks.map((clock) => knownClock(words, clock)).filter((known) => known !== undefined);
}

function knownClock({ catalogue }: IncidentLanguage, clock: IncidentClock): KnownClock | undefined {
  const found = clockedDuty(catalogue, clock);
  return found && { clock, duty: found.duty, rule: found.clock };
}

/** One line for each: what, until when, how long still, by which clause; or what became of it. */
export function clockLine(words: IncidentLanguage, { clock, duty, rule }: KnownClock, now: Instant): string {
  const say = textIn(words.language);
  const name = duty.shortName[words.language];
  const { citation } = duty;
  if (clock.metAt) {
    const how = clock.how === null ? '' : say('clock-by-way', { how: clock.how });
    const told = { name, whom: clock.told ?? '', how, moment: clockMoment(words, clock.metAt) };
    return isLate({ clock, rule })
      ? say('clock-line-met-late', { ...told, due: clockMoment(words, clock.dueAt) })
      : say('clock-line-met', told);
  }
  if (clock.waivedAt) return say('clock-line-waived', { name, reason: clock.waivedReason ?? '' });
  const passed = durationWords(words, now.getTime() - clock.startsAt.getTime());
  const moment = clockMoment(words, clock.dueAt);
  const missed = clock.dueAt <= now;
  if (isAtOnce(rule)) {
    return missed
      ? say('clock-line-at-once-missed', { name, passed, citation })
      : say('clock-line-at-once', { name, passed, citation });
  }
  if (missed) return say('clock-line-missed', { name, moment, citation });
  return say('clock-line-left', { name, moment, left: leftWords(words, clock, now), citation });
}

/** One that runs as well if what nobody knows yet turns out to hold. */
export function doubtfulLine(words: IncidentLanguage, clock: RunningClock): string {
  const found = clockedDuty(words.catalogue, clock);
  if (!found) throw new Error(`a clock runs for ${clock.directive}/${clock.duty}, which has none`);
  const say = textIn(words.language);
  const named = { name: found.duty.shortName[words.language], citation: found.duty.citation };
  return isAtOnce(found.clock)
    ? say('clock-line-doubtful-at-once', named)
    : say('clock-line-doubtful', { ...named, moment: clockMoment(words, clock.dueAt) });
}

/** "thông báo ban đầu về sự cố … cho Cơ quan chuyên trách thuộc Bộ Công an". */
export function whatWords({ language }: IncidentLanguage, { duty, rule }: Omit<KnownClock, 'clock'>): string {
  const what = rule.what[language];
  if (!duty.recipient) return what;
  return textIn(language)('clock-what-to', { what, recipient: duty.recipient.name[language] });
}

/** Where the text names no hours: the hour to remind by is ours. */
export function isAtOnce({ limit }: ClockRule): boolean {
  return limit.value === 'at-once';
}

/** Met after a time limit that the text sets. */
function isLate({ clock, rule }: Pick<KnownClock, 'clock' | 'rule'>): boolean {
  return !isAtOnce(rule) && clock.metAt !== null && clock.metAt > clock.dueAt;
}

export function stillOwed(clocks: KnownClock[]): KnownClock[] {
  return clocks.filter(({ clock }) => isOwed(clock));
}

/** "14:30 thứ Ba 8/12/2026". */
export function clockMoment({ catalogue, language }: IncidentLanguage, at: Instant): string {
  const { zone } = catalogue;
  return textIn(language)('clock-moment', {
    time: timeOf(at, zone),
    day: longDay(language, dayOf(at, zone)),
  });
}

/** What is left of a limit: a minute that has begun still counts. */
export function leftWords(
  words: IncidentLanguage,
  { dueAt }: Pick<IncidentClock, 'dueAt'>,
  now: Instant,
): string {
  return durationWords(words, Math.ceil((dueAt.getTime() - now.getTime()) / minuteMs) * minuteMs);
}

/** "48 phút", "4 giờ 48 phút", from two days on "2 ngày 12 giờ". */
export function durationWords({ language }: IncidentLanguage, ms: number): string {
  const say = textIn(language);
  const minutes = Math.max(0, Math.floor(ms / minuteMs));
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) {
    const days = Math.floor(hours / 24);
    return hours % 24 === 0
      ? say('clock-days', { days })
      : say('clock-days-hours', { days, hours: hours % 24 });
  }
  if (minutes === 0) return say('clock-under-a-minute');
  if (hours === 0) return say('clock-minutes', { minutes });
  if (minutes % 60 === 0) return say('clock-hours', { hours });
  return say('clock-hours-minutes', { hours, minutes: minutes % 60 });
}

const minuteMs = 60_000;
