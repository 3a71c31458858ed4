import type { SendResult } from '#domain/channel.ts';
import { describeFailure, isQuotaUsedUp, isTokenRefused, type ZaloFailure } from '#bot/zalo/failure.ts';

/** What a failed send means for the message and for the queue behind it. */
export function sendResultOf(failure: ZaloFailure): SendResult {
  const detail = describeFailure(failure);
  switch (failure.kind) {
    case 'unsent':
      return { kind: 'retry', afterMs: OUTAGE_MS, reason: detail };
    case 'unanswered':
      return { kind: 'unknown', detail };
    case 'answered': {
      const { code, description } = failure;
      // Not the message's fault: nothing of this bot goes out until somebody mends the token.
      if (isTokenRefused(failure)) return { kind: 'retry', afterMs: TOKEN_REFUSED_MS, reason: detail };
      if (isQuotaUsedUp(failure)) {
        return { kind: 'retry', afterMs: QUOTA_USED_UP_MS, reason: detail, quotaUsedUp: true };
      }
      // Zalo, or a gateway before it, passed it on and heard nothing more.
      if (code === 408 || code === 504) return { kind: 'unknown', detail };
      // Documented as "Internal server error", so it says nothing about the person.
      if (code === 403 || code >= 500) return { kind: 'retry', afterMs: OUTAGE_MS, reason: detail };
      if (code === 426) return { kind: 'retry', afterMs: DAILY_CAP_MS, reason: detail };
      return { kind: 'refused', reason: isClosed(description) ? 'blocked' : 'rejected', detail };
    }
  }
}

/** Codes for a closed chat are not documented: only words can tell. */
function isClosed(description: string): boolean {
  return /\b(chat|user|conversation|recipient)\b.*\b(not found|not exist|blocked|deactivated|unavailable)/i.test(
    description,
  );
}

/** Constant, not growing: an incident should leave within seconds of Zalo being back. */
const OUTAGE_MS = 3000;

const TOKEN_REFUSED_MS = 60_000;

const DAILY_CAP_MS = 60 * 60_000;

/** How often to see whether somebody has bought more, or the month has turned. */
const QUOTA_USED_UP_MS = 60 * 60_000;
