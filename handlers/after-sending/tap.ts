import { mayConfirmFiling } from '#domain/access.ts';
import { isId } from '#domain/callback.ts';
import { isDay } from '#domain/time.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { askForRemark, askWhichQuestion } from '#handlers/after-sending/ask-again.ts';
import { correctOf } from '#handlers/after-sending/correct.ts';
import { showReceivedPage } from '#handlers/after-sending/received-list.ts';
import { askWhyReopen, reopenOne, settleReopening } from '#handlers/after-sending/reopen.ts';
import { supplementOf } from '#handlers/after-sending/supplement.ts';
import { accept, showReport } from '#handlers/after-sending/view.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** A button about a report that was sent. */
export async function tapSent(turn: OfficerTurn, [verb = '', ...args]: readonly string[]): Promise<void> {
  const [first = '', second = '', third = ''] = args;
  const byDay = isDay(first) && isId(second);
  switch (verb) {
    case 'received':
      if (third !== '' && !isId(third)) break;
      return showReceivedPage(turn, first, second, third === '' ? undefined : third);
    case 'correct':
    case 'over':
      if (!byDay) break;
      return correctOf(turn, first, second, { takeOver: verb === 'over' });
    case 'closed':
      if (!byDay) break;
      return askWhyReopen(turn, first, second);
    case 'supplement':
      if (!byDay) break;
      return supplementOf(turn, first, second);
    default:
      if (isId(first)) return tapRow(turn, verb, first, second, third);
  }
  await turn.reply({ text: turn.say('old-button') });
}

/** Its first argument is the id of a submission, a report or a request. */
async function tapRow(
  turn: OfficerTurn,
  verb: string,
  id: string,
  second: string,
  third: string,
): Promise<void> {
  switch (verb) {
    case 'seen':
      return seen(turn, id);
    case 'ask':
      return askWhichQuestion(turn, id, second, /^\d{1,3}$/.test(third) ? Number(third) : 1);
    case 'meant':
      return askForRemark(turn, id, second, third);
    case 'view':
      return showReport(turn, id);
    case 'accept':
      return accept(turn, id);
    case 'reopen':
    case 'reopen-no':
      return settleReopening(turn, id, verb === 'reopen');
    case 'reopen-one':
      return reopenOne(turn, id);
    default:
      return turn.reply({ text: turn.say('old-button') });
  }
}

/** "Đã xem": nothing more is to be done. */
async function seen(turn: OfficerTurn, submissionId: string): Promise<void> {
  const { tx, say, officer, now } = turn;
  if (!mayConfirmFiling(officer)) return turn.reply({ text: say('filing-not-yours') });
  await recordAudit(tx, { at: now, actorId: officer.id, action: 'change-seen', subjectId: submissionId });
  await turn.reply({ text: say('seen') });
}
