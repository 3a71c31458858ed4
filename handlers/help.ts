import { viewScope, unitsReportedFor } from '#domain/access.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** What this person can do here: nobody is offered what their positions do not allow. */
export async function showHelp(turn: OfficerTurn): Promise<void> {
  const { say, officer } = turn;
  const lines = [
    ...(unitsReportedFor(officer).length > 0 ? [say('help-report')] : []),
    ...(viewScope(officer).kind !== 'none' ? [say('help-missing')] : []),
    say('help-schedule'),
    say('help-stop'),
    say('help-help'),
    '',
    say('help-plain'),
  ];
  await turn.reply({ text: say('help', { lines: lines.join('\n') }) });
}
