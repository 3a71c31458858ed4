import type { MediaContent } from '#domain/channel.ts';
import { countAttachments } from '#storage/queries/attachments.ts';
import { keepAttachment } from '#handlers/keep-attachment.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** An album comes as one update for each picture: it is answered once. */
const togetherMs = 30_000;

/**
 * A picture or a voice message from an officer: it is kept. What stands under it was typed like anything else, and goes to
 * whatever waits for a text; `routeCaption` is to say `unasked` where nothing does.
 */
export async function receiveMedia(
  turn: OfficerTurn,
  content: MediaContent,
  routeCaption: (caption: string, unasked: string) => Promise<void>,
): Promise<void> {
  const { tx, officer, now, say } = turn;
  const since = new Date(now.getTime() - togetherMs);
  const isFirst = (await countAttachments(tx, { officerId: officer.id, since })) === 0;
  await keepAttachment(turn, content);
  const received = say(`media-received-${content.what}`);
  if (content.caption) return routeCaption(content.caption, received);
  if (isFirst && content.source) await turn.reply({ text: received });
}
