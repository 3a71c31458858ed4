import type { SendResult } from '#domain/channel.ts';
import { describeFailure, isTokenRefused, type TelegramFailure } from '#bot/telegram/attempt.ts';

/** What a failed send means for the message and for the queue behind it. */
export function sendResultOf(failure: TelegramFailure): SendResult {
  const detail = describeFailure(failure);
  switch (failure.kind) {
    case 'unsent':
      return { kind: 'retry', afterMs: OUTAGE_MS, reason: detail };
    case 'unanswered':
      return { kind: 'unknown', detail };
    case 'answered': {
      const { code, description, retryAfterMs } = failure;
      // Not the message's fault: nothing of this bot goes out until somebody mends the token.
      if (isTokenRefused(failure)) return { kind: 'retry', afterMs: TOKEN_REFUSED_MS, reason: detail };
      if (code === 429) return { kind: 'retry', afterMs: retryAfterMs ?? OUTAGE_MS, reason: detail };
      // The gateway passed it on and heard nothing more.
      if (code === 504) return { kind: 'unknown', detail };
      if (code >= 500) return { kind: 'retry', afterMs: OUTAGE_MS, reason: detail };
      const blocked = code === 403 || /chat not found|PEER_ID_INVALID|user is deactivated/i.test(description);
      return { kind: 'refused', reason: blocked ? 'blocked' : 'rejected', detail };
    }
  }
}

/** Constant, not growing: an incident should leave within seconds of Telegram being back. */
const OUTAGE_MS = 3000;

const TOKEN_REFUSED_MS = 60_000;
