import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export interface Child {
  /** Resolves with the signal, or the code, that it ended with. */
  ended: Promise<NodeJS.Signals | number | null>;
  kill(): Promise<void>;
  /** Resolves once it has printed this; rejects with all that it printed when it ends without. */
  prints(text: string): Promise<void>;
  printed(): string;
}

/** Runs a script in a process of its own, which is gone when the test is over. */
export function startChild(script: URL, argument: unknown): Child {
  const child = spawn(process.execPath, [fileURLToPath(script), JSON.stringify(argument)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const note = (chunk: Buffer) => {
    printed += chunk.toString();
  };
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  const ended = once(child, 'close').then(([code, signal]) => signal ?? code);
  const kill = () => killed(child);
  onTestFinished(kill);
  return {
    ended,
    kill,
    printed: () => printed,
    prints: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (printed.includes(text)) resolve();
        };
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        child.once('close', () => reject(new Error(`It ended without “${text}”:\n${printed}`)));
        look();
      }),
  };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}
