import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Channel, Choice, IncomingMessage, OutgoingMessage } from '#domain/channel.ts';
import { pickChoice } from '#domain/numbered-choice.ts';
import { jpeg } from '#test/kit/media.ts';

/** A channel, with the platform behind it and one person on the other side. */
export interface ChannelUnderTest {
  channel: Channel;
  /** False: the platform knows no buttons, so that choices are lines of the text and are answered by typing. */
  buttons: boolean;
  /** What becomes of a text that is longer than one message of the platform. */
  longerText: 'refused' | 'split';
  /** A chat in which the person lets the bot write. */
  chatId: string;
  /** What stands on the person's screen now, oldest first. */
  screen(): { text: string; choices: Choice[][] }[];
  /** What the person does, as the channel reads it. */
  types(text: string): IncomingMessage;
  /** Without buttons: types what stands before the label. */
  presses(label: string): IncomingMessage;
  /** Sends this picture, or what the platform gives for one; left out where the server gives no files. */
  sendsPhoto?(bytes: Uint8Array): IncomingMessage;
  /** Time passes as far as the platform's limits go, so that the next message may be sent. */
  waits(): void;
  trouble: PlatformTrouble;
  close(): Promise<void>;
}

/** What can go wrong with the next message; left out where it cannot go wrong on this platform. */
interface PlatformTrouble {
  personClosesChat?(): void;
  /** The platform refuses with a time to wait, seconds. */
  asksToWait?(seconds: number): void;
  /** The platform takes no more messages of the bot until the month turns. */
  usesUpTheMonth?(): void;
  /** Something between us and the platform answers in its place: the message did not arrive. */
  isDown?(): void;
  /** The message arrives, and the answer to us is lost. */
  losesTheAnswer?(): void;
}

/** What everything above a channel relies on, told as stories that hold on any platform. */
export function channelContract(name: string, connect: () => Promise<ChannelUnderTest>): void {
  describe(`${name} as a channel`, () => {
    let under: ChannelUnderTest;

    beforeEach(async () => {
      under = await connect();
    });
    afterEach(() => under.close());

    test('brings a text and its choices as they are, in their rows', async () => {
      const sent = await under.channel.send(under.chatId, question);
      expect(sent).toMatchObject({ kind: 'sent', messageId: expect.stringMatching(/./) });
      expectOnScreen(under, question);
    });

    test('brings a press back with its data and the message that it stood under', async () => {
      const sent = await under.channel.send(under.chatId, question);
      under.waits();
      await under.channel.send(under.chatId, { text: 'Nhắc hạn', choices: [[{ label: 'Sau', data: 'z' }]] });
      const pressed = under.presses('Không');
      expect(pressed).toMatchObject({
        bot: under.channel.bot,
        channel: under.channel.kind,
        chatId: under.chatId,
        chatKind: 'private',
      });
      const { content } = pressed;
      if (under.buttons) {
        const messageId = sent.kind === 'sent' && sent.messageId;
        expect(content).toMatchObject({ kind: 'tap', data: 'd:q3:no', messageId });
      } else {
        expect(chosenBy(question, content)).toBe('d:q3:no');
      }
    });

    test('a number that answers the question itself is never one of its choices', async () => {
      const howMany = { ...question, text: 'Có bao nhiêu sự cố?', takesNumbers: true };
      await under.channel.send(under.chatId, howMany);
      expectOnScreen(under, howMany);
      expect(chosenBy(howMany, under.types('2').content)).toBeUndefined();
      if (!under.buttons) expect(chosenBy(howMany, under.presses('Không').content)).toBe('d:q3:no');
    });

    test('brings what is typed as it was typed, each update under an id of its own', () => {
      const [first, second] = [under.types('3 2 0 0 0'), under.types('3 2 0 0 0')];
      expect(first).toMatchObject({
        bot: under.channel.bot,
        channel: under.channel.kind,
        chatId: under.chatId,
        chatKind: 'private',
        content: { kind: 'text', text: '3 2 0 0 0' },
      });
      expect(second.updateId).not.toBe(first.updateId);
    });

    test('dates what is sent and what is typed by one clock, or neither', async () => {
      const sent = await under.channel.send(under.chatId, question);
      const typed = under.types('3 2 0 0 0');
      const shownAt = sent.kind === 'sent' ? sent.shownAt : undefined;
      expect(typed.sentAt === undefined).toBe(shownAt === undefined);
      if (typed.sentAt && shownAt) expect(typed.sentAt.getTime()).toBeGreaterThanOrEqual(shownAt.getTime());
    });

    test('brings a picture that the person sent, by what the update says of it', async (story) => {
      if (!under.sendsPhoto) return story.skip('its server gives no files');
      const { content } = under.sendsPhoto(jpeg);
      if (content.kind !== 'media' || !content.source)
        throw new Error(`no media: ${JSON.stringify(content)}`);
      const fetched = await under.channel.fetchMedia?.(content.what, content.source, story.signal);
      expect(fetched).toMatchObject({ kind: 'fetched', contentType: expect.stringMatching(/^image\//) });
      return undefined;
    });

    test('takes a text as long as it says it does in one message', async () => {
      const { channel, chatId } = under;
      const longest = 'ắ'.repeat(channel.limits.textLength);
      expect(await channel.send(chatId, { text: longest })).toMatchObject({ kind: 'sent' });
      expect(under.screen()).toEqual([{ text: longest, choices: [] }]);
    });

    test('refuses a longer text, or brings all of it in several messages, numbered and in order', async () => {
      const { channel, chatId } = under;
      const text = 'Nhắc hạn báo cáo. '.repeat(channel.limits.textLength / 17).trim();
      const sent = await channel.send(chatId, { text });
      if (under.longerText === 'refused') {
        expect(sent).toMatchObject(rejected);
        expect(under.screen()).toEqual([]);
      } else {
        expect(sent).toMatchObject({ kind: 'sent' });
        const parts = under.screen().map((message) => message.text.split('\n'));
        expect(parts.map(([mark]) => mark)).toEqual(['(1/2)', '(2/2)']);
        expect(parts.map(([, ...lines]) => lines.join('\n')).join(' ')).toBe(text);
      }
    });

    test('refuses what no platform takes: no text, no label, data over 64 bytes', async () => {
      const unsendable = [
        { text: ' \n' },
        { text: 'Có không?', choices: [[{ label: '', data: 'x' }]] },
        { text: 'Có không?', choices: [[{ label: 'Có', data: 'ă'.repeat(33) }]] },
      ];
      for (const message of unsendable) {
        expect(await under.channel.send(under.chatId, message)).toMatchObject(rejected);
        under.waits();
      }
      expect(under.screen()).toEqual([]);
    });

    test('takes the choices of an older message away and leaves its text; once more is no harm', async (story) => {
      const { channel, chatId } = under;
      if (!channel.retireChoices) return story.skip('it cannot edit');
      const sent = await channel.send(chatId, question);
      if (sent.kind !== 'sent') throw new Error(`not sent: ${JSON.stringify(sent)}`);
      const retired = { kind: 'sent', messageId: sent.messageId };
      expect(await channel.retireChoices(chatId, sent.messageId, question.text)).toEqual(retired);
      expect(await channel.retireChoices(chatId, sent.messageId, question.text)).toEqual(retired);
      expect(under.screen()).toEqual([{ text: question.text, choices: [] }]);
      return undefined;
    });

    test('says that a person has closed the chat', async (story) => {
      if (!under.trouble.personClosesChat) return story.skip('nobody can');
      under.trouble.personClosesChat();
      const answer = await under.channel.send(under.chatId, question);
      expect(answer).toMatchObject({ kind: 'refused', reason: 'blocked' });
      return undefined;
    });

    test('says how long the platform wants it to wait', async (story) => {
      if (!under.trouble.asksToWait) return story.skip('it never does');
      under.trouble.asksToWait(7);
      expect(await under.channel.send(under.chatId, question)).toMatchObject({
        kind: 'retry',
        afterMs: 7000,
      });
      expect(under.screen()).toEqual([]);
      return undefined;
    });

    test('says that the messages of the month are used up', async (story) => {
      if (!under.trouble.usesUpTheMonth) return story.skip('it does not count them');
      under.trouble.usesUpTheMonth();
      const answer = await under.channel.send(under.chatId, question);
      expect(answer).toMatchObject({ kind: 'retry', quotaUsedUp: true });
      expect(under.screen()).toEqual([]);
      return undefined;
    });

    test('while the platform is down, a message is to be tried again', async (story) => {
      if (!under.trouble.isDown) return story.skip('it never is');
      under.trouble.isDown();
      expect(await under.channel.send(under.chatId, question)).toMatchObject({
        kind: 'retry',
        afterMs: expect.any(Number),
      });
      expect(under.screen()).toEqual([]);
      return undefined;
    });

    test('when no answer came, it does not claim to know', async (story) => {
      if (!under.trouble.losesTheAnswer) return story.skip('answers are not lost');
      under.trouble.losesTheAnswer();
      expect(await under.channel.send(under.chatId, question)).toMatchObject({ kind: 'unknown' });
      expectOnScreen(under, question);
      return undefined;
    });
  });
}

/** This message and none else: its choices as buttons, or as lines of the text, in the order of reading. */
function expectOnScreen({ buttons, screen }: ChannelUnderTest, message: Shown): void {
  const { text, choices } = message;
  const [shown, ...others] = screen();
  expect(others).toEqual([]);
  expect(shown?.choices).toEqual(buttons ? choices : []);
  if (buttons) {
    expect(shown?.text).toBe(text);
    return;
  }
  expect(shown?.text.slice(0, text.length)).toBe(text);
  const labels = [...(shown?.text.slice(text.length) ?? '').matchAll(/^(?:\d+|[A-Z]+)\. (.+)$/gm)];
  expect(labels.map(([, label]) => label)).toEqual(choices.flat().map(({ label }) => label));
}

/** What the product takes a typed text to mean under this message. */
function chosenBy({ choices, takesNumbers = false }: Shown, content: IncomingMessage['content']) {
  if (content.kind !== 'text') throw new Error(`not typed: ${JSON.stringify(content)}`);
  const picked = pickChoice(choices, content.text, { takesNumbers });
  return picked.kind === 'chosen' ? picked.data : undefined;
}

type Shown = OutgoingMessage & { choices: Choice[][] };

const question = {
  text: 'Câu 3/9\nTrong kỳ có sự cố nào không? <b>*_\n“ạ ẵ đ Ợ” – https://example.org',
  choices: [
    [
      { label: 'Có', data: 'd:q3:yes' },
      { label: 'Không', data: 'd:q3:no' },
    ],
    [{ label: 'Dừng, giữ nháp', data: `stop:${'ă'.repeat(29)}` }],
  ],
};

const rejected = { kind: 'refused', reason: 'rejected' };
