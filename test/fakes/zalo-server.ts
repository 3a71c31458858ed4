import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createChanges } from '#test/fakes/changes.ts';
import { type BotBehind, createBot, type ZaloBot } from '#test/fakes/zalo/bot.ts';
import type { Fault } from '#test/fakes/zalo/faults.ts';
import { type Answer, type Params, refuse } from '#test/fakes/zalo/methods.ts';
import { basicPlan, type QuotaLimits } from '#test/fakes/zalo/quota.ts';
import type { Shape } from '#test/fakes/zalo/wire.ts';

export interface ZaloServerOptions {
  /** `<id>:<secret>` of each bot. Default: one bot. */
  tokens?: string[];
  /** How updates look. Default: `wrapped`. */
  shape?: Shape;
  /** The plan of each bot; what is left out is as in the BASIC plan. */
  quota?: Partial<QuotaLimits>;
  /** False: a poll whose caller has hung up still takes the next update. */
  noticesHangUps?: boolean;
  /** How often a post to a webhook is made that is not taken. */
  webhookTries?: number;
  /** Where posts to a webhook's address really go, as through a proxy; undefined: nobody listens there yet. */
  route?(url: string): string | undefined;
  /** ms since 1970; the quota's months are of this clock. */
  now?(): number;
}

/** The first bot's things stand on the server itself. */
export interface ZaloServer extends ZaloBot {
  /** `http://127.0.0.1:port`, for ZALO_API_ROOT. */
  root: string;
  bots: readonly ZaloBot[];
  /** The addresses of pictures and voice messages expire: nothing is found there any more. */
  forgetsFiles(): void;
  /** Resolves once the first half of a halting answer has gone out. */
  halted(): Promise<void>;
  /** Resolves once somebody has hung up on a call that was not answered yet. */
  hungUp(): Promise<void>;
  close(): Promise<void>;
}

/** The Zalo Bot Platform on this machine: its contract over HTTP, for as many bots and people as a test needs. */
export async function startZaloServer(options: ZaloServerOptions = {}): Promise<ZaloServer> {
  const { tokens = ['4242:TEST-secret-token'], now = () => Date.now() } = options;
  const changes = createChanges();
  const published = new Map<string, Uint8Array>();
  let publications = 0;
  const halted = Promise.withResolvers<void>();
  const hungUpOn = Promise.withResolvers<void>();
  const bots = tokens.map((token) =>
    createBot({
      id: token.split(':')[0] ?? '',
      token,
      shape: options.shape ?? 'wrapped',
      noticesHangUps: options.noticesHangUps ?? true,
      webhookTries: options.webhookTries ?? 5,
      route: options.route ?? ((url) => url),
      quota: { ...basicPlan, ...options.quota },
      now,
      changes,
      publish(folder, bytes) {
        publications += 1;
        const path = `/${folder}/${publications}`;
        published.set(path, bytes);
        return `${root}${path}`;
      },
    }),
  );

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = published.get(pathname);
    if (file) return void response.end(file);
    if (/^\/(photos|voices)\//.test(pathname)) return void response.writeHead(404).end();
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(decodeURI(pathname)) ?? [];
    const bot = bots.find(({ seen }) => seen.token === token);
    // A bad token is said in the body: Zalo's own status is 200.
    if (!bot) return reply(response, 200, token === undefined ? NOT_FOUND : refuse(401, 'Unauthorized'));
    if (request.method !== 'POST') return reply(response, 200, refuse(400, 'Bad Request: POST is expected'));
    const contentType = request.headers['content-type'];
    const params = await readJson(request);
    const fault = bot.take({ method, verb: request.method, contentType, params });
    if (fault && !isObeyed(fault)) return suffer(response, fault);
    const hungUp = new AbortController();
    response.on('close', () => {
      hungUp.abort();
      if (!response.writableEnded) hungUpOn.resolve();
    });
    const said = (await bot.methods[method]?.(params, hungUp.signal)) ?? NOT_FOUND;
    await answer(bot, response, said, fault, halted.resolve);
    changes.happened();
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error) => reply(response, 200, refuse(400, `Bad Request: ${error}`)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [first] = bots;
  if (!first) throw new Error('a server without a bot');

  return {
    ...first.seen,
    root,
    bots: bots.map(({ seen }) => seen),
    forgetsFiles: () => published.clear(),
    halted: () => halted.promise,
    hungUp: () => hungUpOn.promise,
    async close() {
      for (const bot of bots) await bot.closes();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

const NOT_FOUND = refuse(404, 'Not Found');

/** Puts an answer on the wire; an update whose answer does not arrive is lost, as with Zalo. */
async function answer(
  bot: BotBehind,
  response: ServerResponse,
  said: Answer,
  fault: Fault | undefined,
  onHalted: () => void,
): Promise<void> {
  const isCut = fault?.kind === 'drop' || response.destroyed;
  if ('update' in said && isCut) bot.loses(said.update);
  if (isCut) return void response.destroy();
  const body = 'update' in said ? bot.wire(said.update) : said;
  if (fault?.kind === 'halting' || fault?.kind === 'cut') {
    const text = JSON.stringify(body);
    const half = Math.floor(text.length / 2);
    response.writeHead(200, { 'content-type': 'application/json' });
    await new Promise<void>((resolve) => void response.write(text.slice(0, half), () => resolve()));
    onHalted();
    if (fault.kind === 'cut') response.destroy();
    else await Promise.race([fault.rest, once(response, 'close')]);
    if ('update' in said && response.destroyed) return bot.loses(said.update);
    response.end(text.slice(half));
  } else {
    reply(response, 200, body);
  }
  if ('update' in said) bot.gives(said.update);
}

function reply(response: ServerResponse, status: number, body: object): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** Faults that befall the answer, not the call. */
type AnswerFault = Extract<Fault, { kind: 'drop' | 'cut' | 'halting' }>;

function isObeyed(fault: Fault): fault is AnswerFault {
  return fault.kind === 'drop' || fault.kind === 'cut' || fault.kind === 'halting';
}

function suffer(response: ServerResponse, fault: Exclude<Fault, AnswerFault>): void {
  switch (fault.kind) {
    case 'refuse': {
      const { code, description = `Error ${code}`, asStatus = false, camelCase = false } = fault;
      const named = camelCase ? { errorCode: code } : { error_code: code };
      reply(response, asStatus ? code : 200, { ok: false, description, ...named });
      return;
    }
    case 'gateway':
      response.writeHead(fault.status, { 'content-type': 'text/html' });
      response.end(`<html><h1>${fault.status}</h1></html>`);
      return;
    case 'body':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(fault.body);
      return;
    case 'hang':
      return;
  }
}

async function readJson(request: IncomingMessage): Promise<Params> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  return body === '' ? {} : (JSON.parse(body) as Params);
}
