import type { IncomingMessage } from '#domain/channel.ts';
import { lockOfficerAt } from '#storage/queries/identities.ts';
import { noteFailure, noteUpdate } from '#storage/queries/inbox.ts';
import type { Tx } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';
import { countReceived } from '#handlers/count-received.ts';
import { openTurn } from '#handlers/open-turn.ts';
import { callNow } from '#handlers/incident/call-words.ts';
import { speaksOfIncident } from '#handlers/incident/stranger.ts';
import { route } from '#handlers/route.ts';
import type { HandlerDeps } from '#handlers/turn.ts';

/** One update may fail so often; then it is set aside and the person is told, so that the ones behind it go on. */
const failuresAllowed = 3;

/**
 * Deals with one update from any channel in one transaction: what it changes, what is answered, and the note that it
 * has been dealt with stand or fall together. Resolves once that is committed (the caller may then acknowledge the
 * update to the platform), also for a replayed update, which changes nothing. Rejects while it may still succeed:
 * the caller brings the same update again.
 */
export async function receiveUpdate(deps: HandlerDeps, message: IncomingMessage): Promise<void> {
  const update = {
    bot: message.bot,
    updateId: message.updateId,
    chatId: message.chatId,
    receivedAt: deps.clock.now(),
  };
  try {
    await inTransaction(deps.store, async (tx) => {
      const officer = await lockOfficerAt(tx, message.bot, message.chatId);
      if (!(await noteUpdate(tx, update))) return;
      await countReceived(deps, tx, message, update.receivedAt);
      await route(openTurn(deps, tx, message, officer), officer);
    });
  } catch (error) {
    const outcome = await noteFailure(deps.store, update, failuresAllowed, async (tx) => {
      await countReceived(deps, tx, message, update.receivedAt);
      await apologise(deps, tx, message);
    });
    deps.log.error(
      { error, bot: message.bot, update: message.updateId, outcome },
      'an update could not be dealt with',
    );
    if (outcome === 'failing') throw error;
  }
}

/** Whoever was reporting an incident has to know whom to ring instead. */
async function apologise(deps: HandlerDeps, tx: Tx, message: IncomingMessage): Promise<void> {
  const officer = await lockOfficerAt(tx, message.bot, message.chatId);
  const turn = openTurn(deps, tx, message, officer);
  const text = turn.say('something-went-wrong');
  const isUrgent = officer !== undefined && speaksOfIncident(message.content);
  await turn.reply({ text: isUrgent ? `${text}\n\n${await callNow(tx, turn.say)}` : text });
}
