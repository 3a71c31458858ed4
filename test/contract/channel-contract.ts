import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Channel, Choice, IncomingMessage } from '#domain/channel.ts';

/** A channel, with the platform behind it and one person on the other side. */
export interface ChannelUnderTest {
  channel: Channel;
  /** A chat in which the person lets the bot write. */
  chatId: string;
  /** What stands on the person's screen now, oldest first. */
  screen(): { text: string; choices: Choice[][] }[];
  /** What the person does, as the channel reads it. */
  types(text: string): IncomingMessage;
  presses(label: string): IncomingMessage;
  /** Time passes as far as the platform's limits go, so that the next message may be sent. */
  waits(): void;
  trouble: PlatformTrouble;
  close(): Promise<void>;
}

/** What can go wrong with the next message; left out where it cannot go wrong on this platform. */
export interface PlatformTrouble {
  personClosesChat?(): void;
  /** The platform refuses with a time to wait, seconds. */
  asksToWait?(seconds: number): void;
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
      expect(sent).toEqual({ kind: 'sent', messageId: expect.stringMatching(/./) });
      expect(under.screen()).toEqual([question]);
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
        content: { kind: 'tap', data: 'd:q3:no', messageId: sent.kind === 'sent' && sent.messageId },
      });
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

    test('takes a text as long as it says it does, and refuses a longer one', async () => {
      const { channel, chatId } = under;
      const longest = 'ắ'.repeat(channel.limits.textLength);
      expect(await channel.send(chatId, { text: longest })).toMatchObject({ kind: 'sent' });
      under.waits();
      expect(await channel.send(chatId, { text: `${longest}.` })).toMatchObject(rejected);
      expect(under.screen()).toEqual([{ text: longest, choices: [] }]);
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
      expect(under.screen()).toEqual([question]);
      return undefined;
    });
  });
}

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
