import { type Impact, type ImpactKey, impactKeys, type Known } from '#domain/incident/incident.ts';
import { type Found, phraseFinder, wordsOfLists } from '#domain/incident/language/phrases.ts';
import { readWords, type Word } from '#domain/incident/language/words.ts';
import { fold } from '#domain/vietnamese.ts';

export type ImpactReading =
  | { kind: 'read'; impact: Impact }
  /** Nothing of it says how bad it is. */
  | { kind: 'misunderstood' };

/**
 * How bad it is, in one message: numbers of the list ("1 3", where 6 is "none of these" and 7 "not known"), or words
 * ("đang lan, mất dữ liệu", "chưa lan, web vẫn chạy"). What is not mentioned is not known, never "no".
 */
export function readImpact(typed: string): ImpactReading {
  return byNumbers(fold(typed)) ?? byWords(typed);
}

/** These hold; of the others nobody has said anything. */
export function impactOf(chosen: readonly ImpactKey[]): Impact {
  return impactWhere((key) => (chosen.includes(key) ? 'yes' : 'unknown'));
}

/** "Không có điều nào": none holds, as far as the reporter can see. */
export const noImpact: Impact = impactWhere(() => 'no');

/** "Chưa rõ". */
export const unknownImpact: Impact = impactWhere(() => 'unknown');

/** "Chưa rõ", "không biết ạ", to any question. */
export function saysNotKnown(typed: string): boolean {
  const said = readWords(typed, known);
  return said.length <= shortAnswer && find(said).some(({ list }) => list === 'unclear');
}

function impactWhere(known: (key: ImpactKey) => Known): Impact {
  return {
    spreading: known('spreading'),
    serviceDown: known('serviceDown'),
    dataHarmed: known('dataHarmed'),
    personalData: known('personalData'),
    beyondCapacity: known('beyondCapacity'),
  };
}

function byNumbers(text: string): ImpactReading | undefined {
  const numbers = text.replace(beside, ' ').match(/[^\s,;.+&/-]+/g) ?? [];
  if (numbers.length === 0 || !numbers.every((word) => /^[1-7]$/.test(word))) return undefined;
  const places = new Set(numbers.map(Number));
  if (places.size === 1 && places.has(nonePlace)) return { kind: 'read', impact: noImpact };
  if (places.size === 1 && places.has(unknownPlace)) return { kind: 'read', impact: unknownImpact };
  if (places.has(nonePlace)) return { kind: 'misunderstood' };
  return { kind: 'read', impact: impactOf(impactKeys.filter((_, at) => places.has(at + 1))) };
}

/** What may stand beside numbers: "số 1 và 3 ạ". */
const beside = /\b(so|muc|y|dieu|va|chon|da|vang|a|nhe)\b/g;

/** The places of "Không có điều nào" and "Chưa rõ" in the list. */
const nonePlace = impactKeys.length + 1;
const unknownPlace = impactKeys.length + 2;

function byWords(typed: string): ImpactReading {
  const said = readWords(typed, known);
  const found = withoutParts(find(said));
  const answers = found.flatMap(({ list, from }) => {
    if (list === 'not' || list === 'none' || list === 'unclear') return [];
    const [key, answer] = meaning[list];
    const turned = answer === 'yes' ? 'no' : 'yes';
    return [{ key, answer: isDenied(said, found, from) ? turned : answer }];
  });
  if (answers.length > 0) return { kind: 'read', impact: impactWhere((key) => worst(answers, key)) };
  if (said.length > shortAnswer) return { kind: 'misunderstood' };
  if (found.some(({ list }) => list === 'unclear')) return { kind: 'read', impact: unknownImpact };
  const denies = found.some(({ list }) => list === 'none' || list === 'not');
  return denies ? { kind: 'read', impact: noImpact } : { kind: 'misunderstood' };
}

/** "Web không vào được, máy chủ vẫn chạy": something stands still. */
function worst(answers: readonly { key: ImpactKey; answer: Known }[], about: ImpactKey): Known {
  const said = answers.filter(({ key }) => key === about).map(({ answer }) => answer);
  return said.includes('yes') ? 'yes' : (said[0] ?? 'unknown');
}

/** What lies inside a longer phrase says nothing by itself: "lan" in "hết lan". */
function withoutParts(found: readonly Found<ListName>[]): Found<ListName>[] {
  return found.filter(
    (part) =>
      !found.some(
        (whole) =>
          whole.from <= part.from && part.to <= whole.to && whole.to - whole.from > part.to - part.from,
      ),
  );
}

/** "Không", "chưa rõ đâu ạ"; a longer text says something else. */
const shortAnswer = 6;

/** A "không" shortly before it, in the same clause: "chưa thấy lan". */
function isDenied(said: readonly Word[], found: readonly Found<ListName>[], from: number): boolean {
  return found.some(
    ({ list, to }) =>
      list === 'not' && to <= from && from - to <= 2 && said[to - 1]?.clause === said[from]?.clause,
  );
}

const lists = {
  spreading: `lan, lây, lan rộng, lan sang, lây lan, thêm máy, nhiều máy, máy khác cũng, các máy khác, máy nữa, cả phòng,
    mã hóa tiếp, spreading, spread`,
  serviceDown: `ngừng dịch vụ, dịch vụ ngừng, dịch vụ bị ngừng, gián đoạn, tê liệt, sập, không vào được, không truy cập được,
    không dùng được, không mở được, không làm việc được, không hoạt động, ngừng hoạt động, ngưng hoạt động, không chạy,
    web chết, máy chủ chết, treo, down, ngừng phục vụ, đứng hình`,
  stopped: 'hết lan, ngừng lan, ngưng lan, dừng lan, hết lây',
  running: `vẫn chạy, vẫn hoạt động, vẫn vào được, vẫn truy cập được, vẫn dùng được, vẫn bình thường, hoạt động bình thường,
    chạy bình thường`,
  dataHarmed: `mất dữ liệu, mất file, mất tài liệu, mất hồ sơ, mất data, lộ dữ liệu, lộ thông tin, lộ hồ sơ, lộ tài liệu,
    rò rỉ, xóa dữ liệu, xóa file, dữ liệu bị xóa, dữ liệu bị mất, dữ liệu bị lộ, dữ liệu bị sửa, dữ liệu bị mã hóa,
    file bị mã hóa, file bị xóa, mã hóa dữ liệu, mã hóa file, hỏng dữ liệu, đổi đuôi, lấy cắp, đánh cắp, ảnh hưởng dữ liệu,
    bị lấy dữ liệu, sửa dữ liệu, thay đổi dữ liệu`,
  dataSafe: 'dữ liệu còn nguyên, dữ liệu vẫn còn, dữ liệu an toàn, dữ liệu không sao',
  personalData: `dữ liệu cá nhân, thông tin cá nhân, cá nhân, cccd, cmnd, căn cước, bệnh án, hồ sơ bệnh nhân, thông tin người dân,
    dữ liệu người dân, thông tin công dân, personal data`,
  beyondCapacity: `không tự xử lý, không xử lý được, không làm được, không khắc phục được, không kiểm soát được, quá khả năng,
    vượt khả năng, ngoài khả năng, quá sức, cần hỗ trợ, cần giúp, xin hỗ trợ, nhờ hỗ trợ, cần người, bó tay, không biết làm`,
  capable: 'tự xử lý được, tự làm được, tự khắc phục được, xử lý được, khắc phục được, trong khả năng',
  not: 'không, chưa, no, not',
  none: 'không có điều nào, không có gì, không có, không bị gì, none',
  unclear:
    'chưa rõ, không rõ, chưa biết, không biết, không nắm được, chưa nắm được, chưa xác định, unknown, not known',
} as const;

type ListName = keyof typeof lists;

const meaning: Record<Exclude<ListName, 'not' | 'none' | 'unclear'>, [ImpactKey, Known]> = {
  spreading: ['spreading', 'yes'],
  serviceDown: ['serviceDown', 'yes'],
  stopped: ['spreading', 'no'],
  running: ['serviceDown', 'no'],
  dataHarmed: ['dataHarmed', 'yes'],
  dataSafe: ['dataHarmed', 'no'],
  personalData: ['personalData', 'yes'],
  beyondCapacity: ['beyondCapacity', 'yes'],
  capable: ['beyondCapacity', 'no'],
};

const known = wordsOfLists(lists);
const find = phraseFinder(lists);
