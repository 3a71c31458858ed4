import type { IncomingMessage } from '#domain/channel.ts';
import { rehearsalBot } from './channel.ts';
import { samplePhotoId } from './sample-photo.ts';

/** What a person did on a phone of the room. */
export type PhoneAction =
  | { kind: 'typed'; text: string }
  /** `messageId`: the message that the button stood under. */
  | { kind: 'tapped'; messageId: string; data: string }
  /** The sample picture of the room, with what was typed under it. */
  | { kind: 'photo'; caption?: string };

/**
 * A phone's action as the engine takes it from any channel. `clientId` is made by the page once per action and becomes the
 * update's id: the same action sent twice is a replayed update.
 */
export function incomingFromPhone(chatId: string, clientId: string, action: PhoneAction): IncomingMessage {
  return {
    bot: rehearsalBot,
    channel: 'rehearsal',
    updateId: clientId,
    chatId,
    chatKind: 'private',
    content: contentOf(action),
  };
}

function contentOf(action: PhoneAction): IncomingMessage['content'] {
  switch (action.kind) {
    case 'typed':
      return { kind: 'text', text: action.text };
    case 'tapped':
      return { kind: 'tap', data: action.data, messageId: action.messageId };
    case 'photo': {
      const caption = action.caption ? { caption: action.caption } : {};
      return { kind: 'media', what: 'photo', source: { kind: 'file', id: samplePhotoId }, ...caption };
    }
  }
}
