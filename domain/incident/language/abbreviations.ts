import { fold, tidy } from '#domain/vietnamese.ts';

/**
 * The folded words behind what people write short; the word itself where it is none. What is listed with marks is
 * short for it only when typed with them: "hông" is "không", "hong" is more likely "hỏng".
 */
export function spellOut(word: string): readonly string[] {
  return meant.get(tidy(word)) ?? meant.get(fold(word)) ?? [fold(word)];
}

/** "no" and "not" stay out: without marks "nó bị mã hóa" would become its own denial. */
const meant: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ['sự cố', 'sc'],
    ['máy chủ', 'mc mchu mchủ'],
    ['server', 'sv srv sever serve'],
    ['máy tính', 'mt mtinh mtính pc'],
    ['mật khẩu', 'mk mkhau pass pas password pw pwd matkhau'],
    ['dữ liệu', 'dl dlieu data db database'],
    ['cơ sở dữ liệu', 'csdl'],
    ['hệ thống', 'ht hthong'],
    ['hệ thống thông tin', 'httt'],
    ['tài khoản', 'tk tkhoan acc account nick'],
    ['phần mềm', 'pm pmem'],
    ['văn bản', 'vb vban'],
    ['tài liệu', 'tl tlieu'],
    ['hồ sơ', 'hs hso'],
    ['thông tin', 'ttin thtin info'],
    ['cổng thông tin', 'ctt'],
    ['cổng thông tin điện tử', 'cttđt cttdt'],
    ['dịch vụ công', 'dvc'],
    ['công văn', 'cv cvan'],
    ['báo cáo', 'bc bcao'],
    ['xử lý', 'xl xly xlý'],
    ['khắc phục', 'kp'],
    ['virus', 'vr virut viruts'],
    ['không', 'k ko kg kh khg kgh khog hk hok hem kô khum hông hôg hôn chả chẳng chang nỏ đéo'],
    ['được', 'dc đc đx'],
    ['bị', 'bj bi.'],
    ['rồi', 'r rùi ròi rầu òi roài rui'],
    ['gì', 'j ji'],
    ['vậy', 'z dậy dzậy'],
    ['luôn', 'lun'],
    ['biết', 'bit bít bik bík'],
    ['với', 'vs'],
    ['người', 'ng ngừi'],
    ['người ta', 'ngta'],
    ['trước', 'trc'],
    ['tôi', 't tui'],
    ['em', 'e'],
    ['anh', 'a'],
    ['chị', 'c'],
    ['tin nhắn', 'tn'],
  ].flatMap(([words = '', short = '']) =>
    short.split(' ').map((typed): [string, string[]] => [typed, fold(words).split(' ')]),
  ),
);
