import { expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { aProvince } from '#test/kit/province.ts';

const say = textIn('vi');

test.each(['report', 'filing', 'of a later version'])(
  'a stored conversation (%s) that cannot be read does not lock its person out; the answers are in the draft',
  async (kind) => {
    const story = await aProvince();
    await story.at('2026-12-07T08:30:00+07:00');
    const { an, store, log } = story;
    await an.taps(say('button-fill'));
    await an.receives('1/');
    await an.types('6');
    await an.receives('2/');
    await store.db
      .updateTable('dialogues')
      .set({ kind, state: JSON.stringify({ version: 99 }) as never })
      .execute();

    await an.types('/trogiup');
    await an.receives('/baocao');
    await an.types('/baocao');
    await an.receives('tháng 12/2026');
    await an.taps(say('button-fill'));
    await an.receives('2/');
    expect(log.lines.map(({ message }) => message)).toEqual([
      'a conversation that cannot be gone on with was ended',
    ]);
  },
);
