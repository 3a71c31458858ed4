import type { Command } from '#domain/command.ts';
import { correctTyped } from '#handlers/after-sending/correct.ts';
import { showReceivedTyped } from '#handlers/after-sending/received-list.ts';
import { asideDialogue } from '#handlers/aside.ts';
import { askForExtension } from '#handlers/extension/ask.ts';
import { beginFiling, cancelFiling, filingDialogue } from '#handlers/filing.ts';
import { askToHandOver } from '#handlers/hand-over/ask.ts';
import { showHelp } from '#handlers/help.ts';
import { askForIncident } from '#handlers/incident/command.ts';
import { showCodeAgain } from '#handlers/join.ts';
import { reportDialogue } from '#handlers/keep-report.ts';
import { answerIfLate } from '#handlers/late-question.ts';
import { askForLeave } from '#handlers/leave/ask.ts';
import { comeBack } from '#handlers/leave/stand-in.ts';
import { showLinks } from '#handlers/link.ts';
import { showMissing } from '#handlers/missing.ts';
import { setRemindHours } from '#handlers/remind-hours.ts';
import { showOwed } from '#handlers/owed.ts';
import { cancelAside } from '#handlers/open-dialogue.ts';
import type { CurrentDialogue } from '#handlers/renew-report.ts';
import { isOpenReport, resumeReport, stopReport } from '#handlers/report.ts';
import { showQuota } from '#handlers/quota.ts';
import { showSchedule } from '#handlers/schedule.ts';
import { explainTyped } from '#handlers/why.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** Does what a typed command asks for. `dialogue`: the conversation about reports that the person is in, also one put aside. */
export async function carryOut(
  turn: OfficerTurn,
  command: Command,
  dialogue: CurrentDialogue | undefined,
): Promise<void> {
  switch (command.kind) {
    case 'start':
      return command.code === '' ? showHelp(turn) : showCodeAgain(turn, command.code);
    case 'report':
      return showOwed(turn, command.rest);
    case 'filed':
      return beginFiling(turn, command.rest);
    case 'correct':
      return correctTyped(turn, command.rest);
    case 'view':
      return showReceivedTyped(turn, command.rest);
    case 'extension':
      return askForExtension(turn, command.rest);
    case 'hand-over':
      return askToHandOver(turn, command.name);
    case 'leave':
      return askForLeave(turn, command.rest);
    case 'back':
      return comeBack(turn);
    case 'remind-hours':
      return setRemindHours(turn, command.rest);
    case 'why':
      return explainTyped(turn);
    case 'if-late':
      return answerIfLate(turn, command.rest);
    case 'missing':
      return showMissing(turn, command.rest);
    case 'schedule':
      return showSchedule(turn);
    case 'help':
      return showHelp(turn);
    case 'link':
      return showLinks(turn, command.to);
    case 'quota':
      return showQuota(turn);
    case 'incident':
      return askForIncident(turn, command.rest);
    case 'stop':
      return stop(turn, dialogue);
    case 'resume':
      if (dialogue?.kind === reportDialogue) return resumeReport(turn, dialogue);
      return turn.reply({ text: turn.say('fill-nothing-to-resume') });
  }
}

/** Served in the middle of a conversation, which then asks again where it stood. */
export function leavesDialogueOpen({ kind }: Command): boolean {
  return interrupting.has(kind);
}

/**
 * What it offers to choose from is to be answered before the conversation goes on. Where there are no buttons that holds of
 * everything that only may be chosen from, since a number can mean but one message.
 */
export function asksFirst({ kind }: Command, { withoutButtons }: { withoutButtons: boolean }): boolean {
  return asking.has(kind) || (withoutButtons && kind === 'link');
}

const asking = new Set<Command['kind']>(['extension', 'hand-over', 'leave']);

const interrupting = new Set<Command['kind']>([
  'missing',
  'schedule',
  'help',
  'quota',
  'incident',
  'start',
  'if-late',
  'why',
  'link',
  'extension',
  'hand-over',
  'leave',
  'back',
]);

async function stop(turn: OfficerTurn, dialogue: CurrentDialogue | undefined): Promise<void> {
  if (dialogue && isOpenReport(dialogue)) return stopReport(turn, dialogue);
  if (dialogue?.kind === filingDialogue) return cancelFiling(turn, dialogue);
  if (dialogue?.kind === asideDialogue) return cancelAside(turn, dialogue);
  await turn.reply({ text: turn.say('fill-nothing-to-stop') });
}
