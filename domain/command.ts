import type { ChannelKind } from '#domain/channel.ts';
import { asksForExtension } from '#domain/extension.ts';
import { handsOverTo } from '#domain/hand-over.ts';
import { asksIfLate } from '#domain/late-question.ts';
import { isBackAtWork, leaveAsked } from '#domain/leave.ts';
import { hoursAsked } from '#domain/remind-hours.ts';
import { fold } from '#domain/vietnamese.ts';

/** What a typed text asks for, the same on every channel. `rest` is what follows, as it was typed. */
export type Command =
  | { kind: 'start'; code: string }
  | { kind: 'report'; rest: string }
  | { kind: 'incident'; rest: string }
  | { kind: 'missing'; rest: string }
  | { kind: 'schedule' }
  | { kind: 'help' }
  /** The person's channels; `to`: one that they want to add. */
  | { kind: 'link'; to?: ChannelKind }
  /** How much of their month's messages the bots have used. */
  | { kind: 'quota' }
  | { kind: 'stop' }
  | { kind: 'resume' }
  | { kind: 'filed'; rest: string }
  /** A report that was sent is to be corrected, or looked at. */
  | { kind: 'correct'; rest: string }
  | { kind: 'view'; rest: string }
  /** More time for a report. */
  | { kind: 'extension'; rest: string }
  /** Work is to be somebody else's from now on; `name` as it was typed, empty for none. */
  | { kind: 'hand-over'; name: string }
  /** Somebody will be away, or is back. */
  | { kind: 'leave'; rest: string }
  | { kind: 'back' }
  /** The hours in which they want to be reminded. */
  | { kind: 'remind-hours'; rest: string }
  /** Why a report is asked of this person. */
  | { kind: 'why' }
  /** Whether some day would be in time. */
  | { kind: 'if-late'; rest: string };

/**
 * Reads a command from plain text, with or without a slash, the bot's name or diacritics. Inside a conversation
 * (`inDialogue`) only what can hardly be an answer counts: commands with a slash, stopping, "ai chưa báo cáo?", and whether
 * some day would be in time.
 */
export function recognise(text: string, { inDialogue }: { inDialogue: boolean }): Command | undefined {
  return slashCommand(text) ?? question(text, inDialogue);
}

/** "Tiếp tục": back to the report that was put aside. */
export function resumes(text: string): Command | undefined {
  return resumeWords.has(plainly(text)) ? resumed : undefined;
}

function slashCommand(text: string): Command | undefined {
  const [, word, rest = ''] = /^\s*\/([\p{L}_]+)(?:@\w+)?\s*(.*)$/su.exec(text.normalize('NFC')) ?? [];
  if (!word) return undefined;
  switch (fold(word)) {
    case 'start':
      return { kind: 'start', code: rest.trim() };
    case 'baocao':
      return { kind: 'report', rest };
    case 'suco':
      return { kind: 'incident', rest };
    case 'chuabaocao':
      return { kind: 'missing', rest };
    case 'lich':
      return { kind: 'schedule' };
    case 'lienket':
      return linkCommand(fold(rest));
    case 'hanmuc':
      return { kind: 'quota' };
    case 'giahan':
      return { kind: 'extension', rest };
    case 'bangiao':
      return { kind: 'hand-over', name: rest.trim() };
    case 'nghiphep':
      return { kind: 'leave', rest };
    case 'dilam':
      return { kind: 'back' };
    case 'gionhac':
      return { kind: 'remind-hours', rest };
    case 'huy':
      return { kind: 'stop' };
    default:
      return { kind: 'help' };
  }
}

function question(text: string, inDialogue: boolean): Command | undefined {
  const folded = plainly(text);
  if (whoHasNot.test(folded)) return { kind: 'missing', rest: text };
  if (stopWords.has(folded)) return { kind: 'stop' };
  if (asksIfLate(text)) return { kind: 'if-late', rest: text };
  if (inDialogue) return undefined;
  if (why.test(folded)) return { kind: 'why' };
  const successor = handsOverTo(text);
  if (successor !== undefined) return { kind: 'hand-over', name: successor };
  if (isBackAtWork(text)) return { kind: 'back' };
  if (hoursAsked(text)) return { kind: 'remind-hours', rest: text };
  if (leaveAsked(text, anyDay)) return { kind: 'leave', rest: text };
  if (asksForExtension(text)) return { kind: 'extension', rest: text };
  if (sentOnPaper.test(folded)) return { kind: 'filed', rest: text };
  if (corrects.test(folded)) return { kind: 'correct', rest: text };
  if (views.test(folded)) return { kind: 'view', rest: text };
  if (resumeWords.has(folded)) return resumed;
  if (channels.test(folded)) return linkCommand(folded);
  if (quotaWords.has(folded)) return { kind: 'quota' };
  if (schedule.test(folded)) return { kind: 'schedule' };
  if (helpWords.has(folded)) return { kind: 'help' };
  if (report.test(folded)) return { kind: 'report', rest: text };
  return undefined;
}

/** Whether a leave is meant does not hang on the day; which days it has is read later. */
const anyDay = '2026-01-01';

function plainly(text: string): string {
  return fold(text)
    .replace(/[?!.…]+$/u, '')
    .trim();
}

const resumed: Command = { kind: 'resume' };

function linkCommand(folded: string): Command {
  const to = takesAway.test(folded) ? undefined : added.find(({ named }) => named.test(folded))?.channel;
  return { kind: 'link', ...(to ? { to } : {}) };
}

/** "liên kết Zalo", "thêm kênh", "gỡ Telegram", "nhận nhắc ở Zalo". */
const channels =
  /^((xem|them|doi|go|huy|bo|ngat) )?(lien ket|kenh)\b|^(them|go|bo|ngat|doi sang|chuyen sang|(nhan )?nhac (o|qua)) (zalo|tele)/;
const takesAway = /^(go|huy|bo|ngat|doi|chuyen|nhan|nhac)\b/;
const added: { channel: ChannelKind; named: RegExp }[] = [
  { channel: 'zalo', named: /\bzalo\b/ },
  { channel: 'telegram', named: /\btele(gram)?\b/ },
];

const who = '(ai|nhung ai|con ai|(cac |nhung |con )?(don vi|dv|co quan|cq|so|xa|phuong|phong|cho) nao)';
const sent = '(bao cao|bc|nop|gui|lam)';
/** "ai chưa báo cáo?", "đơn vị nào chưa gửi quý 4", "chưa báo cáo có ai", "danh sách chưa nộp tháng 11". */
const whoHasNot = new RegExp(
  `^${who}( con| van)? (chua|no|cham|thieu)\\b.*${sent}|^${who} (no|cham|thieu) (bao cao|bc)|^(danh sach|ds|liet ke).*chua ${sent}|^chuabaocao\\b|^chua ${sent}.* ai\\b`,
);
/** "gửi qua trục rồi, số 214/BC-STC", "đã gửi bằng văn bản", "nộp công văn hôm qua rồi". */
const sentOnPaper =
  /^((bao cao|bc)( (thang|quy|nam|6 thang) [\w/]+)? )?(da |e |em |toi |ben em |don vi )*(gui|nop|phat hanh|trinh)\b.*(truc|van ban|vb|giay|cong van|cv|qlvb|ioffice|\d+\/[a-z])/;
/** "sửa báo cáo tháng 12", "đính chính số liệu quý 4". */
const corrects =
  /^(toi |em |cho )?(muon |can |xin )?(sua|dinh chinh|dieu chinh|chinh sua|sua lai) (lai )?(bao cao|bc|so lieu)\b/;
/** "xem báo cáo STC tháng 12", "xem lại bc đã gửi". */
const views = /^(cho )?(toi |em )?xem (lai )?(cac )?(bao cao|bc|so lieu)\b/;
const schedule =
  /^(xem )?(lich|thoi han|han bao cao|han nop|han gui)\b|(bao gio|khi nao|ngay nao) (phai )?(nop|gui|het han|den han)/;
const report =
  /^(lap |lam |nop |gui |viet |bat dau )?(bao cao|bc|baocao)\b|\b(con|phai) (no|nop|gui) (bao cao|bc|gi)|^toi no gi/;
/** "vì sao tôi nhận?", "sao em bị nhắc", "căn cứ vào đâu". */
const why =
  /^(vi sao|tai sao|sao)( lai)? (toi|em|minh|ben em|don vi|dv)?( (lai|phai|bi|duoc|cu))* ?(nhan|nhac|bao cao|gui|nop|lam)\b|^(can cu|theo)( vao)? (dau|van ban nao)\b|^van ban nao (quy dinh|yeu cau)\b/;
const stopWords = new Set(['huy', 'huy bo', 'dung lai', 'thoi', 'thoat', 'stop', 'cancel']);
const resumeWords = new Set(['tiep tuc', 'tiep', 'lam tiep', 'continue', 'resume']);
const quotaWords = new Set(['han muc', 'hanmuc', 'han muc tin nhan', 'xem han muc']);
const helpWords = new Set([
  'tro giup',
  'trogiup',
  'giup',
  'giup toi',
  'huong dan',
  'help',
  '?',
  'menu',
  'lenh',
]);
