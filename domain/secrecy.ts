import { fold, tidy } from '#domain/vietnamese.ts';

/** Levels of state secrets: Mật, Tối mật, Tuyệt mật. */
export interface SecrecyMarking {
  level: 'mat' | 'toi-mat' | 'tuyet-mat';
}

/**
 * A secrecy marking, or the word that the matter is one: "công văn MẬT số 12", "độ mật: Tối mật", "máy chứa tài liệu
 * mật". The highest level where several stand. Not the word in "mật khẩu", "bảo mật" or "mật độ", not its denial, and
 * not talk about rules ("quy chế bảo vệ tài liệu mật").
 *
 * Without marks "mat" is mostly "mất": there it counts only right after the name of a document ("tai lieu mat"), in
 * brackets, after "dau" or "do mat:", and never before what gets lost ("tai lieu mat het").
 */
export function findSecrecyMarking(text: string): SecrecyMarking | undefined {
  const words = readWords(text);
  const levels = words.flatMap((_, at) => levelAt(words, at) ?? []);
  const level = (['tuyet-mat', 'toi-mat', 'mat'] as const).find((one) => levels.includes(one));
  return level && { level };
}

/** What may be kept of a text: all of it, or nothing at all where it carries a marking; a mark stands for it. */
export function redactSecret(text: string): string {
  return findSecrecyMarking(text) ? redacted : text;
}

/** Stands where a text has been left out. */
export const redacted = '[…]';

interface SecretWord {
  /** Lower case, NFC, with its marks. */
  typed: string;
  folded: string;
  /** It stands in capitals. */
  loud: boolean;
  /** What stands right before and after it, besides spaces. */
  before: string;
  after: string;
}

type Level = SecrecyMarking['level'];

function levelAt(words: readonly SecretWord[], at: number): Level | undefined {
  const word = words[at];
  if (!word || (word.typed !== 'mật' && word.typed !== 'mat')) return undefined;
  const level = levelNamed(words, at);
  const first = level === 'mat' ? at : at - 1;
  const isOther = word.typed === 'mật' ? isOtherWord(words, at) : !isMarkingWithoutMarks(words, first, at);
  if (level === 'mat' && isOther) return undefined;
  if (level === 'toi-mat' && word.typed === 'mat' && isOther) return undefined;
  return isDenied(words, first) || isTalkAboutRules(words, first) ? undefined : level;
}

/** Without marks "toi mat" may as well be "tôi mất", which `levelAt` looks into. */
function levelNamed(words: readonly SecretWord[], at: number): Level {
  const before = words[at - 1]?.typed ?? '';
  const isMarked = words[at]?.typed === 'mật';
  if (before === 'tuyệt' || before === 'tuyet') return 'tuyet-mat';
  if (before === 'tối' || (before === 'toi' && (!isMarked || words[at]?.loud))) return 'toi-mat';
  return 'mat';
}

/** "mật khẩu", "bảo mật", "túi mật"; "bí mật" is a marking only as that of the State or of a document. */
function isOtherWord(words: readonly SecretWord[], at: number): boolean {
  const next = words[at + 1];
  const before = words[at - 1];
  const joined = (other: SecretWord | undefined) => other !== undefined;
  if (joined(next) && words[at]?.after === '' && followers.has(next?.typed ?? '')) return true;
  if (!before || words[at]?.before !== '') return false;
  if (before.typed !== 'bí') return leaders.has(before.typed);
  const isOfState = next?.typed === 'nhà' && words[at + 2]?.typed === 'nước';
  if (isOfState) return false;
  const isPrivate = next !== undefined && words[at]?.after === '' && privateMatters.has(next.typed);
  return isPrivate || !endsInDocument(words, at - 1);
}

function isMarkingWithoutMarks(words: readonly SecretWord[], first: number, at: number): boolean {
  const word = words[at];
  const before = words[first - 1];
  const next = words[at + 1];
  if (!word) return false;
  if (/\($/.test(words[first]?.before ?? '') && word.after.startsWith(')')) return true;
  const isLost = next !== undefined && word.after === '' && lostThings.has(next.folded);
  if (isLost) return false;
  const beforeTwice = words[first - 2]?.folded;
  if (before?.folded === 'mat' && beforeTwice === 'do') return true;
  if (before?.folded === 'dau' && (beforeTwice === 'dong' || word.loud || next === undefined)) return true;
  if (before?.folded === 'do' && (word.after.startsWith(':') || endsInDocument(words, first - 1)))
    return true;
  const isShoutedAlone = word.loud && words.some(({ loud, folded }) => !loud && /[a-z]/.test(folded));
  return endsInDocument(words, first) || (isShoutedAlone && first > 0 && documentBefore(words, first));
}

/** The words before `end` name a document: "công văn", "tài liệu", "vb". */
function endsInDocument(words: readonly SecretWord[], end: number): boolean {
  const one = words[end - 1]?.folded ?? '';
  const two = `${words[end - 2]?.folded ?? ''} ${one}`;
  return documents.has(one) || documents.has(two);
}

/** A document within the four words before: "cv so 12 MAT". */
function documentBefore(words: readonly SecretWord[], end: number): boolean {
  return [0, 1, 2, 3, 4].some((back) => end - back > 0 && endsInDocument(words, end - back));
}

/** "không có tài liệu mật", "văn bản không mật": nothing but what belongs to a marking between. */
function isDenied(words: readonly SecretWord[], first: number): boolean {
  for (let at = first - 1; at >= 0 && at >= first - farthestDenial; at -= 1) {
    const { typed = '', folded = '', after = '' } = words[at] ?? {};
    // Without marks "chua" is "chưa" in "chua co", and else "chứa".
    if (denials.has(folded) || typed === 'chưa' || (typed === 'chua' && words[at + 1]?.folded === 'co')) {
      return true;
    }
    if (!denialLinks.has(folded) || /[.;!?\n]/.test(after)) return false;
  }
  return false;
}

/** "quy chế bảo vệ tài liệu mật", "tập huấn bảo vệ bí mật nhà nước". */
function isTalkAboutRules(words: readonly SecretWord[], first: number): boolean {
  const near = words.slice(Math.max(0, first - farthestRule), first).map(({ folded }) => folded);
  return near.some((word, at) => rules.has(`${word} ${near[at + 1] ?? ''}`));
}

function readWords(text: string): SecretWord[] {
  const plain = text.normalize('NFC');
  const found = [...plain.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  return found.map((match, at) => {
    const [word] = match;
    const previous = found[at - 1];
    const start = previous ? previous.index + previous[0].length : 0;
    const end = match.index + word.length;
    return {
      typed: tidy(word),
      folded: fold(word),
      loud: word === word.toUpperCase() && /\p{L}/u.test(word),
      before: plain.slice(start, match.index).trim(),
      after: plain.slice(end, found[at + 1]?.index ?? plain.length).trim(),
    };
  });
}

const wordList = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
const phraseList = (list: string): ReadonlySet<string> =>
  new Set(list.split(',').map((phrase) => fold(phrase)));

/** "mật mạng" and the like is "mất" with the wrong mark. */
const followers = wordList(
  'khẩu khâu khẫu khảu khấu độ mã ong thiết danh thám vụ thư ngữ mía gấu đường mạng điện kết tiền sóng tín cảm ngọt',
);
const leaders = wordList(
  'bảo thân cơ túi sỏi ống dịch trăng nước trù cẩn nội lọc tắc viêm hũ ngọt rót mía chu kín',
);
const privateMatters = wordList('kinh đời cá công thương gia riêng gì nghề');
const lostThings = wordList(
  `khau ma do mang dien du may tin het roi file usb tien trom cap sach luon ket quyen tai laptop song mail nick wifi
   internet toan ca mot hai vai nhieu dau tich kiem o thi thiet ong trong khi tu chua lam`,
);
const documents = phraseList(
  `tài liệu, văn bản, công văn, cv, vb, tl, hồ sơ, hs, tờ trình, kế hoạch, báo cáo, quyết định, chỉ thị, nghị quyết, thông báo
   , công điện, đề án, biên bản, phương án, bản đồ, danh sách, phụ lục, nội dung, tập tin, tệp, thông tin, bản, giấy, thư, tin
   , loại, độ, mức, dấu, chế độ`.replaceAll('\n', ' '),
);
const denials = wordList('khong ko k kg kh chang');
const denialLinks = wordList(
  'co phai thuoc dong dau do la chua luu gi tai lieu van ban cong ho so noi dung loai mat toi tuyet bi nha nuoc nao cac hay hoac va may',
);
const rules = phraseList(
  `quy định, quy chế, bảo vệ, quản lý, tập huấn, tuyên truyền, công tác, luật bảo, nghị định, thông tư, hướng dẫn, phổ biến
   , kiểm tra việc, danh mục`.replaceAll('\n', ' '),
);
/** In words; a denial may go before all three levels. */
const farthestDenial = 9;
const farthestRule = 6;
