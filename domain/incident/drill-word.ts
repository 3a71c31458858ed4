/** What a drill is about: the text without the words that begin one. "DIỄN TẬP: web bị hack" → "web bị hack". */
export function withoutDrillWord(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(beginning, '')
    .replace(aside, '')
    .replace(/^[\s:;.,–-]+|\s+$/gu, '');
}

const word = '(?:diễn tập|dien tap|tập dượt|tap duot|drill)';
const beginning = new RegExp(
  `^\\s*(?:(?:em|tôi|toi|anh|chị|cho|xin|muốn|muon|bắt đầu|bat dau|mở|mo|tổ chức|to chuc|làm|lam|chạy|chay)\\s+)*${word}(?:\\s+(?:ứng cứu|ung cuu))?(?:\\s+(?:sự cố|su co)(?=\\s*[:,.–-]|\\s*$))?`,
  'iu',
);
const aside = new RegExp(`\\s*\\(?\\b${word}\\b\\)?\\s*$`, 'iu');
