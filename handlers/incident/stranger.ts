import { recognise } from '#domain/command.ts';
import type { IncomingContent } from '#domain/channel.ts';
import { recogniseIncident } from '#domain/incident/recognise.ts';
import { answerStranger } from '#handlers/answer-stranger.ts';
import { publicContacts } from '#handlers/incident/call-words.ts';
import type { Turn } from '#handlers/turn.ts';

/** Whether what was written may be about an incident; asked where nobody can be asked back. */
export function speaksOfIncident(content: IncomingContent): boolean {
  const text =
    content.kind === 'text' ? content.text : content.kind === 'media' ? content.caption : undefined;
  if (text === undefined) return false;
  if (recognise(text, { inDialogue: true })?.kind === 'incident') return true;
  return recogniseIncident(text).kind !== 'none';
}

/** Somebody whom the product does not know: the public numbers, and nothing else. Nothing of it is kept. */
export async function tellStranger(turn: Turn): Promise<void> {
  await answerStranger(turn, await publicContacts(turn.tx, turn.say));
}

/** In a group nothing is taken: everybody there could read it. */
export async function tellGroup(turn: Turn): Promise<void> {
  const { tx, say } = turn;
  const text = [say('incident-in-group'), await publicContacts(tx, say)].join('\n\n');
  await answerStranger(turn, text);
}
