import type { MediaContent } from '#domain/channel.ts';
import { timeOf } from '#domain/time.ts';
import { countAttachments, putAttachment } from '#storage/queries/attachments.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** More than anybody sends of an incident; without an end somebody could fill the disk. */
const mostADay = 100;

const dayMs = 24 * 60 * 60_000;

/**
 * Notes, in the update's transaction, a picture or a voice message that is to be kept; `scheduler/fetch-attachments.ts`
 * downloads it right after the commit and tells the person should that come to nothing. What is plain already (the
 * platform does not say where it is, or they sent too many) is said here. Returns the row's id.
 */
export async function keepAttachment(turn: OfficerTurn, content: MediaContent): Promise<string> {
  const { tx, deps, message, officer, now, say } = turn;
  const { what: kind, source } = content;
  const id = deps.newId();
  const since = new Date(now.getTime() - dayMs);
  const tooMany = (await countAttachments(tx, { officerId: officer.id, since })) >= mostADay;
  const refused = tooMany ? 'too-many' : source ? undefined : 'no-source';
  await putAttachment(tx, {
    ...{ id, officerId: officer.id, bot: message.bot, chatId: message.chatId },
    ...{ kind, source, createdAt: now, refused },
  });
  if (refused === 'too-many') await turn.reply({ text: say('media-too-many') });
  if (refused === 'no-source') {
    await turn.reply({ text: say(`media-gone-${kind}`, { time: timeOf(now, deps.catalogue.zone) }) });
  }
  return id;
}
