import { z } from 'zod';
import type { PhoneLook } from '#bot/rehearsal/channel.ts';
import { readSetting, writeSetting } from '#storage/queries/settings.ts';
import type { Store } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';

const setting = 'rehearsal-looks';
const stored = z.record(z.string(), z.enum(['telegram', 'zalo']));

/** As which platform each phone of the rehearsal room behaves; kept in the database. */
export interface PhoneLooks {
  /** Telegram unless it was set otherwise. */
  lookOf(chatId: string): Promise<PhoneLook>;
  setLook(chatId: string, look: PhoneLook): Promise<void>;
}

export async function openPhoneLooks(store: Store): Promise<PhoneLooks> {
  let looks = stored.parse((await readSetting(store.db, setting)) ?? {});
  return {
    lookOf: async (chatId) => looks[chatId] ?? 'telegram',
    async setLook(chatId, look) {
      const next = { ...looks, [chatId]: look };
      await inTransaction(store, (tx) => writeSetting(tx, setting, next));
      looks = next;
    },
  };
}
