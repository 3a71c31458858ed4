import { words } from '#domain/vietnamese.ts';

/** "sự cố", "báo sự cố khẩn em ơi", "sc gấp": that there is one, and nothing of what it is. */
export function isBareIncidentWord(typed: string): boolean {
  return words(typed).every((word) => said.has(word));
}

const said: ReadonlySet<string> = new Set(
  `su co suco sc khan cap khancap bao cao toi em anh chi minh chung ben co ban oi roi gap the nay cuu voi nhe nha a ah da vang
   muon can xin can hotro dang bi gi do va day luon qua moi xay ra giup lien ngay incident emergency report an there is help`.split(
    /\s+/,
  ),
);
