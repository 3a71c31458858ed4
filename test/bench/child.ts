import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** A program that is measured from outside. */
export interface Measured {
  /** Resolves with the first thing printed that looks like this, and how long that took from its start, ms. */
  prints(pattern: RegExp): Promise<{ found: string; ms: number }>;
  /** Since its start. */
  elapsedMs(): number;
  /** What it holds of the machine's memory now, MB. */
  memoryMb(): number;
  kill(): Promise<void>;
}

export function run(script: URL, args: string[], env: Record<string, string>, cwd: string): Measured {
  const start = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(script), ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const elapsedMs = () => performance.now() - start;
  return {
    elapsedMs,
    prints: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (chunk: Buffer) => {
          printed += chunk.toString();
          const found = pattern.exec(printed)?.[0];
          if (found) resolve({ found, ms: elapsedMs() });
        };
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        child.once('close', () => reject(new Error(`It ended without ${pattern}:\n${printed}`)));
      }),
    memoryMb: () => residentKb(child) / 1024,
    kill: () => killed(child),
  };
}

function residentKb({ pid }: ChildProcess): number {
  if (process.platform === 'linux') {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  }
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}
