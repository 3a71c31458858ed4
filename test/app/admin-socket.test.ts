import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { askServer, requestLimit, serveAdminSocket } from '#app/admin-socket.ts';
import { done, type Outcome } from '#app/commands/command.ts';

let folder: string;
let close: (() => Promise<void>) | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'admin-'));
});
afterEach(async () => {
  await close?.();
  close = undefined;
  rmSync(folder, { recursive: true });
});

async function serve(run: (request: unknown) => Promise<Outcome<unknown>>, where = folder): Promise<void> {
  close = await serveAdminSocket(where, run);
}

const echo = (request: unknown) => Promise.resolve(done(request));

/** What is answered to bytes as they are. */
async function answerTo(bytes: string): Promise<string> {
  const socket = connect(join(folder, 'admin.sock'));
  socket.end(bytes);
  return text(socket);
}

test('a request comes back as the same JSON, however many ask at once', async () => {
  await serve(echo);
  const asked = Array.from({ length: 5 }, (_none, n) => ({
    command: 'status',
    options: { period: `2026-M0${n + 1}` },
  }));
  const answers = await Promise.all(asked.map((request) => askServer(folder, request)));
  expect(answers).toEqual(asked.map((request) => ({ ok: true, result: request })));
});

test('only this user may ask, and nothing is left after the close', async () => {
  await serve(echo);
  expect((statSync(join(folder, 'admin.sock')).mode & 0o777).toString(8)).toBe('600');
  await close?.();
  close = undefined;
  expect(existsSync(join(folder, 'admin.sock'))).toBe(false);
  expect(await askServer(folder, { command: 'status', options: {} })).toBeUndefined();
});

describe('nobody listens', () => {
  test('where there is no folder', async () => {
    expect(await askServer(join(folder, 'nowhere'), { command: 'demo', options: {} })).toBeUndefined();
  });

  test('behind the socket of a process that was killed; the next server takes its place', async () => {
    await leaveStaleSocket();
    expect(existsSync(join(folder, 'admin.sock'))).toBe(true);
    expect(await askServer(folder, { command: 'demo', options: {} })).toBeUndefined();
    await serve(echo);
    expect(await askServer(folder, { command: 'demo', options: {} })).toMatchObject({ ok: true });
  });
});

/** A process that listens and is killed leaves the file behind. */
async function leaveStaleSocket(): Promise<void> {
  const path = JSON.stringify(join(folder, 'admin.sock'));
  const source = `require('node:net').createServer().listen(${path}, () => console.log('up'))`;
  const child = spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('a socket at which another process answers is not taken away', async () => {
  const other = createServer().listen(join(folder, 'admin.sock'));
  await once(other, 'listening');
  await expect(serveAdminSocket(folder, echo)).rejects.toThrow('Another process listens');
  other.close();
});

test('a folder with a long name is reached by its short way', async () => {
  const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60));
  mkdirSync(deep, { recursive: true });
  const before = process.cwd();
  process.chdir(deep);
  try {
    await serve(echo, deep);
    expect(await askServer(deep, { command: 'demo', options: {} })).toMatchObject({ ok: true });
  } finally {
    await close?.();
    close = undefined;
    process.chdir(before);
  }
});

describe('what is not a request', () => {
  test('is refused when it is no JSON', async () => {
    await serve(echo);
    expect(JSON.parse(await answerTo('status\n'))).toMatchObject({ ok: false });
  });

  test('is refused when it does not end', async () => {
    await serve(echo);
    expect(JSON.parse(await answerTo('x'.repeat(requestLimit + 1)))).toMatchObject({
      ok: false,
      error: expect.stringContaining('dài quá mức cho phép'),
    });
  });

  test('gets no answer when nothing is asked', async () => {
    await serve(echo);
    expect(await answerTo('')).toBe('');
  });
});

test('a command that throws is answered with what went wrong', async () => {
  await serve(() => Promise.reject(new Error('The disk is full.')));
  expect(await askServer(folder, { command: 'backup', options: {} })).toEqual({
    ok: false,
    error: 'The disk is full.',
  });
});

test('a server that ends in the middle is no answer', async () => {
  const begun = Promise.withResolvers<void>();
  await serve(() => {
    begun.resolve();
    return new Promise(() => {});
  });
  const refused = expect(askServer(folder, { command: 'demo', options: {} })).rejects.toThrow(
    'Máy chủ ngắt kết nối',
  );
  await begun.promise;
  await close?.();
  close = undefined;
  await refused;
});

test.skipIf(process.getuid?.() === 0)('a folder that is closed to us is an error, not nobody', async () => {
  await serve(echo);
  chmodSync(folder, 0o000);
  await expect(askServer(folder, { command: 'demo', options: {} })).rejects.toThrow('cannot be reached');
  chmodSync(folder, 0o700);
});
