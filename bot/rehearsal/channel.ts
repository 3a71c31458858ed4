import { samplePhoto, samplePhotoId } from '#bot/rehearsal/sample-photo.ts';
import { renderForZalo } from '#bot/zalo/render.ts';
import type { BotId, Channel, Choice, ChannelLimits, OutgoingMessage, SendResult } from '#domain/channel.ts';

/** The one bot of the rehearsal room; all its phones talk to it. */
export const rehearsalBot: BotId = 'rehearsal:room';

/** Puts a message on a phone of the room and answers its id there; with `messageId`, changes the one that is there. */
export type DeliverToPhone = (message: PhoneMessage) => Promise<string>;

export interface PhoneMessage {
  chatId: string;
  /** Present when a message that was delivered before is changed. */
  messageId?: string;
  text: string;
  /** Rows of buttons; empty when there is nothing, or nothing more, to choose. */
  choices: Choice[][];
}

/** As which platform a phone of the room behaves. */
export type PhoneLook = 'telegram' | 'zalo';

interface RehearsalDeps {
  deliver: DeliverToPhone;
  /** All look like Telegram without it. */
  lookOf?(chatId: string): Promise<PhoneLook>;
}

/**
 * The rehearsal room as a channel like any other. It has no gaps between sends, and it refuses what Telegram would refuse
 * (an empty or too long text, too many buttons, callback data over 64 bytes), so that a rehearsal does not pass what real life would not. A
 * phone that looks like Zalo gets what Zalo would show: plain texts with numbered lines, and nothing is ever edited.
 */
export function createRehearsalChannel({
  deliver,
  lookOf = () => Promise.resolve('telegram'),
}: RehearsalDeps): Channel {
  return {
    bot: rehearsalBot,
    kind: 'rehearsal',
    limits,
    async send(chatId, message) {
      const detail = whyRejected(message);
      if (detail) return { kind: 'refused', reason: 'rejected', detail };
      if ((await lookOf(chatId)) === 'telegram') {
        return sent(await deliver({ chatId, text: message.text, choices: message.choices ?? [] }));
      }
      let last = '';
      for (const text of renderForZalo(message)) last = await deliver({ chatId, text, choices: [] });
      return sent(last);
    },
    async retireChoices(chatId, messageId, text) {
      if ((await lookOf(chatId)) === 'zalo') return sent(messageId);
      const detail = whyRejected({ text });
      if (detail) return { kind: 'refused', reason: 'rejected', detail };
      return sent(await deliver({ chatId, messageId, text, choices: [] }));
    },
    fetchMedia: async (_, source) =>
      source.kind === 'file' && source.id === samplePhotoId
        ? { kind: 'fetched', contentType: 'image/png', bytes: samplePhoto }
        : { kind: 'refused', reason: 'gone', detail: 'not the sample of the room' },
  };
}

const limits: ChannelLimits = { botGapMs: 0, chatGapMs: 0, textLength: 4096 };
const dataBytes = 64;
/** Of buttons, as others found them out: https://github.com/tginfo/Telegram-Limits/issues/187 and 228. */
const most = { buttons: 100, inRow: 8, bytes: 10_000 };

function whyRejected({ text, choices = [] }: OutgoingMessage): string | undefined {
  if (text.trim() === '') return 'message text is empty';
  if (text.length > limits.textLength) return `message is too long: ${text.length} of ${limits.textLength}`;
  if (choices.flat().length > most.buttons || choices.some((row) => row.length > most.inRow)) {
    return 'there are too many buttons';
  }
  if (Buffer.byteLength(JSON.stringify(choices)) > most.bytes) return 'the buttons say too much';
  for (const choice of choices.flat()) {
    if (choice.label.trim() === '') return 'a button has no label';
    const bytes = Buffer.byteLength(choice.data);
    if (bytes === 0 || bytes > dataBytes)
      return `button data has ${bytes} bytes, 1 to ${dataBytes} are taken`;
  }
  return undefined;
}

function sent(messageId: string): SendResult {
  return { kind: 'sent', messageId };
}
