import type { IncomingMessage, OutgoingMessage } from '#domain/channel.ts';
import type { Officer } from '#domain/organisation.ts';
import { longestMessage, piecesOf } from '#domain/split-text.ts';
import { dayOf } from '#domain/time.ts';
import { textIn, type Language } from '#locales/text.ts';
import type { Chat } from '#storage/queries/identities.ts';
import { chatOfMessage, putInLine, type MessageContent } from '#storage/queries/messages.ts';
import type { Tx } from '#storage/store.ts';
import type { HandlerDeps, Turn } from '#handlers/turn.ts';

/** A turn in the chat that a message came from, inside the transaction that deals with it. */
export function openTurn(
  deps: HandlerDeps,
  tx: Tx,
  message: IncomingMessage,
  officer: Officer | undefined,
  now = deps.clock.now(),
): Turn {
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
