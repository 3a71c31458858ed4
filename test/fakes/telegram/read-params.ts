import type { IncomingMessage } from 'node:http';

/**
 * The parameters of a call, wherever the Bot API takes them: query, JSON, urlencoded or multipart. In forms all values
 * are text, so what looks like JSON is read as such, as the Bot API does for numbers, flags and keyboards.
 */
export async function readParams(request: IncomingMessage, url: URL): Promise<Record<string, unknown>> {
  const query = readFields(url.searchParams);
  const body = await readBody(request);
  if (body.length === 0) return query;
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return { ...query, ...JSON.parse(body.toString()) };
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  return { ...query, ...readFields(form) };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function readFields(fields: Iterable<[string, unknown]>): Record<string, unknown> {
  return Object.fromEntries(
    [...fields].map(([name, value]) => [
      name,
      name === 'text' || typeof value !== 'string' ? value : guess(value),
    ]),
  );
}

function guess(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
