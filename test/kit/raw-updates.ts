import { rehearsalBot } from '#bot/rehearsal/channel.ts';
import type { IncomingContent, IncomingMessage } from '#domain/channel.ts';
import type { Story } from '#test/kit/province.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

/** An update as a platform hands it over, with an id of its own unless one is given; resolves after its commit. */
export async function arrives(
  { engine, newId }: Pick<Story, 'engine' | 'newId'>,
  { chatId }: Pick<StoryOfficer, 'chatId'>,
  content: IncomingContent,
  as: Partial<Omit<IncomingMessage, 'chatId' | 'content'>> = {},
): Promise<void> {
  const update = { bot: rehearsalBot, channel: 'rehearsal', updateId: newId(), chatKind: 'private' } as const;
  await engine.receive({ ...update, ...as, chatId, content });
}

/** A tap whose data somebody made up, or kept from a message that is gone. */
export function tapsData(story: Story, officer: StoryOfficer, data: string): Promise<void> {
  return arrives(story, officer, { kind: 'tap', data });
}

/** The data of the newest button with this label, as it stands on the phone now. */
export async function dataOf(story: Story, officer: StoryOfficer, label: string): Promise<string> {
  await story.delivered();
  const buttons = story.phones.screenOf(officer.chatId).flatMap((shown) => shown.buttons);
  const button = buttons.findLast((candidate) => candidate.label === label);
  if (!button) throw new Error(`${officer.name} sees no button “${label}”.`);
  return button.data;
}
