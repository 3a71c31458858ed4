import type { Button, Chat, Chats, Received } from '#test/fakes/telegram/chats.ts';
import { describeButtons } from '#test/fakes/telegram/chats.ts';
import type { SendLimits } from '#test/fakes/telegram/send-limits.ts';

export type Answer = { ok: true; result: unknown } | Refusal;

export interface Refusal {
  ok: false;
  error_code: number;
  description: string;
  parameters?: { retry_after: number };
}

export type Params = Record<string, unknown>;

export interface MessageMethodsDeps {
  chats: Chats;
  limits: SendLimits;
  enforceLimits: boolean;
  now(): number;
  /** Taps that can still be answered. */
  openTaps: Set<string>;
}

export function refuse(error_code: number, description: string): Refusal {
  return { ok: false, error_code, description };
}

/** sendMessage, editMessageText, answerCallbackQuery: with the checks that Telegram makes and its words for them. */
export function createMessageMethods(deps: MessageMethodsDeps) {
  const { chats, limits, now, openTaps } = deps;

  return {
    sendMessage(params: Params): Answer {
      const chat = chats.find(Number(params.chat_id));
      const buttons = buttonsOf(params.reply_markup);
      const refusal = refusalOfChat(chat) ?? refusalOfText(params.text) ?? refusalOfButtons(buttons);
      if (refusal || !chat) return refusal ?? CHAT_NOT_FOUND;
      const seconds = limits.secondsToWait(chat.id);
      if (seconds > 0 && deps.enforceLimits) return tooMany(seconds);
      const message: Received = {
        messageId: chats.newMessageId(),
        text: String(params.text),
        buttons,
        at: now(),
        edits: 0,
        onceShown: buttons.flat(),
      };
      chat.messages.push(message);
      chat.transcript.push(`bot → (${message.messageId}) ${message.text} ${describeButtons(buttons)}`);
      return { ok: true, result: wireMessage(chat, message) };
    },

    editMessageText(params: Params): Answer {
      const chat = chats.find(Number(params.chat_id));
      const message = chat?.messages.find(({ messageId }) => messageId === Number(params.message_id));
      const buttons = buttonsOf(params.reply_markup);
      const refusal = refusalOfChat(chat) ?? refusalOfText(params.text) ?? refusalOfButtons(buttons);
      if (refusal || !chat) return refusal ?? CHAT_NOT_FOUND;
      if (!message) return refuse(400, 'Bad Request: message to edit not found');
      const isSame =
        message.text === params.text && JSON.stringify(message.buttons) === JSON.stringify(buttons);
      if (isSame) return refuse(400, NOT_MODIFIED);
      Object.assign(message, { text: String(params.text), buttons, edits: message.edits + 1 });
      message.onceShown.push(...buttons.flat());
      chat.transcript.push(`bot ✎ (${message.messageId}) ${message.text} ${describeButtons(buttons)}`);
      return { ok: true, result: wireMessage(chat, message) };
    },

    answerCallbackQuery(params: Params): Answer {
      if (openTaps.delete(String(params.callback_query_id))) return { ok: true, result: true };
      return refuse(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid');
    },
  };
}

const CHAT_NOT_FOUND = refuse(400, 'Bad Request: chat not found');

const NOT_MODIFIED =
  'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a ' +
  'current content and reply markup of the message';

function tooMany(seconds: number): Refusal {
  return {
    ...refuse(429, `Too Many Requests: retry after ${seconds}`),
    parameters: { retry_after: seconds },
  };
}

function refusalOfChat(chat: Chat | undefined): Refusal | undefined {
  switch (chat?.standing) {
    case undefined:
      return CHAT_NOT_FOUND;
    case 'stranger':
      return refuse(403, "Forbidden: bot can't initiate conversation with a user");
    case 'blocked':
      return refuse(403, 'Forbidden: bot was blocked by the user');
    case 'deactivated':
      return refuse(403, 'Forbidden: user is deactivated');
    case 'open':
      return undefined;
  }
}

function refusalOfText(text: unknown): Refusal | undefined {
  if (typeof text !== 'string' || text.trim() === '')
    return refuse(400, 'Bad Request: message text is empty');
  return text.length > 4096 ? refuse(400, 'Bad Request: message is too long') : undefined;
}

function refusalOfButtons(buttons: Button[][]): Refusal | undefined {
  if (buttons.flat().length > 100) return refuse(400, 'Bad Request: reply markup is too long');
  for (const { label, data } of buttons.flat()) {
    if (label === '') return refuse(400, 'Bad Request: inline keyboard button text is empty');
    const bytes = Buffer.byteLength(data);
    if (bytes < 1 || bytes > 64) return refuse(400, 'Bad Request: BUTTON_DATA_INVALID');
  }
  return undefined;
}

function buttonsOf(markup: unknown): Button[][] {
  const { inline_keyboard: rows = [] } = (markup ?? {}) as {
    inline_keyboard?: { text?: string; callback_data?: string }[][];
  };
  return rows.map((row) => row.map(({ text = '', callback_data: data = '' }) => ({ label: text, data })));
}

function wireMessage(chat: Chat, message: Received) {
  return {
    message_id: message.messageId,
    date: Math.floor(Date.now() / 1000),
    chat: { id: chat.id, type: chat.id > 0 ? 'private' : 'group' },
    text: message.text,
  };
}
