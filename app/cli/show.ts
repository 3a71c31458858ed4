import { type Catalogue, type DutyRef, findDuty } from '#domain/catalogue.ts';
import { parsePeriod, type Period } from '#domain/period.ts';
import { reportTitle } from '#locales/report-words.ts';
import { textIn } from '#locales/text.ts';
import { table } from '#app/cli/table.ts';
import type { WrittenBackup } from '#app/commands/backup.ts';
import type { DeadlineRow } from '#app/commands/deadlines.ts';
import type { Check } from '#app/commands/check.ts';
import type { ReminderRow } from '#app/commands/reminders.ts';
import type { PeriodStatus, ReportRow } from '#app/commands/status.ts';
import type { ImportedUnits } from '#app/commands/units-import.ts';
import type { UnitRow } from '#app/commands/units-list.ts';
import type { UnitSetting } from '#app/commands/units-set.ts';
import type { FilledDemo } from '#app/demo.ts';

/** What each command prints for people; `--json` prints the same rows. */

const language = 'vi';
const say = textIn(language);

export function showDeadlines(rows: readonly DeadlineRow[], catalogue: Catalogue): string {
  if (rows.length === 0) return say('cli-deadlines-none');
  const headings = [
    say('cli-last-day'),
    say('cli-report'),
    say('cli-recipient'),
    say('cli-window'),
    say('cli-cited'),
  ];
  const lines = rows.map((row) => [
    row.provisional ? say('cli-day-provisional', { day: row.lastDay }) : row.lastDay,
    titleOf(catalogue, row, row.period),
    row.to === 'coordinator' ? say('cli-coordinator') : (row.to ?? ''),
    `${row.windowFrom} – ${row.windowTo}`,
    row.citation,
  ]);
  return table(headings, lines);
}

export function showReminders(rows: readonly ReminderRow[], catalogue: Catalogue): string {
  if (rows.length === 0) return say('cli-reminders-none');
  const lines = rows.map(({ at, to, duties }) => [
    at,
    say(`position-${to}`),
    duties.map((duty) => titleOf(catalogue, duty, duty.period)).join(', '),
  ]);
  return table([say('cli-at'), say('cli-to'), say('cli-reports')], lines);
}

function titleOf(catalogue: Catalogue, ref: DutyRef, period: Period): string {
  const name = findDuty(catalogue, ref)?.duty.shortName[language] ?? ref.duty;
  return reportTitle(language, { name, period: parsePeriod(period) ?? { kind: 'once' } });
}

export function showUnits(rows: readonly UnitRow[]): string {
  if (rows.length === 0) return say('cli-units-none');
  const headings = [
    say('cli-unit-code'),
    say('cli-unit-name'),
    say('cli-unit-kind'),
    say('cli-unit-parent'),
    say('cli-unit-coordinator'),
    say('cli-unit-heads-word'),
  ];
  const lines = rows.map(({ code, name, kind, parent, coordinator, headsWord }) => [
    code,
    name,
    kind,
    parent ?? '',
    coordinator ? say('yes') : '',
    headsWord,
  ]);
  return table(headings, lines);
}

export function showUnitSetting({ unit, headsWord }: UnitSetting): string {
  return say('cli-unit-set', { unit, headsWord });
}

export function showImport(counts: ImportedUnits): string {
  return say('cli-imported', { ...counts });
}

export function showStatus({ submitted, late, missing }: PeriodStatus): string {
  if (submitted.length + late.length + missing.length === 0) return say('cli-status-none');
  const sections: [string, ReportRow[]][] = [
    [say('cli-status-submitted', { count: submitted.length }), submitted],
    [say('cli-status-late', { count: late.length }), late],
    [say('cli-status-missing', { count: missing.length }), missing],
  ];
  return sections.map(([title, rows]) => [title, reportTable(rows)].filter(Boolean).join('\n')).join('\n\n');
}

function reportTable(rows: readonly ReportRow[]): string {
  if (rows.length === 0) return '';
  const headings = [
    say('cli-unit-code'),
    say('cli-unit-name'),
    say('cli-duty'),
    say('cli-period'),
    say('cli-received'),
  ];
  return table(
    headings,
    rows.map(({ unit, name, duty, period, at }) => [unit, name, duty, period, at ?? '']),
  );
}

export function showDemo({ units, officers, filled }: FilledDemo): string {
  return filled ? say('cli-demo-filled', { units, officers }) : say('cli-demo-there', { units, officers });
}

export function showBackup({ file, bytes }: WrittenBackup, folder: string): string {
  return say('cli-backup-written', { file, kilobytes: Math.ceil(bytes / 1024), folder });
}

export function showChecks(checks: readonly Check[]): string {
  return checks.map(({ state, message }) => say(`doctor-${state}`, { message })).join('\n');
}
