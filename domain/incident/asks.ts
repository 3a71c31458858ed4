import { phraseFinder } from '#domain/incident/language/phrases.ts';
import { distinct, read } from '#domain/incident/language/reading.ts';
import { isDenied } from '#domain/incident/language/standing.ts';
import { fold, tidy, words } from '#domain/vietnamese.ts';

/** "sự cố nào đang mở?", "danh sách sự cố", "báo cáo sự cố tháng này thế nào", "SC-2026-0007 đến đâu rồi". */
export function asksForIncidents(text: string, reading = read(text)): boolean {
  const { words, signs, around } = reading;
  const named = signs.filter((sign) => sign.list === 'incident' && !isDenied(sign, reading));
  const isNumbered = incidentNumber.test(text);
  if (named.length === 0 && !isNumbered) return false;
  // Who asks for help in the same breath has one, whatever else is asked.
  if (around.some(({ list }) => list === 'needed') || signs.some(({ list }) => list === 'happened'))
    return false;

  const asked = findAsked(words);
  const has = (list: keyof typeof askedAs, holds: (from: number, to: number) => boolean = () => true) =>
    asked.some((phrase) => phrase.list === list && holds(phrase.from, phrase.to));
  const isAtEnd = (_: number, to: number) => to === words.length;
  if (isNumbered) return has('state', isAtEnd) || words.length <= longestNumber;
  return named.some(
    ({ from, to }) =>
      has('list', (_, end) => end <= from && from - end <= 4) ||
      (/mấy|\?\s*$/u.test(tidy(text)) && has('howMany', (_, end) => end <= from)) ||
      has('which', (start) => start >= to && start - to <= 2 && !has('howNot', (at) => at === start - 1)) ||
      (has('report', (_, end) => end <= from) && has('period', (start) => start >= to)) ||
      (has('state', isAtEnd) && !has('how', (_, end) => end <= from && from - end <= 2)) ||
      (has('whether', isAtEnd) && has('exists', (start) => start < from)),
  );
}

/** "Có ai xử lý chưa?", "ai đang lo vụ này vậy", and hardly a word more: of whoever knows of an incident. */
export function asksWhoHandles(text: string): boolean {
  const said = fold(tidy(text));
  return words(text).length <= longestQuestion && /\bai\b/.test(said) && findHandled.test(said);
}

const findHandled = /\b(xu ly|nhan|phu trach|lo|truc|den)\b/;
const longestQuestion = 8;

/** "diễn tập", "bắt đầu diễn tập", "DIỄN TẬP: web bị hack", "web bị hack (diễn tập)"; not what is said about drills. */
export function asksForDrill(text: string, { words } = read(text)): boolean {
  const found = findDrill(words);
  const covers = (at: number) =>
    found.some(({ list, from, to }) => list !== 'notOne' && from <= at && at < to);
  if (found.some(({ list }) => list === 'notOne')) return false;
  return found
    .filter(({ list }) => list === 'drill')
    .some(({ from }) => {
      const clause = words[from]?.clause;
      const isOpening = words.slice(0, from).every((_, at) => covers(at));
      const isAside = words.every((word, at) => word.clause !== clause || covers(at));
      return isOpening || isAside;
    });
}

/** The incident that is asked about by its number: "SC-2026-0007 đến đâu rồi"; `exactly`: nothing else is said. */
export function numberAskedFor(text: string, { exactly = false } = {}): string | undefined {
  const number = incidentNumber.exec(text)?.[0];
  return number && (!exactly || number === text.trim()) ? number.toUpperCase() : undefined;
}

const incidentNumber = /(?<![\p{L}\p{N}])(?:SC|DT)-\d{4}-\d{2,}/iu;
/** "SC-2026-0007?" and nothing else to speak of. */
const longestNumber = 6;

const askedAs = {
  list: `
    danh sách, ds, liệt kê, xem, tình hình, thống kê, tổng hợp, tra cứu, bao nhiêu, những, các, tổng số, số lượng
    list, show`,
  howMany: 'mấy',
  howNot: 'thế nào, khi nào, lúc nào, hôm nào, chỗ nào, cách nào, kiểu nào',
  which: 'nào, đang mở, còn mở, chưa đóng, mới nhất, gần đây, gần nhất',
  report: 'báo cáo, tổng hợp, thống kê',
  period: 'tháng, quý, năm, tuần, kỳ, 6 tháng',
  state: `
    đến đâu, đến đâu rồi, tới đâu, tới đâu rồi, thế nào, thế nào rồi, như thế nào, ra sao, ra sao rồi, sao rồi, xong chưa
    xử lý chưa, khắc phục chưa, xử lý xong chưa, khắc phục xong chưa, đóng chưa, đang mở, ai xử lý, ai nhận, ai phụ trách`,
  how: 'báo, gửi, khai báo, trình báo, gặp',
  exists: 'có, còn, xảy ra, phát sinh',
  whether: 'không, không ạ, không em, không anh, chưa, gì không, nào không, không vậy, chưa vậy, chưa ạ',
};
const findAsked = phraseFinder(askedAs, distinct);

const findDrill = phraseFinder(
  {
    drill: 'diễn tập, drill, tập dượt',
    opening: `
      bắt đầu, mở, tạo, tổ chức, chạy, vào, bật, cho, xin, muốn, cần, làm, đây là, tôi, em, anh, chị, mình, bên, chế độ
      sự cố, báo, dạ, ạ, nhé, chào, ơi, thử, một, buổi, cuộc, lệnh, nội dung, tình huống, tin nhắn, chỉ, là`,
    notOne: `
      không phải diễn tập, hết diễn tập, diễn tập xong, đã diễn tập, diễn tập rồi, diễn tập gì, diễn tập khi nào
      diễn tập bao giờ, bao giờ diễn tập, diễn tập mấy lần, lần diễn tập, diễn tập chưa, chưa diễn tập, không diễn tập, thật
      kết thúc, kế hoạch, kịch bản, báo cáo, kết quả, tham gia, hôm qua, đang diễn tập thì, diễn tập mà`,
  },
  distinct,
);
