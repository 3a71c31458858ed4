import { decodeTap, isId, type Tap } from '#domain/callback.ts';
import { recognise, type Command } from '#domain/command.ts';
import { dialogueAction } from '#domain/dialogue/tap.ts';
import type { Officer } from '#domain/organisation.ts';
import { markBlocked, markOpen } from '#storage/queries/identities.ts';
import type { StoredDialogue } from '#storage/queries/dialogues.ts';
import { chatOfMessage } from '#storage/queries/messages.ts';
import { answerStranger } from '#handlers/answer-stranger.ts';
import { beginReportOf } from '#handlers/begin-report.ts';
import { dialogueOf } from '#handlers/dialogue-of.ts';
import {
  beginFiling,
  beginFilingOf,
  cancelFiling,
  continueFiling,
  filingDialogue,
  resumeFiling,
  tapFiling,
} from '#handlers/filing.ts';
import { settleFiling } from '#handlers/filing-record.ts';
import { showHelp } from '#handlers/help.ts';
import { meetStranger, showCodeAgain } from '#handlers/join.ts';
import { reportDialogue } from '#handlers/keep-report.ts';
import { showLinks, tapLink } from '#handlers/link.ts';
import { showMissing, showMissingPage } from '#handlers/missing.ts';
import { showOwed } from '#handlers/owed.ts';
import { receiveMedia } from '#handlers/receive-media.ts';
import {
  answerReport,
  chooseAnswerToEdit,
  isOpenReport,
  resumeReport,
  stopReport,
  tapReport,
} from '#handlers/report.ts';
import { showQuota } from '#handlers/quota.ts';
import { showSchedule } from '#handlers/schedule.ts';
import { askWhenToRemind, snooze } from '#handlers/snooze.ts';
import type { OfficerTurn, Turn } from '#handlers/turn.ts';
import { typedChoice } from '#handlers/typed-choice.ts';
import { explainReminder } from '#handlers/why.ts';
import { inviteCodeIn } from '#domain/invite-code.ts';

/** Decides what an update is about; the one place that knows all handlers. */
export async function route(turn: Turn, officer: Officer | undefined): Promise<void> {
  const { message, say, tx, now } = turn;
  const { content } = message;
  if (content.kind === 'reachability' && !content.reachable) {
    return markBlocked(tx, message.bot, message.chatId, now);
  }
  // Platforms keep updates for a day or so: that a chat was opened again may never be told.
  await markOpen(tx, message.bot, message.chatId);
  if (content.kind === 'reachability') return;
  if (message.chatKind === 'group') {
    // In a group only who speaks to the bot is answered, and only with where to go; a code shown there is not taken.
    const command = content.kind === 'text' && recognise(content.text, { inDialogue: true });
    if (command) await answerStranger(turn, say('group-only-private'));
    return;
  }
  if (!officer) return meetStranger(turn, codeShownIn(content));
  const known: OfficerTurn = { ...turn, officer };
  switch (content.kind) {
    case 'text':
      return routeText(known, content.text);
    case 'tap':
      return routeTap(known, decodeTap(content.data));
    case 'edited':
      return turn.reply({ text: say('edited-message') });
    case 'media':
      return receiveMedia(known, content, (caption, unasked) => routeText(known, caption, unasked));
    case 'unsupported':
      return turn.reply({
        text: content.what === 'document' ? say('unsupported-document') : say('unsupported-other'),
      });
  }
}

function codeShownIn(content: Turn['message']['content']): string {
  if (content.kind !== 'text') return '';
  const command = recognise(content.text, { inDialogue: true });
  return command?.kind === 'start' ? command.code : content.text;
}

/** `unasked`: what to say where nobody has asked and it is no command. */
async function routeText(
  turn: OfficerTurn,
  typed: string,
  unasked = turn.say('not-understood'),
): Promise<void> {
  const dialogue = await dialogueOf(turn);
  const open = dialogue !== undefined && (dialogue.kind === filingDialogue || isOpenReport(dialogue));
  const chosen = await typedChoice(turn, typed, open ? dialogue : undefined);
  if (chosen.kind === 'tap' && chosen.inFull) return routeTap(turn, chosen.tap);
  const command = recognise(typed, { inDialogue: open });
  if (command) {
    await carryOut(turn, command, dialogue);
    if (open && dialogue && leavesDialogueOpen.has(command.kind)) await askAgain(turn, dialogue);
    return;
  }
  if (chosen.kind === 'tap') return routeTap(turn, chosen.tap);
  if (chosen.kind === 'too-early' && dialogue) return askAgain(turn, dialogue, turn.say('answer-too-early'));
  if (chosen.kind === 'elsewhere' && dialogue) return askAgain(turn, dialogue);
  if (dialogue && open) return goOn(turn, dialogue, typed);
  if (inviteCodeIn(typed) && /\d/.test(typed)) return showCodeAgain(turn, typed);
  await turn.reply({ text: unasked });
}

/** Served in the middle of a conversation, which then asks again where it stood. */
const leavesDialogueOpen = new Set<Command['kind']>([
  'missing',
  'schedule',
  'help',
  'quota',
  'incident',
  'start',
]);

async function goOn(turn: OfficerTurn, dialogue: StoredDialogue, typed: string): Promise<void> {
  if (await wasAskedElsewhere(turn, dialogue)) return askAgain(turn, dialogue, turn.say('continued-here'));
  if (dialogue.kind === filingDialogue) return continueFiling(turn, dialogue, typed);
  return answerReport(turn, dialogue, typed);
}

/** What stands in this chat may be an earlier question: whatever is typed there is no answer to the one that is open. */
async function wasAskedElsewhere(
  { tx, message }: OfficerTurn,
  { askedBy }: StoredDialogue,
): Promise<boolean> {
  const chat = askedBy === null ? undefined : await chatOfMessage(tx, askedBy);
  return chat !== undefined && (chat.bot !== message.bot || chat.chatId !== message.chatId);
}

async function askAgain(turn: OfficerTurn, dialogue: StoredDialogue, before?: string): Promise<void> {
  if (dialogue.kind === filingDialogue) return resumeFiling(turn, dialogue, before);
  return resumeReport(turn, dialogue, before);
}

async function carryOut(
  turn: OfficerTurn,
  command: Command,
  dialogue: StoredDialogue | undefined,
): Promise<void> {
  switch (command.kind) {
    case 'start':
      return command.code === '' ? showHelp(turn) : showCodeAgain(turn, command.code);
    case 'report':
      return showOwed(turn, command.rest);
    case 'filed':
      return beginFiling(turn, command.rest);
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
      return turn.reply({ text: turn.say('incident-by-phone') });
    case 'stop':
      return stop(turn, dialogue);
    case 'resume':
      if (dialogue?.kind === reportDialogue) return resumeReport(turn, dialogue);
      return turn.reply({ text: turn.say('fill-nothing-to-resume') });
  }
}

async function stop(turn: OfficerTurn, dialogue: StoredDialogue | undefined): Promise<void> {
  if (dialogue && isOpenReport(dialogue)) return stopReport(turn, dialogue);
  if (dialogue?.kind === filingDialogue) return cancelFiling(turn, dialogue);
  await turn.reply({ text: turn.say('fill-nothing-to-stop') });
}

async function routeTap(turn: OfficerTurn, tap: Tap | undefined): Promise<void> {
  const [first = '', second = ''] = tap?.args ?? [];
  if (tap && namesRow.has(tap.action) && !isId(first)) return turn.reply({ text: turn.say('old-button') });
  switch (tap?.action) {
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
    case 'link':
      return tapLink(turn, tap.args);
    case 'paper-ok':
    case 'paper-no':
      return settleFiling(turn, first, tap.action === 'paper-ok');
    case 'snooze':
      return second === '' ? askWhenToRemind(turn, first) : snooze(turn, first, second);
    case 'why':
      return explainReminder(turn, first);
    case 'missing':
      return showMissingPage(turn, first, second);
    default:
      return turn.reply({ text: turn.say('old-button') });
  }
}

/** Their first argument is the id of a row. */
const namesRow = new Set(['paper-ok', 'paper-no', 'snooze', 'why']);
