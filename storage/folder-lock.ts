import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

/** Another process has the folder open. */
export class FolderInUseError extends Error {
  readonly folder: string;

  constructor(folder: string) {
    super(
      `The data folder ${folder} is already open in another process. Stop that one first, or set another DATA_DIR.`,
    );
    this.name = 'FolderInUseError';
    this.folder = folder;
  }
}

/**
 * Takes a data folder for this process alone. Two PGlite instances open one folder without an error and lose rows,
 * so the lock comes first; it is a listening socket, which the operating system frees however the process dies.
 * Returns the release. Throws FolderInUseError.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const real = await realpath(folder);
  const address = lockAddress(real);
  const server = (await listen(address)) ?? (await takeOverDeadSocket(address));
  if (!server) throw new FolderInUseError(real);
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}

function lockAddress(real: string): string {
  // Socket names are short (107 bytes on Linux), paths are not.
  const name = `nhac-han-${createHash('sha256').update(real).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(real, 'lock.sock');
}

function listen(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(new Error('The data folder could not be locked.', { cause: error }));
    });
    server.listen(address, () => resolve(server));
  });
}

/** Only a socket that is a file outlives its process (neither Linux's abstract ones nor Windows' pipes do). */
async function takeOverDeadSocket(address: string): Promise<Server | undefined> {
  if (process.platform === 'linux' || process.platform === 'win32') return undefined;
  if (await answers(address)) return undefined;
  await rm(address, { force: true });
  return listen(address);
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
