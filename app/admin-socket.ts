import { chmod, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join, relative } from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { textIn } from '#locales/text.ts';
import type { Outcome } from '#app/commands/command.ts';

/** One line of JSON each way: what is asked for, and what came of it. */
export interface AdminRequest {
  command: string;
  options: unknown;
}

/** The longest request, bytes: the units of a whole country with their names fit. */
export const requestLimit = 16 * 1024 * 1024;

/** Who connects and says nothing for so long is gone, ms. */
const silenceMs = 10_000;

/**
 * Listens on `admin.sock` in the data folder, for this user alone, so that the command line works while the server has
 * the folder. `run` gets the request as it was sent and must check it. The caller holds the folder's lock, so a socket
 * file that nobody answers at is a dead process's. Returns the close, which waits for nobody.
 */
export async function serveAdminSocket(
  folder: string,
  run: (request: unknown) => Promise<Outcome<unknown>>,
): Promise<() => Promise<void>> {
  const path = socketPath(folder);
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    answer(socket, run);
  });
  if (!(await listen(server, path))) {
    await refuseIfAnswered(path);
    await rm(path, { force: true });
    if (!(await listen(server, path))) throw new Error(`The socket ${path} is taken.`);
  }
  if (!isPipe(path)) await chmod(path, 0o600);
  return () =>
    new Promise((resolve) => {
      // Closing removes the file.
      server.close(() => resolve());
      for (const socket of open) socket.destroy();
    });
}

/** Asks the running server; undefined when none listens at that folder. Throws when it ends in the middle. */
export async function askServer(
  folder: string,
  request: AdminRequest,
): Promise<Outcome<unknown> | undefined> {
  const socket = await connectTo(socketPath(folder));
  if (!socket) return undefined;
  const line = firstLine(socket, Number.POSITIVE_INFINITY);
  socket.write(`${JSON.stringify(request)}\n`);
  const answered = await line.finally(() => socket.destroy());
  if (answered.kind !== 'line') throw new Error(textIn('vi')('cli-server-broke-off'));
  return outcomeSchema.parse(JSON.parse(answered.text));
}

const outcomeSchema = z.union([
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);

function answer(socket: Socket, run: (request: unknown) => Promise<Outcome<unknown>>): void {
  socket.setTimeout(silenceMs, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  outcomeOf().then(
    (outcome) => socket.end(`${JSON.stringify(outcome)}\n`),
    () => socket.destroy(),
  );

  async function outcomeOf(): Promise<Outcome<unknown>> {
    const asked = await firstLine(socket, requestLimit);
    socket.setTimeout(0);
    if (asked.kind === 'too-long') return { ok: false, error: textIn('vi')('cli-request-too-long') };
    if (asked.kind === 'ended') throw new Error('Nothing was asked.');
    const request = parsed(asked.text);
    if (request === undefined) return { ok: false, error: textIn('vi')('cli-request-unreadable') };
    try {
      return await run(request);
    } catch (error) {
      // Whoever may use this socket runs the server, so they may read what went wrong.
      return { ok: false, error: error instanceof Error ? error.message : String(error) };
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Line = { kind: 'line'; text: string } | { kind: 'too-long' } | { kind: 'ended' };

function firstLine(socket: Socket, limit: number): Promise<Line> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const settle = (line: Line) => {
      socket.off('data', take).resume();
      resolve(line);
    };
    const take = (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      const end = chunk.indexOf('\n');
      if (length > limit) settle({ kind: 'too-long' });
      else if (end >= 0) {
        const text = Buffer.concat(chunks).toString('utf8', 0, length - chunk.length + end);
        settle({ kind: 'line', text });
      }
    };
    socket.on('data', take);
    socket.once('close', () => resolve({ kind: 'ended' }));
    socket.once('end', () => resolve({ kind: 'ended' }));
  });
}

function listen(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(new Error(`The socket ${path} cannot be opened.`, { cause: error }));
    });
    server.listen(path, () => {
      server.removeAllListeners('error');
      resolve(true);
    });
  });
}

function connectTo(path: string): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.on('error', () => socket.destroy());
      resolve(socket);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      const nobody = error.code === 'ENOENT' || error.code === 'ECONNREFUSED' || error.code === 'ENOTDIR';
      if (nobody) resolve(undefined);
      else reject(new Error(`The socket ${path} cannot be reached.`, { cause: error }));
    });
  });
}

async function refuseIfAnswered(path: string): Promise<void> {
  const socket = await connectTo(path);
  socket?.destroy();
  if (socket) throw new Error(`Another process listens at ${path}.`);
}

/** The name of a socket is short (107 bytes on Linux), so the shorter way of saying it is taken. */
function socketPath(folder: string): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\nhac-han-${folder.replaceAll(/[\\/:]/g, '-')}`;
  const [full, near] = [join(folder, 'admin.sock'), join(relative(process.cwd(), folder), 'admin.sock')];
  return Buffer.byteLength(near) < Buffer.byteLength(full) ? near : full;
}

function isPipe(path: string): boolean {
  return path.startsWith('\\\\.\\pipe\\');
}
