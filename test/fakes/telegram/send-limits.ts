export interface SendLimits {
  /** 0 when the message may go out; else the seconds to wait, and a violation is counted. */
  secondsToWait(chatId: number): number;
  /** How many sends came too early, whether or not they were refused. */
  violations: { perBot: number; perChat: number };
}

/** 30 messages in every sliding second of the bot, 1 in every second of a chat; what was refused does not count. */
export function createSendLimits(now: () => number): SendLimits {
  const lastSecond: number[] = [];
  const lastInChat = new Map<number, number>();
  const violations = { perBot: 0, perChat: 0 };
  return {
    violations,
    secondsToWait(chatId) {
      const at = now();
      while (lastSecond[0] !== undefined && lastSecond[0] <= at - 1000) lastSecond.shift();
      const chatWait = (lastInChat.get(chatId) ?? Number.NEGATIVE_INFINITY) + 1000 - at;
      if (chatWait > 0) {
        violations.perChat += 1;
        return Math.ceil(chatWait / 1000);
      }
      if (lastSecond.length >= 30) {
        violations.perBot += 1;
        return 1;
      }
      lastSecond.push(at);
      lastInChat.set(chatId, at);
      return 0;
    },
  };
}
