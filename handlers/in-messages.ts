/** Telegram takes 4,096 UTF-16 code units; the rest is room for what a channel adds. */
const longest = 3900;

/** Paragraphs as few messages, none longer than a platform takes, and none broken off in the middle of a paragraph. */
export function inMessages(paragraphs: string[]): string[] {
  const messages: string[] = [];
  for (const paragraph of paragraphs) {
    const last = messages.at(-1);
    const together = last === undefined ? paragraph : `${last}\n\n${paragraph}`;
    if (last !== undefined && together.length <= longest) messages[messages.length - 1] = together;
    else messages.push(paragraph);
  }
  return messages;
}
