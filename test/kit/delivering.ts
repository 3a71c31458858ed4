import { onTestFinished } from 'vitest';
import type { Channel } from '#domain/channel.ts';
import { deliver } from '#scheduler/deliver.ts';
import type { MessageStatus } from '#storage/message-tables.ts';
import { rowOf, wake } from '#test/kit/in-line.ts';
import type { Story } from '#test/kit/province.ts';

export interface Delivering {
  /** Resolves with the row once it has come to this; looks each time that the deliverer has nothing to do. */
  becomes(id: string, status: MessageStatus, attempts?: number): Promise<Awaited<ReturnType<typeof rowOf>>>;
  /** Lets the deliverer look at the line as it is now; resolves when it has found nothing more to do. */
  looks(): Promise<void>;
  stops(): Promise<void>;
}

/** One deliverer that runs until the test is over, as it does in life. */
export function startDelivering(
  { engine, store }: Pick<Story, 'engine' | 'store'>,
  channel: Channel,
): Delivering {
  const stop = new AbortController();
  let idle = Promise.withResolvers<void>();
  const ended = deliver({ ...engine.deliverDeps(channel), onIdle: isIdle }, stop.signal);
  onTestFinished(stops);

  function isIdle(): void {
    idle.resolve();
    idle = Promise.withResolvers();
  }

  async function stops(): Promise<void> {
    stop.abort();
    await ended;
  }

  return {
    async becomes(id, status, attempts) {
      for (;;) {
        const next = idle.promise;
        const row = await rowOf(store, id);
        if (row.status === status && row.attempts === (attempts ?? row.attempts)) return row;
        await next;
      }
    },
    async looks() {
      // The first may have begun to look before this was called; the second has not.
      for (let time = 0; time < 2; time += 1) {
        const next = idle.promise;
        await wake(store, channel.bot);
        await next;
      }
    },
    stops,
  };
}
