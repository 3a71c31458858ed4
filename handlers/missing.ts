import { viewScope } from '#domain/access.ts';
import { encodeTap } from '#domain/callback.ts';
import type { Choice } from '#domain/channel.ts';
import { parsePeriod, type Period } from '#domain/period.ts';
import { periodAsked } from '#domain/period-phrase.ts';
import { reportStatus, type ReportStatus } from '#domain/report-status.ts';
import { addDays, timeOf, type Day } from '#domain/time.ts';
import { longDay } from '#locales/dates.ts';
import { nextOwedDay } from '#storage/queries/status.ts';
import { isOwed } from '#storage/tables.ts';
import { receivedChoice } from '#handlers/after-sending/received-list.ts';
import { dueOf, periodWords } from '#handlers/duty-words.ts';
import { pagesOf, type Section, type SectionOnPage } from '#handlers/missing-pages.ts';
import { inView, statusInView, type TitledRow, unitsInView } from '#handlers/status-in-view.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** How far ahead "now" looks for the next deadline that somebody is still to meet, days. */
const lookAhead = 100;

/** Of the deadlines ahead all within so many days are shown, and the next one in any case: several may be close together. */
const soon = 14;

/** "Ai chưa báo cáo?": names at once, for heads of what is theirs and for coordinators of all. */
export async function showMissing(turn: OfficerTurn, typed: string): Promise<void> {
  const { say, today } = turn;
  if (viewScope(turn.officer).kind === 'none') return turn.reply({ text: say('missing-refused') });
  const asked = periodAsked(typed, today);
  if (asked.kind === 'impossible') return turn.reply({ text: say('period-impossible') });
  await showPage(turn, asked.kind === 'period' ? asked.period : now, 1);
}

/** In place of a period: what is overdue, and what is due soon. */
const now = 'now';

/** A page of the same list, asked for by a button. */
export async function showMissingPage(turn: OfficerTurn, period: string, page: string): Promise<void> {
  const isPage = /^[1-9]\d{0,3}$/.test(page) && (period === now || parsePeriod(period) !== undefined);
  if (!isPage) return turn.reply({ text: turn.say('old-button') });
  await showPage(turn, period, Number(page));
}

async function showPage(turn: OfficerTurn, period: Period, page: number): Promise<void> {
  const { say } = turn;
  const unitIds = await unitsInView(turn);
  if (unitIds === 'none') return turn.reply({ text: say('missing-refused') });
  const report = period === now ? await openNow(turn, unitIds) : await ofPeriod(turn, unitIds, period);
  const pages = pagesOf(report.sections);
  const shown = Math.min(page, pages.length);
  const sections = pages[shown - 1] ?? [];
  const choices = [
    ...(pages.length > 1 ? [pageChoices(turn, period, shown, pages.length)] : []),
    ...(report.received ? [[receivedChoice(turn, period)]] : []),
  ];
  await turn.reply({
    text: [
      ...report.head,
      ...sections.map((section) => [headingOf(turn, section), ...section.lines].join('\n')),
      ...(pages.length > 1 ? [say('missing-page', { page: shown, pages: pages.length })] : []),
      ...report.foot,
    ].join('\n\n'),
    ...(choices.length > 0 ? { choices } : {}),
  });
}

function headingOf({ say }: OfficerTurn, { heading, lines, continued }: SectionOnPage): string {
  if (lines.length === 0) return heading;
  return continued ? say('missing-heading-continued', { heading }) : say('missing-heading', { heading });
}

interface MissingReport {
  head: string[];
  sections: Section[];
  foot: string[];
  /** Has any of what is looked at come in? */
  received: boolean;
}

async function openNow(turn: OfficerTurn, unitIds: string[] | 'all'): Promise<MissingReport> {
  const { say, tx, deps, today, language } = turn;
  const range = { directives: [...deps.catalogue.on], from: today, to: addDays(today, lookAhead) };
  const next = await nextOwedDay(tx, { ...inView(unitIds), ...range });
  const inTwoWeeks = addDays(today, soon);
  const lastDayTo = next !== undefined && next > inTwoWeeks ? next : inTwoWeeks;
  const rows = await statusInView(turn, unitIds, { lastDayTo, receivedFrom: today });
  const received = rows.some(wasReceived);
  const overdue = rows.filter((row) => row.lastDay < today && isOwed(row.state));
  const waiting = rows.filter((row) => row.lastDay >= today && isOwed(row.state));
  const days = [...new Set(waiting.map(({ lastDay }) => lastDay))].sort();
  if (overdue.length === 0 && days.length === 0)
    return { head: [say('missing-none-open')], sections: [], foot: [], received };

  const sections: Section[] = [];
  if (overdue.length > 0) {
    sections.push(byUnit(turn, say('missing-overdue', { count: overdue.length }), overdue));
  }
  for (const day of days) {
    const due = rows.filter(({ lastDay }) => lastDay === day);
    const missing = due.filter(({ state }) => isOwed(state));
    const figures = { due: dueOf(language, day), count: missing.length, all: due.length };
    sections.push(byUnit(turn, say('missing-upcoming', figures), missing));
  }
  return { head: [say('missing-title', moment(turn))], sections, foot: [], received };
}

async function ofPeriod(
  turn: OfficerTurn,
  unitIds: string[] | 'all',
  period: Period,
): Promise<MissingReport> {
  const { say, language } = turn;
  const words = periodWords(language, period);
  const rows = await statusInView(turn, unitIds, { periods: [period] });
  if (rows.length === 0)
    return {
      head: [say('missing-no-period', { period: words })],
      sections: [],
      foot: [],
      received: false,
    };

  const count = (status: ReportStatus) => rows.filter((row) => statusOfRow(row) === status).length;
  const missing = rows.filter((row) => statusOfRow(row) === 'missing');
  return {
    head: [
      say('missing-title-period', { period: capitalised(words), ...moment(turn) }),
      say('missing-counts', {
        all: rows.length,
        onTime: count('on-time'),
        late: count('late'),
        filed: count('filed'),
        missing: missing.length,
      }),
    ],
    sections: [
      missing.length > 0
        ? {
            heading: say('missing-waiting', { count: missing.length }),
            lines: unitLines(turn, missing, words),
          }
        : { heading: say('missing-none'), lines: [] },
    ],
    foot: nextDeadline(turn, rows),
    received: rows.some(wasReceived),
  };
}

function wasReceived({ receivedAt }: TitledRow): boolean {
  return receivedAt !== null;
}

function statusOfRow(row: TitledRow): ReportStatus {
  return reportStatus({ ...row, owed: isOwed(row.state), filed: row.state === 'filed' });
}

function nextDeadline({ say, language, today }: OfficerTurn, rows: TitledRow[]): string[] {
  const days = [...new Set(rows.map(({ lastDay }) => lastDay))].sort();
  const next = days.find((day) => day >= today) ?? days.at(-1);
  return next ? [say('missing-due', { due: dueOf(language, next) })] : [];
}

/** What is missing, under each unit's name; where all owe the same, that is said once in the heading. */
function byUnit(turn: OfficerTurn, heading: string, missing: TitledRow[]): Section {
  const owed = [...Map.groupBy(missing, ({ unitId }) => unitId).values()].map((rows) => titles(rows));
  const [same = ''] = owed;
  if (owed.length === 1 || owed.some((one) => one !== same)) {
    return { heading, lines: unitLines(turn, missing) };
  }
  const named = turn.say('missing-heading-of', { heading, titles: same });
  return { heading: named, lines: unitNames(turn, missing) };
}

/** One line for a unit, with everything that it has not sent but what is `understood` already. */
function unitLines(turn: OfficerTurn, missing: TitledRow[], understood = ''): string[] {
  const units = Map.groupBy(missing, ({ unitId }) => unitId);
  return [...units.values()].flatMap((rows) => {
    const owed = titles(rows);
    const unit = rows[0]?.unitName ?? '';
    if (owed === understood) return unitNames(turn, rows);
    return [turn.say('missing-unit-titles', { unit, titles: owed })];
  });
}

function unitNames({ say }: OfficerTurn, rows: TitledRow[]): string[] {
  const names = new Map(rows.map(({ unitId, unitName }) => [unitId, unitName]));
  return [...names.values()].map((unit) => say('missing-unit', { unit }));
}

function titles(rows: TitledRow[]): string {
  return rows.map(({ title }) => title).join(', ');
}

function moment({ now: instant, today, deps, language }: OfficerTurn): { time: string; day: Day } {
  return { time: timeOf(instant, deps.catalogue.zone), day: longDay(language, today) };
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function pageChoices({ say }: OfficerTurn, period: Period, page: number, pages: number): Choice[] {
  return [
    ...(page > 1
      ? [{ label: say('button-previous-page'), data: encodeTap('missing', period, String(page - 1)) }]
      : []),
    ...(page < pages
      ? [{ label: say('button-next-page'), data: encodeTap('missing', period, String(page + 1)) }]
      : []),
  ];
}
