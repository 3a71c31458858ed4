import { GrammyError, HttpError } from 'grammy';

import { NoAnswer } from '#bot/telegram/fetch-envelope.ts';

export type Outcome<Result> = { ok: true; result: Result } | { ok: false; failure: TelegramFailure };

/** How a call went wrong; the texts are for the log and hold no token. */
export type TelegramFailure =
  /** Telegram said no. https://core.telegram.org/bots/api#making-requests */
  | { kind: 'answered'; code: number; description: string; retryAfterMs?: number }
  /** It never went out. */
  | { kind: 'unsent'; detail: string }
  /** It went out and no answer came: it may have been obeyed. */
  | { kind: 'unanswered'; detail: string };

/** Calls Telegram and gives a failure as a value; grammY's errors carry the whole request, so they go no further. */
export async function attempt<Result>(call: () => Promise<Result>): Promise<Outcome<Result>> {
  try {
    return { ok: true, result: await call() };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

/** A wrong token is answered with 404 when it is malformed, with 401 when it was revoked. */
export function isTokenRefused(failure: TelegramFailure): boolean {
  return failure.kind === 'answered' && (failure.code === 401 || failure.code === 404);
}

export function describeFailure(failure: TelegramFailure): string {
  return failure.kind === 'answered' ? `${failure.code} ${failure.description}` : failure.detail;
}

function failureOf(error: unknown): TelegramFailure {
  if (error instanceof GrammyError) {
    const { error_code: code, description } = error;
    const retryAfter = error.parameters.retry_after ?? secondsIn(description);
    return {
      kind: 'answered',
      code,
      description,
      ...(retryAfter !== undefined && { retryAfterMs: retryAfter * 1000 }),
    };
  }
  if (error instanceof HttpError && error.error instanceof NoAnswer) {
    return { kind: error.error.sent === 'no' ? 'unsent' : 'unanswered', detail: error.error.message };
  }
  throw error;
}

/** "Too Many Requests: retry after 35", should the parameters be missing. */
function secondsIn(description: string): number | undefined {
  const seconds = /retry after (\d+)/.exec(description)?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}
