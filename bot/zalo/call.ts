import { explainNetworkError, neverConnected } from '#bot/network-error.ts';
import { readEnvelope } from '#bot/zalo/envelope.ts';
import type { Outcome } from '#bot/zalo/failure.ts';

interface CallLimits {
  /** For the whole call, ms. */
  timeoutMs: number;
  /**
   * Gives up waiting for an answer, but only after `inFlightMs`: one that is under way still arrives, and one that has
   * begun to arrive is read to its end. Of an update it is the only copy.
   */
  stop?: AbortSignal;
  inFlightMs?: number;
}

/** Calls one method: never rejects, and takes the token, which is in the URL, out of every text that could hold it. */
export type ZaloCall = (method: string, params: object, limits: CallLimits) => Promise<Outcome<unknown>>;

export function createZaloCall({ token, apiRoot }: { token: string; apiRoot: string }): ZaloCall {
  const scrub = scrubber(token);
  return async (method, params, limits) => {
    try {
      const { status, body } = await post(`${apiRoot}/bot${token}/${method}`, params, limits);
      const outcome = readEnvelope(status, body);
      if (!outcome.ok && outcome.failure.kind === 'answered') {
        outcome.failure.description = scrub(outcome.failure.description);
      }
      return outcome;
    } catch (error) {
      const kind = neverConnected(error) || isNoUrl(error) ? 'unsent' : 'unanswered';
      return { ok: false, failure: { kind, detail: scrub(explainNetworkError(error)) } };
    }
  };
}

async function post(
  url: string,
  params: object,
  { timeoutMs, stop, inFlightMs = 0 }: CallLimits,
): Promise<{ status: number; body: string }> {
  const end = new AbortController();
  const timers = [setTimeout(() => end.abort(), timeoutMs)];
  let hasBegun = false;
  const endUnlessBegun = () => {
    if (hasBegun) timers.push(setTimeout(() => end.abort(), REST_OF_ANSWER_MS));
    else end.abort();
  };
  const onStop = () => void timers.push(setTimeout(endUnlessBegun, inFlightMs));
  stop?.addEventListener('abort', onStop);
  if (stop?.aborted) onStop();
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
      // The URL holds the token: it goes nowhere else.
      redirect: 'manual',
      signal: end.signal,
    });
    hasBegun = true;
    return { status: response.status, body: await response.text() };
  } finally {
    for (const timer of timers) clearTimeout(timer);
    stop?.removeEventListener('abort', onStop);
  }
}

/** How long the rest of an answer may take once the process is to stop, ms. */
const REST_OF_ANSWER_MS = 5000;

function isNoUrl(error: unknown): boolean {
  return (
    error instanceof Error && (error.cause as { code?: unknown } | undefined)?.code === 'ERR_INVALID_URL'
  );
}

/** Tokens are `<id>:<secret>`; the id alone is no secret. Error texts may quote the URL as it is or encoded. */
function scrubber(token: string): (text: string) => string {
  const secret = token.slice(token.indexOf(':') + 1) || token;
  const hidden = [
    ...new Set([token, secret].flatMap((text) => [text, encodeURIComponent(text), encodeURI(text)])),
  ];
  return (text) => hidden.reduce((clean, one) => clean.replaceAll(one, '<token>'), text).slice(0, 300);
}
