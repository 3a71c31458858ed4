import process from 'node:process';
import type { Channel } from '#domain/channel.ts';
import type { Store, Tx } from '#storage/store.ts';

/** The arrows of an update's way at which a process can be killed. */
export type Arrow =
  | 'before the commit'
  | 'before the acknowledgement'
  | 'before the send'
  | 'before the send is recorded';

/** SIGKILL: nothing of this process runs any more. */
export function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
}

/** A store whose writing transactions have done all they do, and are never committed. */
export function dyingBeforeCommit(store: Store): Store {
  const transaction = () => ({
    execute: (work: (tx: Tx) => Promise<unknown>) =>
      store.db.transaction().execute(async (tx) => {
        await work(tx);
        await die();
      }),
  });
  const db = new Proxy(store.db, {
    get: (target, key) => (key === 'transaction' ? transaction : Reflect.get(target, key)),
  });
  return { ...store, db };
}

export function dyingAround(channel: Channel, arrow: Arrow | undefined): Channel {
  return {
    ...channel,
    async send(chatId, message) {
      if (arrow === 'before the send') await die();
      const result = await channel.send(chatId, message);
      if (arrow === 'before the send is recorded') await die();
      return result;
    },
  };
}
