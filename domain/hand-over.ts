import { tidy, words } from '#domain/vietnamese.ts';

/**
 * Is work to be somebody else's from now on: "việc này giờ chị Hạnh làm", "bàn giao cho Hạnh"? Then the name as it was typed, empty
 * where none is.
 */
export function handsOverTo(text: string): string | undefined {
  const plain = tidy(text)
    .replace(/[?!.,…]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  for (const pattern of patterns) {
    const found = pattern.exec(plain);
    if (found) return nameIn(found[1] ?? '');
  }
  return undefined;
}

/** Those whose names hold every word that was typed, whatever the diacritics; all of them for no words. */
export function namedAmong<T extends { name: string }>(people: readonly T[], typed: string): T[] {
  const wanted = words(typed);
  return people.filter(({ name }) => wanted.every((word) => words(name).includes(word)));
}

/** The name is the one group of each. With and without diacritics; who types only some of the marks is asked by other ways. */
const patterns = [
  /^(?:em |toi |tôi |xin |muốn |muon |đã |da )*(?:bàn giao|ban giao|chuyển giao|chuyen giao)(?: (?:lại|lai))?(?: (?:việc|viec|công việc|cong viec|báo cáo|bao cao|bc|này|nay|phần|phan))*(?: (?:cho|sang|qua) (.+))?$/u,
  /^(?:việc|viec|công việc|cong viec|báo cáo|bao cao|bc|phần|phan)(?: (?:báo cáo|bao cao|này|nay|đó|do))* (?:từ nay|tu nay|từ giờ|tu gio|giờ|gio|bây giờ|bay gio|nay)(?: (?:do|là|la))? (.+?) (?:làm|lam|phụ trách|phu trach|đảm nhận|dam nhan|nhận|nhan|lo|lập|lap)(?: .*)?$/u,
  /^(?:từ nay|tu nay|từ giờ|tu gio|bây giờ|bay gio|giờ|gio) ((?:anh|chị|chi|em|cô|co|chú|chu|bác|bac|đồng chí|dong chi) .+?) (?:làm|lam|phụ trách|phu trach|đảm nhận|dam nhan|nhận|nhan|lo|lập|lap)(?: (?:việc|viec|báo cáo|bao cao|bc).*)?$/u,
];

function nameIn(text: string): string {
  return text
    .replace(/^(?:đồng chí|dong chi|đ\/c|anh|chị|chi|em|cô|co|chú|chu|bác|bac|bạn|ban) /u, '')
    .replace(/ (?:nhé|nhe|ạ|a|rồi|roi|làm|lam|phụ trách|phu trach)$/u, '')
    .trim();
}
