import type { IncomingMessage } from '#domain/channel.ts';
import type { Instant } from '#domain/time.ts';
import { askedWhen, type AskedWhen } from '#storage/queries/asked-when.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * Was this typed before the person could see the question that is open now? Then it answers an earlier one: somebody typed
 * twice, or it was on its way while the bot was not running. Told by the platform's own clock for both; where that says
 * nothing, only a question that has not gone out yet counts, and only where a number may mean anything (no buttons).
 */
export async function isTypedTooEarly(turn: OfficerTurn, questionId: string): Promise<boolean> {
  const { tx, message } = turn;
  const asked = await askedWhen(tx, questionId);
  if (!asked) return false;
  const seenBy = asked.bot === message.bot ? lastMomentOf(message) : undefined;
  const { standing } = asked;
  switch (standing.kind) {
    case 'waiting':
      return message.withoutButtons === true || seenBy !== undefined;
    case 'sending':
      if (!seenBy) return message.withoutButtons === true;
      // A number may mean anything where there are no buttons, so there the send gets some time to arrive.
      return seenBy.getTime() < standing.claimedAt.getTime() + (message.withoutButtons ? arrivesWithinMs : 0);
    case 'shown':
      if (!seenBy || !standing.shownAt || seenBy >= standing.shownAt) return false;
      return !isSlowClock(turn, standing);
    case 'unknown':
      return false;
  }
}

/** What was sent within a whole second may have been sent at its end. */
export function lastMomentOf({ sentAt }: IncomingMessage): Instant | undefined {
  if (!sentAt) return undefined;
  const ms = sentAt.getTime();
  return new Date(ms % 1000 === 0 ? ms + 999 : ms);
}

/**
 * Whoever answers, some time after being asked back for this very reason, and is too early again, has a clock that is slow:
 * they must not be asked for ever. What had been waiting comes in quick succession.
 */
function isSlowClock(
  { now, say }: OfficerTurn,
  { sentAt, text }: Extract<AskedWhen['standing'], { kind: 'shown' }>,
): boolean {
  return text.startsWith(say('answer-too-early')) && now.getTime() - sentAt.getTime() >= answeredAnewMs;
}

/** Nobody reads a question and answers it sooner. */
const answeredAnewMs = 3_000;

/** Whoever writes later than this after a send was begun has seen it, though its process was killed before it knew. */
const arrivesWithinMs = 1_000;
