import { longDay, dayWithoutYear, shortDay } from '#locales/dates.ts';
import { textIn, type Language } from '#locales/text.ts';

/** The parts of a period's name, as `domain/period.ts` gives them. */
type PeriodParts =
  | { kind: 'month'; year: number; month: number }
  | { kind: 'quarter'; year: number; quarter: number }
  | { kind: 'half'; year: number; half: number }
  | { kind: 'year'; year: number }
  | { kind: 'once' };

/** "tháng 12/2026", "quý IV/2026", "6 tháng đầu năm 2026", "năm 2026"; nothing for what is owed once. */
export function periodName(language: Language, parts: PeriodParts): string {
  const say = textIn(language);
  switch (parts.kind) {
    case 'month':
      return say('period-month', { month: parts.month, year: parts.year });
    case 'quarter':
      return say('period-quarter', {
        quarter: ['', 'I', 'II', 'III', 'IV'][parts.quarter] ?? '',
        year: parts.year,
      });
    case 'half':
      return parts.half === 1
        ? say('period-first-half', { year: parts.year })
        : say('period-second-half', { year: parts.year });
    case 'year':
      return say('period-year', { year: parts.year });
    case 'once':
      return '';
  }
}

/** "trước ngày 15/12/2026 (hạn cuối: hết thứ Hai 14/12)": both the words of the text and the day that they mean. */
export function dueWords(language: Language, due: { dueDay: string; lastDay: string }): string {
  const sameYear = due.dueDay.slice(0, 4) === due.lastDay.slice(0, 4);
  return textIn(language)('due-before', {
    dueDay: shortDay(due.dueDay),
    lastDay: sameYear ? dayWithoutYear(language, due.lastDay) : longDay(language, due.lastDay),
  });
}

/** What a report is called: its duty's short name, and the period. */
interface ReportNamed {
  name: string;
  period: PeriodParts;
}

/** "Báo cáo tháng 12/2026": a name that ends as the period begins says it once. */
export function reportTitle(language: Language, report: ReportNamed): string {
  const period = periodName(language, report.period);
  if (period === '') return report.name;
  const [first = '', ...rest] = period.split(' ');
  if (report.name.toLowerCase().endsWith(` ${first}`)) return [report.name, ...rest].join(' ');
  return textIn(language)('report-title', { name: report.name, period });
}

/** "tháng 12/2026" where the name says no more than that ("Báo cáo tháng"), else the whole title: for lists. */
export function shortReportTitle(language: Language, report: ReportNamed): string {
  return isPlain(language, report) ? periodName(language, report.period) : reportTitle(language, report);
}

/** "Báo cáo tháng 12/2026, quý IV/2026, năm 2026": several in one sentence. */
export function reportTitles(language: Language, reports: ReportNamed[]): string {
  const firstPlain = reports.find((report) => isPlain(language, report));
  return reports
    .map((report) =>
      report === firstPlain ? reportTitle(language, report) : shortReportTitle(language, report),
    )
    .join(', ');
}

function isPlain(language: Language, { name, period }: ReportNamed): boolean {
  return period.kind !== 'once' && name === textIn(language)(`report-of-${period.kind}`);
}
