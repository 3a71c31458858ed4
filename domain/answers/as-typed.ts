import { courtesies } from '#domain/answers/lexicon.ts';
import { fold, tidy } from '#domain/vietnamese.ts';

/**
 * A typed answer as every reader but that of texts looks at it: lower case, NFC, single spaces, plain figures ("１２", "②",
 * "2️⃣"), drawled vowels once, without what only makes it kinder ("👍", ":)", "em cảm ơn", "chào anh"). Signs alone stay.
 */
export function asTyped(text: string): string {
  const plain = undrawn(tidy(plainFigures(text)));
  const bare = withoutAddress(tidy(withoutKindness(plain)));
  return /[\p{L}\p{N}]/u.test(bare) ? bare : plain;
}

/** "Có thể 12", "có thì phải": who says so does not know. */
export function isSupposed(text: string): boolean {
  return /(?<!\p{L})(?:có thể|co the|có lẽ|co le|hình như|hinh nhu|thì phải|thi phai)(?!\p{L})/u.test(
    tidy(text),
  );
}

function plainFigures(text: string): string {
  return text.replace(keycapParts, '').replace(wideOrCircled, (sign) => sign.normalize('NFKC'));
}

function withoutKindness(text: string): string {
  return text
    .replace(pictures, ' ')
    .replace(emoticon, ' ')
    .replace(thanks, '')
    .replace(greeting, ' ')
    .replace(/^[•·*→>"“”'‘’\s]+|["“”'‘’\s]+$/gu, '')
    .replace(/[\s.!…,;:]+$/u, '');
}

/** "Em thưa chị, 12": up to the first comma only courtesy. */
function withoutAddress(text: string): string {
  const [, address = '', rest = ''] = /^([^,:.!]*)[,:.!]\s*(.*)$/u.exec(text) ?? [];
  const isOnly = (said: string) => said.split(' ').every((word) => courtesies.has(word));
  return address !== '' && isOnly(address) && !isOnly(rest) ? rest : text;
}

/** "Cóooo" is có. Vowels only: "kkk" is laughter. */
function undrawn(text: string): string {
  const runs: [string, ...string[]][] = [];
  for (const letter of text) {
    const run = runs.at(-1);
    if (run && fold(run[0]) === fold(letter)) run.push(letter);
    else runs.push([letter]);
  }
  return runs
    .map((run) => (run.length > 2 && /[aeiouy]/.test(fold(run[0])) ? run[0] : run.join('')))
    .join('');
}

const keycapParts = /[\uFE0E\uFE0F\u20E3]/gu;
const wideOrCircled = /[\uFF01-\uFF5E\u2460-\u2473]/gu;
const pictures = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}✓✗✘]/gu;
const emoticon = /(?:\s|^)(?:[:=;]-?[)dp(]+|\^_*\^|<3|:v|hi(?:hi)+|ha(?:ha)+|he(?:he)+|k{3,})(?=\s|$)/gu;
const thanks =
  /(?:[\s,.;!]*(?:(?:em|xin|mình|minh|tks?|dạ|da)\s+)*(?:(?:cảm|cám|cam)\s+(?:ơn|on)|thanks?(?:\s+you)?|tks|thks|tk)(?:\s+(?:anh|chị|chi|em|ad|nhiều|nhieu|nhé|nhe|ạ|a))*)+[\s.!]*$/u;
const greeting =
  /(?<![\p{L}\p{N}])(?:(?:em|xin|kính|kinh)\s+)*(?:chào|chao|alo)(?:\s+(?:anh|chị|chi|em|ad|admin|bot))*(?![\p{L}\p{N}])[\s,.!]*/gu;
