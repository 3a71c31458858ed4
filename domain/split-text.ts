/** The longest text of one message, in UTF-16 units: Telegram takes 4,096; the rest is room for what a channel adds. */
export const longestMessage = 3_900;

/**
 * A text in parts of at most `limit` UTF-16 units, "(1/2)" above each when there are several. It is cut between paragraphs
 * where that leaves no scrap, else between lines, sentences, words; never inside a character. `ending` follows the text
 * after an empty line and stays in one piece if it fits, with the paragraph before it where both do.
 */
export function splitText(text: string, ending: string, limit: number): string[] {
  const whole = joined(text, ending);
  if (whole.length <= limit) return [whole];
  const capacity = limit - MARK_LENGTH;
  const parts = withEnding(piecesOf(text, capacity), ending, capacity);
  return parts.map((part, at) => `(${at + 1}/${parts.length})\n${part}`);
}

/** "(99/99)" and a line break. */
const MARK_LENGTH = 8;

function joined(text: string, ending: string): string {
  return [text, ending].filter((part) => part !== '').join('\n\n');
}

function withEnding(parts: string[], ending: string, capacity: number): string[] {
  const last = parts.at(-1) ?? '';
  if (ending === '') return parts;
  const before = parts.slice(0, -1);
  if (joined(last, ending).length <= capacity) return [...before, joined(last, ending)];
  // What is asked stands in the last paragraph: it goes along with what can be answered.
  const paragraph = last.lastIndexOf('\n\n');
  const [head, tail] = [last.slice(0, paragraph).trimEnd(), last.slice(paragraph).trimStart()];
  if (paragraph > 0 && joined(tail, ending).length <= capacity)
    return [...before, head, joined(tail, ending)];
  if (ending.length <= capacity) return [...parts, ending];
  return [...before, ...piecesOf(joined(last, ending), capacity)];
}

/** The text cut as `splitText` cuts it, with nothing added. */
export function piecesOf(text: string, capacity: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > capacity) {
    const cut = cutIn(rest, capacity);
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return rest === '' ? parts : [...parts, rest];
}

/** Where to cut, at most `capacity`; every seam ends with white space, which may lie just behind. */
function cutIn(text: string, capacity: number): number {
  const window = text.slice(0, capacity + 1);
  const scrap = capacity / 3;
  for (const seam of seams) {
    const at = Math.max(
      ...[...window.matchAll(seam)].map(({ index, 0: match }) => index + match.length - 1),
      0,
    );
    if (at > scrap) return at;
  }
  const boundary = characters.segment(text).containing(capacity)?.index ?? capacity;
  return boundary > 0 ? boundary : capacity;
}

const seams = [/\n[^\S\n]*\n/g, /\n/g, /[.!?…;:]["”»)]*\s/g, /\s/g];
const characters = new Intl.Segmenter('vi', { granularity: 'grapheme' });
