import type { IncomingMessage, OutgoingMessage } from '#domain/channel.ts';
import type { Officer } from '#domain/organisation.ts';
import { longestMessage, piecesOf } from '#domain/split-text.ts';
import { dayOf } from '#domain/time.ts';
import { textIn, type Language } from '#locales/text.ts';
import { lockOfficerAt, type Chat } from '#storage/queries/identities.ts';
import { noteFailure, noteUpdate } from '#storage/queries/inbox.ts';
import { chatOfMessage, putInLine, type MessageContent } from '#storage/queries/messages.ts';
import type { Tx } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';
import { countReceived } from '#handlers/count-received.ts';
import { route } from '#handlers/route.ts';
import type { HandlerDeps, Turn } from '#handlers/turn.ts';

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
      await route(turnOf(deps, tx, message, officer), officer);
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

function turnOf(deps: HandlerDeps, tx: Tx, message: IncomingMessage, officer: Officer | undefined): Turn {
  const now = deps.clock.now();
  const language: Language = officer?.language ?? 'vi';
  return {
    ...{ tx, deps, message, now, language },
    today: dayOf(now, deps.catalogue.zone),
    say: textIn(language),
    reply: async (outgoing) => {
      await putText({ ...outgoing, language });
    },
    ask: (outgoing) => putText({ ...outgoing, language }),
    retire: async (messageId) => {
      const chat = (await chatOfMessage(tx, messageId)) ?? message;
      await putReply(deps, tx, chat, { kind: 'retire', messageId }, officer);
    },
  };

  /** What is too long for one message goes on in the next; the buttons stand under the last, whose id is returned. */
  async function putText({ text, ...outgoing }: OutgoingMessage): Promise<string> {
    const pieces = piecesOf(text, longestMessage);
    for (const piece of pieces.slice(0, -1)) {
      await putReply(deps, tx, message, { kind: 'text', text: piece, language }, officer);
    }
    return putReply(deps, tx, message, { kind: 'text', ...outgoing, text: pieces.at(-1) ?? text }, officer);
  }
}

async function putReply(
  deps: HandlerDeps,
  tx: Tx,
  { bot, chatId }: Chat,
  content: MessageContent,
  officer: Officer | undefined,
): Promise<string> {
  const id = deps.newId();
  await putInLine(tx, [
    {
      id,
      ...{ bot, chatId },
      ...(officer ? { officerId: officer.id } : {}),
      kind: content.kind === 'retire' ? 'retire' : 'reply',
      // Old buttons are answered, not obeyed; taking them away can wait until people have their answers.
      priority: content.kind === 'retire' ? 'routine' : 'reply',
      content,
      createdAt: deps.clock.now(),
    },
  ]);
  return id;
}

async function apologise(deps: HandlerDeps, tx: Tx, message: IncomingMessage): Promise<void> {
  const officer = await lockOfficerAt(tx, message.bot, message.chatId);
  const say = textIn(officer?.language ?? 'vi');
  await putReply(deps, tx, message, { kind: 'text', text: say('something-went-wrong') }, officer);
}
