import type { BotId } from '#domain/channel.ts';
import type { NewId } from '#domain/clock.ts';
import type { Instant } from '#domain/time.ts';
import type { Language } from '#locales/text.ts';
import { openChatsOf } from '#storage/queries/identities.ts';
import { knownKeys, type Priority, putInLine } from '#storage/queries/messages.ts';
import { administrators } from '#storage/queries/officers.ts';
import type { Tx } from '#storage/store.ts';

export interface AdministratorNotice {
  /** Each administrator gets it once. */
  key: string;
  /** Bots that can hardly send it: another chat is taken, and whoever has none is left out. */
  avoid: ReadonlySet<BotId>;
  /** Default: `reply`. */
  priority?: Priority;
  text(language: Language): string;
}

/** Puts a notice to each administrator in line, in their language. Returns how many have not had it before. */
export async function tellAdministrators(
  tx: Tx,
  { newId, now }: { newId: NewId; now: Instant },
  { key: notice, avoid, priority = 'reply', text }: AdministratorNotice,
): Promise<number> {
  const people = (await administrators(tx)).map((officer) => ({
    ...officer,
    key: `${notice}:${officer.id}`,
  }));
  const told = await knownKeys(
    tx,
    people.map(({ key }) => key),
  );
  let count = 0;
  for (const { id: officerId, language, key } of people.filter((person) => !told.has(person.key))) {
    const chat = (await openChatsOf(tx, officerId)).find(({ bot }) => !avoid.has(bot));
    if (!chat) continue;
    count += 1;
    await putInLine(tx, [
      {
        ...{ id: newId(), key, bot: chat.bot, chatId: chat.chatId, officerId, kind: 'notice' },
        ...{ priority, content: { kind: 'text', text: text(language), language }, createdAt: now },
      },
    ]);
  }
  return count;
}
