import { choiceKeys } from '#domain/choice-keys.ts';
import type { OutgoingMessage } from '#domain/channel.ts';
import { textIn } from '#locales/text.ts';
import { splitText } from '#domain/split-text.ts';

/** Longest text of one message, in UTF-16 units. */
export const ZALO_TEXT_LENGTH = 2000;

/**
 * A message as the plain texts that Zalo takes, in the order of sending: the choices are lines under numbers, or under
 * letters where the question takes numbers, and a last line says how to answer. Braces become parentheses, since
 * `{red}` is markup and a stray brace can make a send fail.
 */
export function renderForZalo({
  text,
  choices = [],
  takesNumbers = false,
  language = 'vi',
}: OutgoingMessage): string[] {
  const say = textIn(language);
  const lines = choiceKeys(choices, { takesNumbers }).map(
    ({ key, choice }) => `${key}. ${oneLine(choice.label)}`,
  );
  if (lines.length > 0) lines.push(say(takesNumbers ? 'zalo-answer-by-letter' : 'zalo-answer-by-number'));
  return splitText(harmless(text), harmless(lines.join('\n')), ZALO_TEXT_LENGTH);
}

function oneLine(label: string): string {
  return label.replace(/\s+/g, ' ').trim();
}

function harmless(text: string): string {
  return text.trim().normalize('NFC').toWellFormed().replaceAll('{', '(').replaceAll('}', ')');
}
