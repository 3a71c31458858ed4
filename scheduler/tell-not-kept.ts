import type { BotId, MediaKind } from '#domain/channel.ts';
import type { Catalogue } from '#domain/catalogue.ts';
import type { Clock, NewId } from '#domain/clock.ts';
import { type Instant, timeOf } from '#domain/time.ts';
import { textIn } from '#locales/text.ts';
import { putInLine } from '#storage/queries/messages.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import type { Tx } from '#storage/store.ts';

export interface TellDeps {
  /** The product's clock. */
  clock: Clock;
  newId: NewId;
  catalogue: Pick<Catalogue, 'zone'>;
}

interface NotKept {
  id: string;
  officerId: string;
  bot: BotId;
  chatId: string;
  kind: MediaKind;
  createdAt: Instant;
  reason: string;
}

/** Tells the person, in the chat that they sent it in and once, that a picture or a voice message could not be taken. */
export async function tellNotKept(
  { clock, newId, catalogue }: TellDeps,
  tx: Tx,
  { id, officerId, bot, chatId, kind, createdAt, reason }: NotKept,
): Promise<void> {
  const officer = await findOfficer(tx, officerId);
  if (!officer) return;
  const time = timeOf(createdAt, catalogue.zone);
  const text = textIn(officer.language)(`media-${saidOf(reason)}-${kind}`, { time });
  await putInLine(tx, [
    {
      ...{ id: newId(), key: `attachment-not-kept:${id}`, bot, chatId, officerId, kind: 'chat-notice' },
      ...{ priority: 'reply', content: { kind: 'text', text, language: officer.language } },
      createdAt: clock.now(),
    },
  ]);
}

/** What helps them to send it again; all else is "it could not be had". */
function saidOf(reason: string): 'too-large' | 'other-content' | 'gone' {
  return reason === 'too-large' || reason === 'other-content' ? reason : 'gone';
}
