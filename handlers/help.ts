import { looksAfterProduct, viewScope, unitsReportedFor } from '#domain/access.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** What this person can do here: nobody is offered what their positions do not allow. */
export async function showHelp(turn: OfficerTurn): Promise<void> {
  const { say, officer } = turn;
  const reports = unitsReportedFor(officer).length > 0;
  const manages = viewScope(officer).kind !== 'none';
  const examples = [
    ...(manages ? [say('help-plain-missing')] : []),
    ...(reports ? [say('help-plain-report')] : []),
    say('help-plain-schedule'),
  ];
  const lines = [
    say('help-incident'),
    ...(reports ? [say('help-report')] : []),
    ...(reports ? [say('help-office')] : []),
    ...(manages ? [say('help-missing')] : []),
    say('help-schedule'),
    say('help-link'),
    ...(looksAfterProduct(officer) ? [say('help-quota')] : []),
    ...(reports ? [say('help-stop')] : []),
    say('help-help'),
    '',
    say('help-plain', { examples: examples.slice(0, 2).join(', ') }),
  ];
  await turn.reply({ text: say('help', { lines: lines.join('\n') }) });
}
