import { isId, type Tap } from '#domain/callback.ts';
import { dialogueAction } from '#domain/dialogue/tap.ts';
import { sentAction } from '#handlers/after-sending/sent-action.ts';
import { tapSent } from '#handlers/after-sending/tap.ts';
import { beginReportOf } from '#handlers/begin-report.ts';
import { dialogueOf } from '#handlers/dialogue-of.ts';
import { askForExtensionOf } from '#handlers/extension/ask.ts';
import { settleExtension } from '#handlers/extension/settle.ts';
import { beginFiling, beginFilingOf, tapFiling } from '#handlers/filing.ts';
import { settleFiling } from '#handlers/filing-settle.ts';
import {
  agreeByHead,
  agreedInPerson,
  askWhyReturned,
  recallFromHead,
  showToHead,
} from '#handlers/head-settle.ts';
import { handOverPlace, offerToColleague } from '#handlers/hand-over/ask.ts';
import { refuseHandOver, takeHandOver } from '#handlers/hand-over/settle.ts';
import { goWithoutStandIn, offerToStandIn, refuseToStandIn, standIn } from '#handlers/leave/stand-in.ts';
import { incidentAction } from '#handlers/incident/tap.ts';
import { tapAboutIncident } from '#handlers/incident/after-talk.ts';
import { tapLink } from '#handlers/link.ts';
import { showMissingPage } from '#handlers/missing.ts';
import { cancelAside, goBack } from '#handlers/open-dialogue.ts';
import { chooseAnswerToEdit, tapReport } from '#handlers/report.ts';
import { askWhenToRemind, snooze } from '#handlers/snooze.ts';
import type { OfficerTurn } from '#handlers/turn.ts';
import { explainReminder } from '#handlers/why.ts';

/** A button that was pressed, or a choice that was typed where there are none. */
export async function routeTap(turn: OfficerTurn, tap: Tap | undefined): Promise<void> {
  const [first = '', second = ''] = tap?.args ?? [];
  if (tap && namesRow.has(tap.action) && !isId(first)) return turn.reply({ text: turn.say('old-button') });
  switch (tap?.action) {
    case incidentAction:
      return tapAboutIncident(turn, tap.args);
    case dialogueAction:
      return tapReport(turn, await dialogueOf(turn), tap);
    case 'edit-list':
      return chooseAnswerToEdit(turn, await dialogueOf(turn), first);
    case 'fill':
    case 'take-over':
      return beginReportOf(turn, first, second, { takeOver: tap.action === 'take-over' });
    case 'paper':
      return first === '' ? beginFiling(turn, '') : beginFilingOf(turn, first, second);
    case 'filing':
      return tapFiling(turn, await dialogueOf(turn), tap.args);
    case sentAction:
      return tapSent(turn, tap.args);
    case 'link':
      return tapLink(turn, tap.args);
    case 'paper-ok':
    case 'paper-no':
      return settleFiling(turn, first, tap.action === 'paper-ok');
    case 'snooze':
      return second === '' ? askWhenToRemind(turn, first) : snooze(turn, first, second);
    case 'why':
      return explainReminder(turn, first);
    case 'aside-cancel':
      return cancelAside(turn, await dialogueOf(turn), first);
    case 'ho-from':
      return handOverPlace(turn, first);
    case 'ho-to':
      await offerToColleague(turn, first, second);
      return goBack(turn);
    case 'ho-yes':
      return takeHandOver(turn, first);
    case 'ho-no':
      return refuseHandOver(turn, first);
    case 'lv-to':
      await offerToStandIn(turn, first, second);
      return goBack(turn);
    case 'lv-none':
      await goWithoutStandIn(turn, first);
      return goBack(turn);
    case 'lv-yes':
      return standIn(turn, first);
    case 'lv-no':
      return refuseToStandIn(turn, first);
    case 'more':
      return askForExtensionOf(turn, first, second, tap.args[2] ?? '');
    case 'extension-yes':
    case 'extension-no':
      return settleExtension(turn, first, tap.action === 'extension-yes');
    case 'head-agree':
      return agreeByHead(turn, first);
    case 'head-return':
      return askWhyReturned(turn, first);
    case 'head-show':
      return showToHead(turn, first);
    case 'head-recall':
      return recallFromHead(turn, first);
    case 'head-in-person':
      return agreedInPerson(turn, first);
    case 'missing':
      return showMissingPage(turn, first, second);
    default:
      return turn.reply({ text: turn.say('old-button') });
  }
}

/** Their first argument is the id of a row. */
const namesRow = new Set([
  ...['paper-ok', 'paper-no', 'snooze', 'why', 'aside-cancel', 'extension-yes', 'extension-no'],
  ...['ho-from', 'ho-to', 'ho-yes', 'ho-no', 'lv-to', 'lv-none', 'lv-yes', 'lv-no'],
  ...['head-agree', 'head-return', 'head-show', 'head-recall', 'head-in-person'],
]);
