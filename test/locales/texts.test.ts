import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { messagesOf } from '#locales/ftl-messages.ts';
import { type Language, textIn } from '#locales/text.ts';
import { keysSource } from '#locales/write-keys.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ftl = (language: Language) => readFileSync(`${root}/locales/${language}.ftl`, 'utf8');
const vi = messagesOf(ftl('vi'));
const en = messagesOf(ftl('en'));

/** Keys that the code puts together: these beginnings, and whatever follows. */
const assembled = [
  'unit-kind-',
  'why-role-',
  'cli-escalation-at-',
  'cli-escalation-night-',
  'cli-form-answer-',
  'cli-form-carries-',
  'cli-form-clause-',
  'cli-form-scope-',
  'cli-form-when-',
  'clock-way-',
  'command-',
  'doctor-',
  'filing-expected-',
  'incident-closing-',
  'incident-closing-label-',
  'incident-event-',
  'incident-noted-',
  'incident-severity-',
  'incident-status-',
  'link-state-',
  'media-',
  'paper-expected-',
  'position-',
  'quota-level-',
  'quota-told-',
  'report-of-',
  'room-due-',
  'room-error-',
  'room-from-',
  'room-look-',
  'room-position-',
  'room-suggest-',
  'room-tab-',
  'room-weekday-',
];

describe('the two languages', () => {
  test('have the same texts', () => {
    expect(en.map(({ key }) => key).sort()).toEqual(vi.map(({ key }) => key).sort());
  });

  test('name each text once', () => {
    for (const messages of [vi, en]) {
      const keys = messages.map(({ key }) => key);
      expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    }
  });

  test('take the same values in each text', () => {
    const names = (messages: typeof vi) => Object.fromEntries(messages.map((one) => [one.key, one.names]));
    expect(names(en)).toEqual(names(vi));
  });
});

describe.each([
  { language: 'vi' as const, messages: vi },
  { language: 'en' as const, messages: en },
])('in $language', ({ language, messages }) => {
  const say = textIn(language) as (key: string, values: Record<string, string | number>) => string;

  test('every text can be formed with words, and shows them', () => {
    for (const { key, names } of messages) {
      const text = say(key, Object.fromEntries(names.map((name) => [name, `«${name}»`])));
      expect(text.trim(), key).not.toBe('');
      expect(text, key).not.toMatch(/[{}]/);
      const shown = names.filter((name) => text.includes(`«${name}»`));
      // A value may choose between texts instead of standing in one.
      expect(names.length - shown.length, key).toBeLessThanOrEqual(1);
    }
  });

  test('every text can be formed with numbers, which stand as digits alone', () => {
    for (const { key, names } of messages) {
      const text = say(key, Object.fromEntries(names.map((name) => [name, 2026])));
      if (names.length > 0) expect(text, key).toMatch(/2026|December/);
    }
  });
});

test('what people read in a chat speaks of no buttons, since Zalo has none', () => {
  const inChats = (messages: typeof vi) =>
    messages.filter(({ key }) => !/^(room|paper-page|cli|config|doctor|start|started)-/.test(key));
  const texts = (language: Language, messages: typeof vi) => {
    const say = textIn(language) as (key: string, values: Record<string, string>) => string;
    return inChats(messages).map(({ key, names }) =>
      say(key, Object.fromEntries(names.map((name) => [name, '']))),
    );
  };
  expect(texts('vi', vi).filter((text) => /(?<!\p{L})(bấm|nhấn|ấn|nút)(?!\p{L})/iu.test(text))).toEqual([]);
  expect(texts('en', en).filter((text) => /\b(button|press|tap|click)(s|ed)?\b/i.test(text))).toEqual([]);
});

test('a text that is missing, or a value, is a mistake that shows', () => {
  const say = textIn('vi') as (key: string, values?: Record<string, string>) => string;
  expect(() => say('no-such-text')).toThrow('There is no text "no-such-text" in vi.ftl.');
  expect(() => say('owed-title')).toThrow('The text "owed-title" in vi.ftl cannot be formed.');
});

test('every text is used', () => {
  const sources = globSync('{app,bot,handlers,locales,scheduler,web}/**/*.{ts,js,html}', { cwd: root })
    .filter((file) => file !== 'locales/keys.ts')
    .map((file) => readFileSync(`${root}/${file}`, 'utf8'))
    .join('\n');
  const quoted = new Set([...sources.matchAll(/['"`%]([a-z][a-z0-9-]*)['"`%]/g)].map((match) => match[1]));
  const unused = vi
    .map(({ key }) => key)
    .filter((key) => !quoted.has(key) && !assembled.some((beginning) => key.startsWith(beginning)));
  expect(unused).toEqual([]);
  for (const beginning of assembled) expect(sources, beginning).toContain(`${beginning}$`);
});

test('keys.ts is what `npm run locales` writes', () => {
  expect(readFileSync(`${root}/locales/keys.ts`, 'utf8')).toBe(keysSource(ftl('vi')));
});
