import * as z from 'zod';

import { explainNetworkError, neverConnected } from '#bot/network-error.ts';

/** No answer of Telegram came. `sent: 'no'`: no connection came about, so the call had no effect. */
export class NoAnswer extends Error {
  readonly sent: 'no' | 'maybe';

  constructor(sent: 'no' | 'maybe', message: string) {
    super(message);
    this.name = 'NoAnswer';
    this.sent = sent;
  }
}

/**
 * The `fetch` that grammY calls: Node's own, which gives up a connection (TLS included) after 10 s and lets us tell it
 * from a request without an answer. It answers with a well-formed envelope or rejects with NoAnswer, and takes the
 * token out of every text that could hold it; therefore no error here carries its cause.
 */
export function createEnvelopeFetch(token: string) {
  const secret = token.slice(token.indexOf(':') + 1);
  const scrub = (text: string) => text.replaceAll(secret, '<token>').slice(0, 300);

  return async (url: string, init: EnvelopeRequest) => {
    let status: number;
    let body: string;
    try {
      const response = await fetch(url, {
        method: init.method,
        headers: init.headers,
        body: init.body,
        signal: nativeSignal(init.signal),
      });
      status = response.status;
      body = await response.text();
    } catch (error) {
      throw new NoAnswer(neverConnected(error) ? 'no' : 'maybe', scrub(explainNetworkError(error)));
    }
    const envelope = readEnvelope(status, body);
    if (!envelope.ok) envelope.description = scrub(envelope.description);
    return { json: async () => envelope };
  };
}

/** What grammY passes; its signal comes from a package of its own, which Node's fetch does not take. */
interface EnvelopeRequest {
  method: string;
  headers: Record<string, string>;
  body: string;
  signal: { aborted: boolean; addEventListener(type: 'abort', listener: () => void): void };
}

const envelopeSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error_code: z.number().optional(),
    description: z.string().default(''),
    parameters: z.object({ retry_after: z.number().optional() }).optional(),
  }),
]);

function readEnvelope(status: number, body: string) {
  const envelope = envelopeSchema.safeParse(jsonOf(body));
  if (envelope.success) {
    return envelope.data.ok
      ? envelope.data
      : { ...envelope.data, error_code: envelope.data.error_code ?? status };
  }
  if (status < 400) throw new NoAnswer('maybe', `something other than Telegram answered with HTTP ${status}`);
  // A gateway or a portal in between: its 403 says nothing about the person, its 404 nothing about the token.
  const description = `something other than Telegram answered with HTTP ${status}`;
  return { ok: false as const, error_code: status > 500 ? status : 502, description };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function nativeSignal(signal: EnvelopeRequest['signal']): AbortSignal {
  const controller = new AbortController();
  signal.addEventListener('abort', () => controller.abort());
  if (signal.aborted) controller.abort();
  return controller.signal;
}
