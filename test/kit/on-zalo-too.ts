import type { Story } from '#test/kit/province.ts';
import { type SecondChannel, secondChannel } from '#test/kit/second-channel.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

/** The officer links Zalo beside the chat that they have; both have been read to the end. */
export async function onZaloToo(
  story: Story,
  officer: StoryOfficer,
): Promise<{ zalo: SecondChannel; there: StoryOfficer }> {
  const zalo = await secondChannel(story, 'zalo');
  const there = zalo.phoneOf(officer.name);
  await officer.types('liên kết zalo');
  const { text } = await officer.receives('Mã liên kết');
  await there.types(/[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(text)?.[0] ?? '');
  await there.receives(officer.name);
  await officer.receives('Zalo vừa được liên kết');
  return { zalo, there };
}
