import { phraseFinder } from '#domain/incident/language/phrases.ts';
import { distinct, read } from '#domain/incident/language/reading.ts';
import { isDenied } from '#domain/incident/language/standing.ts';

/**
 * "đã nhận", "tôi xử lý", "để em ạ", "ok nhận": somebody takes an incident over, and says nothing else. "anh xử lý
 * nhé" gives it to another, "ai xử lý?" asks.
 */
export function ackWord(text: string, { words } = read(text)): boolean {
  if (text.includes('?')) return false;
  const found = findAck(words);
  const taken = found.filter(({ list }) => list === 'taken');
  if (taken.length === 0) return false;
  const isGiven = found.some(
    ({ list, from, to }) =>
      list === 'given' && !taken.some((phrase) => phrase.from < from && phrase.to >= to),
  );
  const isCovered = words.every(
    ({ readings: [word = ''] }, at) =>
      /^\d+$/.test(word) || found.some(({ from, to }) => from <= at && at < to),
  );
  return isCovered && !isGiven;
}

/** "báo nhầm", "nhầm, quên mật khẩu thôi", "tưởng bị hack, hóa ra mất mạng"; not "bấm nhầm link lạ". */
export function falseAlarmWord(text: string, reading = read(text)): boolean {
  const { words, signs } = reading;
  if (words.length === 0 || words.length > longestRecall) return false;
  const found = findMistake(words);
  const has = (list: 'mistake' | 'atFirst' | 'supposed' | 'after' | 'notOne') =>
    found.some((phrase) => phrase.list === list);
  if (has('notOne')) return false;
  if (has('supposed') && has('after')) return true;
  if (signs.some((sign) => sign.list === 'happened' && !isDenied(sign, reading))) return false;
  return has('mistake') || found.some(({ list, from }) => list === 'atFirst' && from <= 1);
}

/** Longer ones tell more than that it was nothing. */
const longestRecall = 20;

const findAck = phraseFinder(
  {
    taken: `
      đã nhận, nhận, nhận rồi, đã nhận tin, nhận việc, tiếp nhận, đã tiếp nhận, đảm nhận, xử lý, đang xử lý, sẽ xử lý
      để tôi, để em, để mình, để anh xử lý, để chị xử lý, để anh lo, để chị lo, để anh xem, để chị xem, tôi lo, em lo
      mình lo, tôi làm, em làm, mình làm, vào việc, phụ trách, tôi đến, em đến, mình đến, đang đến, đến ngay, tới ngay
      tới liền, qua ngay, qua liền, đang qua, đang tới, lên ngay, xem ngay, đang xem, đang kiểm tra, kiểm tra ngay
      ack, on it, received, got it, taking it, i take it, acknowledged`,
    given:
      'anh xử lý, chị xử lý, anh nhận, chị nhận, anh lo, chị lo, bạn xử lý, bạn nhận, bác xử lý, chú xử lý',
    around: `
      tôi, em, anh, chị, mình, bác, chú, sếp, con, cháu, bên, nhé, nha, nhá, ạ, dạ, vâng, ơi, ok, oke, okie, okay, ừ, ờ
      được, rồi, ngay, liền, luôn, đây, này, sự cố, vụ, việc, cái, cho, sẽ, đang, đã, thông tin, tin, để, cứ, và, xem, qua, lo, làm
      cảnh báo, kiểm tra, team, đội, kỹ thuật, giờ, bây giờ, yên tâm, cảm ơn, có mặt, phút, nữa, số, dt, đến, tới, i, m`,
  },
  distinct,
);

const findMistake = phraseFinder(
  {
    mistake: `
      báo nhầm, báo lộn, nhắn nhầm, nhắn lộn, gõ nhầm, gõ lộn, bấm nhầm nút, ấn nhầm nút, nhấn nhầm nút, gửi nhầm tin
      nhầm rồi, nhầm thôi, nhầm lẫn, hiểu nhầm, báo động giả, báo giả, không phải sự cố, không phải là sự cố, false alarm
      hủy báo, hủy sự cố, hủy báo động, my mistake, gửi nhầm nhóm, bấm nhầm thôi, bấm nhầm rồi`,
    atFirst: 'nhầm, lộn, nhầm lẫn, mistake, sorry nhầm',
    supposed: 'tưởng, cứ tưởng, tưởng là, ngỡ',
    after: 'hóa ra, thôi, không phải, té ra, ai ngờ, thì ra, nhầm',
    notOne: `
      không nhầm, không phải nhầm, nhầm link, nhầm đường link, nhầm file, nhầm tệp, nhầm mail, nhầm email, nhầm thư
      nhầm danh sách, nhầm dữ liệu, nhầm trang, nhầm web, nhầm văn bản, nhầm tài liệu, nhầm hồ sơ, nhầm phần mềm
      nhầm số, nhầm cho, nhầm sang, nhầm vào, nhầm ra, xóa nhầm, chuyển nhầm, đăng nhầm, cài nhầm, mở nhầm, tải nhầm
      chuyển khoản nhầm, có nhầm không, nhầm không`,
  },
  distinct,
);
