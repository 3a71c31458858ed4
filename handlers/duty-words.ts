import { findDuty, type Catalogue } from '#domain/catalogue.ts';
import type { Directive, Duty } from '#domain/directives/schema.ts';
import { parsePeriod, type Period } from '#domain/period.ts';
import { addDays, type Day } from '#domain/time.ts';
import { dueWords, periodName, reportTitle, reportTitles, shortReportTitle } from '#locales/report-words.ts';
import type { Language } from '#locales/text.ts';

interface DutyPeriodNamed {
  directive: string;
  duty: string;
  period: Period;
}

/** A duty that is asked for (`isAskedFor`): it is in the files. */
export function dutyNamed(
  catalogue: Catalogue,
  ref: { directive: string; duty: string },
): { directive: Directive; duty: Duty } {
  const found = findDuty(catalogue, ref);
  if (!found) throw new Error(`There is no duty ${ref.directive}/${ref.duty} in the directive files.`);
  return found;
}

/** "Báo cáo tháng 12/2026". */
export function titleOf(catalogue: Catalogue, language: Language, report: DutyPeriodNamed): string {
  return reportTitle(language, named(catalogue, language, report));
}

/** "tháng 12/2026", for lists. */
export function shortTitleOf(catalogue: Catalogue, language: Language, report: DutyPeriodNamed): string {
  return shortReportTitle(language, named(catalogue, language, report));
}

/** "Báo cáo tháng 12/2026, quý IV/2026, năm 2026", for several in one sentence. */
export function titlesOf(catalogue: Catalogue, language: Language, reports: DutyPeriodNamed[]): string {
  return reportTitles(
    language,
    reports.map((report) => named(catalogue, language, report)),
  );
}

function named(catalogue: Catalogue, language: Language, report: DutyPeriodNamed) {
  // A report of a duty that has gone from the files since may still be spoken of.
  const name = findDuty(catalogue, report)?.duty.shortName[language] ?? report.duty;
  return { name, period: parsePeriod(report.period) ?? { kind: 'once' as const } };
}

export function periodWords(language: Language, period: Period): string {
  return periodName(language, parsePeriod(period) ?? { kind: 'once' });
}

/** "trước ngày 15/12/2026 (hạn cuối: hết thứ Hai 14/12)". */
export function dueOf(language: Language, lastDay: Day): string {
  return dueWords(language, { dueDay: addDays(lastDay, 1), lastDay });
}
