import { strangerAnswersAllowed, strangerWindowMs } from '#domain/invite-code.ts';
import { hasQuota } from '#domain/quota.ts';
import { countAsked } from '#storage/queries/code-tries.ts';
import type { Turn } from '#handlers/turn.ts';

/**
 * Answers a chat of nobody's. Where every message takes one of the bot's month, so many answers in a day are all that it
 * gets, and the last of them says so: whoever writes to a bot that they have found must not silence it for its people. A
 * right code is taken all the same.
 */
export async function answerStranger(turn: Turn, text: string): Promise<void> {
  const { tx, message, say, now } = turn;
  if (!hasQuota(message.channel)) return turn.reply({ text });
  const since = new Date(now.getTime() - strangerWindowMs);
  const asked = await countAsked(tx, message, { now, since });
  if (asked > strangerAnswersAllowed) return;
  const isLast = asked === strangerAnswersAllowed && message.chatKind === 'private';
  await turn.reply({ text: isLast ? `${text}\n\n${say('stranger-last-answer')}` : text });
}
