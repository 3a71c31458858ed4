import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, type Measured } from '#test/bench/child.ts';
import { figure, type Figure } from '#test/bench/figure.ts';
import { openPhone } from '#test/bench/room-phone.ts';

const product = new URL('../../app/main.ts', import.meta.url);
const bare = new URL('./bare-pglite.ts', import.meta.url);

/** A new folder is filled with the demo units before anybody is answered. */
const demoAndProgramMs = 3_000;
const programMs = 2_000;
const programMb = 200;

/** From the start of the program to its first answer in the rehearsal room, and what it holds after a while; beside bare PGlite. */
export async function startAndMemory(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'nhac-han-bench-'));
  try {
    const floor = { fresh: await bareStart(folder), again: await bareStart(folder) };
    const ours = { fresh: await productStart(folder), again: await productStart(folder) };
    return [
      figure({
        name: 'First start to first answer, demo units filled in (beside: bare PGlite, new folder)',
        ...{
          value: ours.fresh.ms,
          unit: 'ms',
          beside: floor.fresh.ms,
          reach: floor.fresh.ms + demoAndProgramMs,
        },
      }),
      figure({
        name: 'Next start to first answer (beside: bare PGlite, same folder)',
        ...{ value: ours.again.ms, unit: 'ms', beside: floor.again.ms, reach: floor.again.ms + programMs },
      }),
      figure({
        name: 'Memory after 60 answers (beside: bare PGlite)',
        ...{ value: ours.again.mb, unit: 'MB', beside: floor.again.mb, reach: floor.again.mb + programMb },
      }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Started {
  ms: number;
  mb: number;
}

async function bareStart(folder: string): Promise<Started> {
  return measured(run(bare, [join(folder, 'bare')], {}, folder), async (child) => {
    const { ms } = await child.prints(/open/);
    return { ms, mb: child.memoryMb() };
  });
}

async function productStart(folder: string): Promise<Started> {
  const env = { PORT: '0', SANDBOX: '1', LOG_LEVEL: 'warn', DATA_DIR: join(folder, 'data') };
  return measured(run(product, [], env, folder), async (child) => {
    const { found: url } = await child.prints(/http:\/\/127\.0\.0\.1:\d+(?=\s)/);
    const phone = await openPhone(url);
    await phone.asks('/trogiup');
    const ms = child.elapsedMs();
    for (let round = 0; round < 20; round += 1) {
      for (const text of ['/baocao', '/lich', '/trogiup']) await phone.asks(text);
    }
    phone.close();
    return { ms, mb: child.memoryMb() };
  });
}

async function measured(child: Measured, work: (child: Measured) => Promise<Started>): Promise<Started> {
  try {
    return await work(child);
  } finally {
    await child.kill();
  }
}
