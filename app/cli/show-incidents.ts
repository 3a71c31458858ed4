import { textIn } from '#locales/text.ts';
import { table } from '#app/cli/table.ts';
import type { IncidentRow } from '#app/commands/incidents-list.ts';
import type { WrittenPaper } from '#app/commands/incidents-paper.ts';

const say = textIn('vi');

export function showIncidents(rows: readonly IncidentRow[]): string {
  if (rows.length === 0) return say('cli-incidents-none');
  const headings = [
    say('cli-incident-number'),
    say('cli-unit-name'),
    say('cli-incident-severity'),
    say('cli-incident-status'),
    say('cli-incident-reported'),
    say('cli-incident-handler'),
  ];
  return table(
    headings,
    rows.map(({ number, name, severity, status, reportedAt, handler }) => [
      ...[number, name, say(`incident-severity-${severity}`), say(`incident-status-${status}`)],
      ...[reportedAt, handler ?? ''],
    ]),
  );
}

export function showPaper({ file, blank }: WrittenPaper): string {
  const left = blank.length > 0 ? say('paper-blank', { cells: blank.join('; ') }) : say('paper-complete');
  return say('cli-paper-written', { file, left });
}
