import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createChanges } from '#test/fakes/changes.ts';
import { createChats } from '#test/fakes/telegram/chats.ts';
import { createFiles } from '#test/fakes/telegram/files.ts';
import { createFaults, type Fault, type Faults } from '#test/fakes/telegram/faults.ts';
import { type Answer, createMessageMethods, type Params, refuse } from '#test/fakes/telegram/methods.ts';
import { createPerson, type Person } from '#test/fakes/telegram/person.ts';
import { readParams } from '#test/fakes/telegram/read-params.ts';
import { createSendLimits, type SendLimits } from '#test/fakes/telegram/send-limits.ts';
import { createUpdateMethods } from '#test/fakes/telegram/update-methods.ts';
import { createUpdateQueue, type Update } from '#test/fakes/telegram/update-queue.ts';
import { createWebhook } from '#test/fakes/telegram/webhook.ts';

export interface TelegramServerOptions {
  /** Knows only getMe, getUpdates, sendMessage, editMessageText, answerCallbackQuery and deleteWebhook, and leaves optional fields out of updates. */
  minimal?: boolean;
  /** False: too early sends are counted, not refused; for conversations in which nobody should wait a second per answer. */
  enforceLimits?: boolean;
  /** Answers an empty getUpdates at once, whatever timeout is asked for. */
  withoutLongPoll?: boolean;
  token?: string;
  /** Where the address of a webhook leads on this machine; nowhere while it gives nothing. Default: just there. */
  route?(url: string): string | undefined;
  /** The clock of the limits, ms. */
  now?(): number;
}

/** A call as it came in. */
interface Call {
  method: string;
  verb: string;
  contentType: string | undefined;
  params: Params;
}

export interface TelegramServer {
  /** `http://127.0.0.1:port`, for TELEGRAM_API_ROOT. */
  root: string;
  token: string;
  /** What the product calls this bot. */
  bot: string;
  calls: readonly Call[];
  violations: SendLimits['violations'];
  faults: Faults;
  person(chatId: number, name?: string): Person;
  /** An update of any content. */
  pushes(content: Record<string, unknown>): Update;
  /** The same update once more, confirmed or not. */
  replays(update: Update): void;
  /** What the bot has not confirmed. */
  unconfirmed(): readonly Update[];
  /** From now on no tap can be answered any more. */
  forgetsTaps(): void;
  /** What people have sent cannot be fetched any more. */
  forgetsFiles(): void;
  /** The nth call of the method (1 = first), once it has come in. */
  called(method: string, nth?: number): Promise<Call>;
  close(): Promise<void>;
}

/** Telegram on this machine: the Bot API over HTTP, with its limits, for as many people as a test needs. */
export async function startTelegramServer(options: TelegramServerOptions = {}): Promise<TelegramServer> {
  const {
    minimal = false,
    enforceLimits = true,
    token = '4242:TEST-secret-token',
    now = () => performance.now(),
    route = (url) => url,
  } = options;
  const changes = createChanges();
  const chats = createChats();
  const faults = createFaults();
  const limits = createSendLimits(now);
  const files = createFiles();
  const openTaps = new Set<string>();
  const calls: Call[] = [];
  const people = new Map<number, Person>();
  const queue = createUpdateQueue(() => webhook.post());
  const webhook = createWebhook(() => queue, route);

  const messages = createMessageMethods({ chats, limits, enforceLimits, now, openTaps });
  const updates = createUpdateMethods({
    queue,
    webhook,
    withoutLongPoll: options.withoutLongPoll ?? false,
    minimal,
  });
  const methods: Record<string, (params: Params, hungUp: AbortSignal) => Answer | Promise<Answer>> = {
    getMe: () => ({
      ok: true,
      result: { id: BOT_ID, is_bot: true, first_name: 'Nhắc Hạn', username: 'nhac_han_bot' },
    }),
    ...messages,
    ...updates,
    ...(!minimal && { getFile: files.getFile }),
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const [, holder, path = ''] = /^\/file\/bot([^/]+)\/(.+)$/.exec(decodeURI(url.pathname)) ?? [];
    if (holder === token) return giveFile(response, path);
    const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(decodeURI(url.pathname)) ?? [];
    if (given === undefined) return reply(response, refuse(404, 'Not Found'));
    if (given !== token) return reply(response, refuse(401, 'Unauthorized'));
    const params = await readParams(request, url);
    calls.push({ method, verb: request.method ?? '', contentType: request.headers['content-type'], params });
    changes.happened();

    const fault = faults.take(method);
    if (fault && fault.kind !== 'drop') return suffer(response, fault);
    const hungUp = new AbortController();
    response.on('close', () => hungUp.abort());
    const answer =
      (await methods[method]?.(params, hungUp.signal)) ?? refuse(404, 'Not Found: method not found');
    if (fault) response.destroy();
    else reply(response, answer);
    changes.happened();
  }

  /** Faults are planned for it under the name `file`. */
  function giveFile(response: ServerResponse, path: string): void {
    const fault = faults.take('file');
    const bytes = files.at(path);
    if (fault && fault.kind !== 'drop') suffer(response, fault);
    else if (!bytes) reply(response, refuse(404, 'Not Found'));
    else if (!fault) response.end(bytes);
    else {
      // Half of it, then the line is cut.
      response.writeHead(200, { 'content-length': bytes.length });
      response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
    }
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error) => reply(response, refuse(400, `Bad Request: ${error}`)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    bot: `telegram:${BOT_ID}`,
    calls,
    violations: limits.violations,
    faults,
    person(chatId, name = `Người ${chatId}`) {
      const known = people.get(chatId);
      if (known) return known;
      const person = createPerson(
        { chats, queue, changes, openTaps, keepFile: files.keep, minimal },
        chats.at(chatId, name),
      );
      people.set(chatId, person);
      return person;
    },
    pushes: (content) => queue.add(content),
    replays: (update) => queue.replay(update),
    unconfirmed: () => queue.pending(),
    forgetsTaps: () => openTaps.clear(),
    forgetsFiles: files.forget,
    called: (method, nth = 1) =>
      changes.until(() => calls.filter((call) => call.method === method)[nth - 1], {
        timeoutMs: 5000,
        explain: () => `Call ${nth} of ${method} among ${calls.map((call) => call.method).join(', ')}`,
      }),
    async close() {
      webhook.set('', undefined);
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

const BOT_ID = 4242;

function reply(response: ServerResponse, answer: Answer): void {
  if (response.destroyed) return;
  response.writeHead(answer.ok ? 200 : answer.error_code, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer));
}

function suffer(response: ServerResponse, fault: Exclude<Fault, { kind: 'drop' }>): void {
  switch (fault.kind) {
    case 'refuse': {
      const { status, description = `Error ${status}`, retryAfter } = fault;
      const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
      reply(response, { ...refuse(status, description), ...parameters });
      return;
    }
    case 'gateway':
      response.writeHead(fault.status, { 'content-type': 'text/html' });
      response.end(`<html><h1>${fault.status}</h1></html>`);
      return;
    case 'hang':
      return;
  }
}
