import { readFileSync } from 'node:fs';
import { FluentBundle, FluentNumber, FluentResource } from '@fluent/bundle';
import { messagesOf } from '#locales/ftl-messages.ts';
import type { Texts } from '#locales/keys.ts';

export type Language = 'vi' | 'en';
type TextKey = keyof Texts;
type TextValue = string | number;

/** The words of one language: `say('reminder-hello', { name })`. Keys and their values are checked by the compiler. */
export type Say = <K extends TextKey>(key: K, ...values: ValuesOf<K>) => string;

type ValuesOf<K extends TextKey> = keyof Texts[K] extends never ? [] : [Texts[K]];

/** Throws when a key is missing or a value does not fit: a mistake in our files, never something a person did. */
export function textIn(language: Language): Say {
  return says[language];
}

/** Every text of one language that takes no values and whose key begins so: what a page is given at its start. */
export function plainTexts(language: Language, prefix: string): Record<string, string> {
  const keys = messagesOf(sourceOf(language)).filter(
    ({ key, names }) => key.startsWith(prefix) && names.length === 0,
  );
  return Object.fromEntries(keys.map(({ key }) => [key, format(language, key, {})]));
}

function format(language: Language, key: string, values: Record<string, TextValue>): string {
  const bundle = bundles[language];
  const pattern = bundle.getMessage(key)?.value;
  if (!pattern) throw new Error(`There is no text "${key}" in ${language}.ftl.`);
  const errors: Error[] = [];
  const text = bundle.formatPattern(pattern, plainNumbers(values), errors);
  if (errors.length > 0)
    throw new Error(`The text "${key}" in ${language}.ftl cannot be formed.`, { cause: errors[0] });
  return text;
}

/** Years, document numbers and counts are printed as digits alone: "2026", not "2.026". */
function plainNumbers(values: Record<string, TextValue>): Record<string, string | FluentNumber> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? new FluentNumber(value, { useGrouping: false }) : value,
    ]),
  );
}

function bundleOf(language: Language): FluentBundle {
  const bundle = new FluentBundle(language, { useIsolating: false });
  const errors = bundle.addResource(new FluentResource(sourceOf(language)));
  if (errors.length > 0) throw new Error(`${language}.ftl cannot be read.`, { cause: errors[0] });
  return bundle;
}

function sourceOf(language: Language): string {
  return readFileSync(new URL(`./${language}.ftl`, import.meta.url), 'utf8');
}

const bundles: Record<Language, FluentBundle> = { vi: bundleOf('vi'), en: bundleOf('en') };
const says: Record<Language, Say> = {
  vi: (key, ...values) => format('vi', key, values[0] ?? {}),
  en: (key, ...values) => format('en', key, values[0] ?? {}),
};
