import { incomingFromPhone } from '#bot/rehearsal/incoming.ts';
import type { Story } from '#test/kit/province.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

/** The same person on a phone that shows no buttons, as on Zalo: everything is typed, once what has come has been read. */
export function withoutButtons(story: Story, officer: StoryOfficer): StoryOfficer {
  return {
    ...officer,
    async types(text) {
      await story.delivered();
      const typed = incomingFromPhone(officer.chatId, story.newId(), { kind: 'typed', text });
      await story.engine.receive({ ...typed, withoutButtons: true });
    },
    taps: () => Promise.reject(new Error(`${officer.name} sees no buttons.`)),
  };
}
