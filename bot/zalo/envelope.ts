import * as z from 'zod';

import type { Outcome } from '#bot/zalo/failure.ts';

/**
 * What a body says, whatever its HTTP status: Zalo puts refusals into answers with status 200. An update that comes
 * flat, without `result` around it, is the result itself.
 */
export function readEnvelope(status: number, body: string): Outcome<unknown> {
  const json = jsonOf(body);
  if (bareUpdateSchema.safeParse(json).success) return { ok: true, result: json };
  const envelope = envelopeSchema.safeParse(json);
  if (envelope.success)
    return envelope.data.ok ? { ok: true, result: envelope.data.result } : refusal(status, envelope.data);

  const description = `something other than Zalo answered with HTTP ${status}`;
  if (status < 400) return { ok: false, failure: { kind: 'unanswered', detail: description } };
  // A gateway or a portal in between: its 400 says nothing about the message, its 401 nothing about the token.
  return { ok: false, failure: { kind: 'answered', code: status > 500 ? status : 502, description } };
}

/** Numbers may come as text. */
const codeSchema = z.coerce.number().int().nullish().catch(undefined);

const refusalSchema = z.object({
  ok: z.literal(false),
  error_code: codeSchema,
  errorCode: codeSchema,
  description: z.string().catch(''),
});

const envelopeSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), result: z.unknown().optional() }),
  refusalSchema,
]);

const bareUpdateSchema = z.object({ event_name: z.string() });

function refusal(status: number, said: z.infer<typeof refusalSchema>): Outcome<never> {
  const { description } = said;
  const code = said.error_code ?? said.errorCode ?? (status >= 400 ? status : codeIn(description));
  return { ok: false, failure: { kind: 'answered', code, description } };
}

/** Without any code: an idle poll says "Request timeout"; everything else may pass. */
function codeIn(description: string): number {
  return /request timeout/i.test(description) ? 408 : 500;
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
