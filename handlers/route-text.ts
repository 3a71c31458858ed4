import { recognise } from '#domain/command.ts';
import { inviteCodeIn } from '#domain/invite-code.ts';
import { findSecrecyMarking } from '#domain/secrecy.ts';
import { watchChoices } from '#handlers/asked-choices.ts';
import { asksFirst, carryOut, leavesDialogueOpen } from '#handlers/carry-out.ts';
import { dialogueOf } from '#handlers/dialogue-of.ts';
import { typeInTalk } from '#handlers/incident/in-talk.ts';
import { interruptByIncident } from '#handlers/incident/interrupt.ts';
import { talkOf } from '#handlers/incident/open-talk.ts';
import { refuseSecret } from '#handlers/incident/secret.ts';
import { showCodeAgain } from '#handlers/join.ts';
import { askAgain, goOn, isWaiting, letWait, openDialogue } from '#handlers/open-dialogue.ts';
import { routeTap } from '#handlers/route-tap.ts';
import type { OfficerTurn } from '#handlers/turn.ts';
import { typedChoice } from '#handlers/typed-choice.ts';

/**
 * What an officer has typed. Nothing that carries a secrecy marking goes any further; an incident goes before everything
 * else; then come choices, commands, and the question that is open. `unasked`: what to do where nothing of it fits.
 */
export async function routeText(
  turn: OfficerTurn,
  typed: string,
  unasked = () => turn.reply({ text: turn.say('not-understood') }),
): Promise<void> {
  if (findSecrecyMarking(typed)) return refuseSecret(turn, typed);
  const meant = await typeInTalk(turn, typed);
  if (meant === undefined) return;
  const dialogue = await dialogueOf(turn);
  const open = dialogue && isWaiting(dialogue) ? dialogue : undefined;
  const chosen = await typedChoice(turn, meant, open);
  if (chosen.kind === 'tap' && chosen.inFull) return routeTap(turn, chosen.tap);
  if (await interruptByIncident(turn, meant, open)) return;
  const command = recognise(meant, { inDialogue: open !== undefined });
  if (command) {
    const watched = watchChoices(turn);
    await carryOut(watched.turn, command, dialogue);
    if (
      open &&
      watched.asked() &&
      asksFirst(command, { withoutButtons: turn.message.withoutButtons ?? false })
    )
      return letWait(turn, open);
    // An incident that has begun goes first.
    const hasBegun = command.kind === 'incident' && (await talkOf(turn)) !== undefined;
    // So does what asks something itself.
    const isStill = open !== undefined && (await openDialogue(turn))?.id === open.id;
    if (isStill && leavesDialogueOpen(command) && !hasBegun) await askAgain(turn, open);
    return;
  }
  if (chosen.kind === 'tap') return routeTap(turn, chosen.tap);
  if (chosen.kind === 'too-early' && open) return askAgain(turn, open, turn.say('answer-too-early'));
  if (chosen.kind === 'elsewhere' && open) return askAgain(turn, open);
  if (open) return goOn(turn, open, meant);
  if (inviteCodeIn(meant) && /\d/.test(meant)) return showCodeAgain(turn, meant);
  await unasked();
}
