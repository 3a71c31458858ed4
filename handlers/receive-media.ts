import type { MediaContent } from '#domain/channel.ts';
import { findSecrecyMarking } from '#domain/secrecy.ts';
import { countAttachments } from '#storage/queries/attachments.ts';
import { askAboutPhoto, isAboutIncident, takeMedia } from '#handlers/incident/media.ts';
import { refuseSecret } from '#handlers/incident/secret.ts';
import { keepAttachment } from '#handlers/keep-attachment.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** An album comes as one update for each picture: it is answered once. */
const togetherMs = 30_000;

/**
 * A picture or a voice message from an officer: it is kept, and belongs to the incident that they are reporting or working
 * on. What stands under it was typed like anything else, and goes to whatever waits for a text; `routeCaption` is to do
 * `unasked` where nothing does.
 */
export async function receiveMedia(
  turn: OfficerTurn,
  content: MediaContent,
  routeCaption: (caption: string, unasked: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const { tx, officer, now, say } = turn;
  const { what, source, caption } = content;
  // Of a secret matter the picture is not kept either.
  if (caption && findSecrecyMarking(caption)) return refuseSecret(turn, caption);
  const since = new Date(now.getTime() - togetherMs);
  const isFirst = (await countAttachments(tx, { officerId: officer.id, since })) === 0;
  const id = await keepAttachment(turn, content);
  const unasked = async () => {
    // A picture may show what nobody has the time to write.
    if (what === 'photo') return askAboutPhoto(turn, caption);
    await turn.reply({ text: say('media-received-voice') });
  };
  if (caption) {
    if (await isAboutIncident(turn)) await takeMedia(turn, what, id);
    return routeCaption(caption, unasked);
  }
  if (await takeMedia(turn, what, id)) return;
  if (isFirst && source) await unasked();
}
