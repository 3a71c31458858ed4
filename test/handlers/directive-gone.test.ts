import { beforeEach, describe, expect, test } from 'vitest';
import type { Catalogue } from '#domain/catalogue.ts';
import { textIn } from '#locales/text.ts';
import { typesAll } from '#test/kit/answering.ts';
import { createEngine } from '#test/kit/engine.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { arrives } from '#test/kit/raw-updates.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

const say = textIn('vi');
const month = 'tháng 12/2026';
const year = 'năm 2026';

let story: Story;

/** Monday 7/12: everybody was reminded of month, quarter and year; An has begun all three. */
beforeEach(async () => {
  story = await aProvince();
  story.clock.set('2026-12-07T08:30:00+07:00');
  await story.engine.plan();
  await typesAll(story.an, ['/baocao']);
  await story.an.taps(say('button-fill'));
  await story.an.screen();
});

/** The product is started again with other files or settings; what is typed then, and what comes of it. */
function startedAgain(catalogue: Catalogue) {
  const engine = createEngine({ ...story, catalogue });
  return async (officer: StoryOfficer, text: string): Promise<string> => {
    const seen = story.phones.screenOf(officer.chatId).length;
    await arrives({ engine, newId: story.newId }, officer, { kind: 'text', text });
    await engine.deliverAll(story.phones.channel);
    return story.phones
      .screenOf(officer.chatId)
      .slice(seen)
      .map((shown) => shown.text)
      .join('\n');
  };
}

function withoutTheYear(catalogue: Catalogue): Catalogue {
  return { ...catalogue, on: new Set(['thai-nguyen-1880-2024']) };
}

function withoutItsDuty(catalogue: Catalogue): Catalogue {
  const directives = catalogue.directives.map((directive) => ({
    ...directive,
    duties: directive.duties.filter(({ id }) => id !== 'annual-agency'),
  }));
  return { ...catalogue, directives };
}

function withoutItsForm(catalogue: Catalogue): Catalogue {
  const directives = catalogue.directives.map((directive) => ({
    ...directive,
    forms: directive.forms.map((form) => ({ ...form, version: form.version + 1 })),
  }));
  return { ...catalogue, directives };
}

describe.each([
  { what: 'a directive that is switched off', changed: withoutTheYear },
  { what: 'a duty that is no longer in the files', changed: withoutItsDuty },
])('what $what asked for', ({ changed }) => {
  test('is not owed by anybody any more', async () => {
    const type = startedAgain(changed(story.catalogue));
    const owed = await type(story.an, '/baocao');
    expect(owed).toContain(month);
    expect(owed).not.toContain(year);
  });

  test('is not missing from anybody', async () => {
    const type = startedAgain(changed(story.catalogue));
    const missing = await type(story.chi, 'ai chưa báo cáo?');
    expect(missing).toContain(month);
    expect(missing).not.toContain(year);
    expect(await type(story.chi, 'ai chưa báo cáo năm 2026')).not.toContain('Sở Tài chính');
  });

  test('is left out of the reminders that are in line', async () => {
    await story.dung.screen();
    story.clock.set('2026-12-10T08:30:00+07:00');
    await story.engine.plan();
    const said = await startedAgain(changed(story.catalogue))(story.dung, '/trogiup');
    expect(said).toContain(month);
    expect(said).not.toContain(year);
  });
});

test.each([
  { what: 'its directive is switched off', changed: withoutTheYear },
  { what: 'its duty is no longer in the files', changed: withoutItsDuty },
  { what: 'its form has another version', changed: withoutItsForm },
])('a conversation about a report whose $what locks nobody out', async ({ changed }) => {
  const type = startedAgain(changed(story.catalogue));
  expect(await type(story.an, '5')).not.toBe('');
  expect(await type(story.an, '/baocao tháng 12')).toContain(month);
  expect(await type(story.an, '0')).toContain(say('question-number', { number: 2, total: 6 }));
  expect(story.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
});
