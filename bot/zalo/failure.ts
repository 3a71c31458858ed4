export type Outcome<Result> = { ok: true; result: Result } | { ok: false; failure: ZaloFailure };

/** How a call went wrong; the texts are for the log and hold no token. */
export type ZaloFailure =
  /** Zalo said no, with a code of its own or of HTTP: in both cases the same ones. */
  | { kind: 'answered'; code: number; description: string }
  /** It never went out. */
  | { kind: 'unsent'; detail: string }
  /** It went out and no answer came whole: it may have been obeyed. */
  | { kind: 'unanswered'; detail: string };

export function isTokenRefused(failure: ZaloFailure): boolean {
  return failure.kind === 'answered' && failure.code === 401;
}

/** The bot's messages of this month are used up; Zalo does not say when to ask again. */
export function isQuotaUsedUp(failure: ZaloFailure): boolean {
  return failure.kind === 'answered' && failure.code === 429;
}

export function describeFailure(failure: ZaloFailure): string {
  return failure.kind === 'answered' ? `${failure.code} ${failure.description}`.trim() : failure.detail;
}

export const tokenRefused = 'token refused by Zalo: check ZALO_BOT_TOKENS';
