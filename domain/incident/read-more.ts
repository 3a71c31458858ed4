import { readImpact } from '#domain/incident/read-impact.ts';
import type { Impact } from '#domain/incident/incident.ts';
import { readSince } from '#domain/incident/read-since.ts';
import type { Instant, ZoneName } from '#domain/time.ts';
import { fold } from '#domain/vietnamese.ts';

/** What somebody adds about an incident once the three questions are answered. */
export type More =
  | { kind: 'nothing' }
  | { kind: 'since'; at: Instant }
  | { kind: 'future' }
  | { kind: 'contact' }
  | { kind: 'done' }
  /** It is worse than it was: what holds now. */
  | { kind: 'impact'; impact: Partial<Impact> }
  | { kind: 'text' };

export function readMore(typed: string, now: Instant, zone: ZoneName): More {
  const text = fold(typed).replace(/[.!…]+$/u, '');
  if (nothing.test(text)) return { kind: 'nothing' };
  if (isPhone(text)) return { kind: 'contact' };
  const since = readSince(typed, now, zone);
  if (since.kind === 'read') return { kind: 'since', at: since.at };
  if (since.kind === 'future') return { kind: 'future' };
  if (done.test(text)) return { kind: 'done' };
  const impact = readImpact(typed);
  const holds =
    impact.kind === 'read' ? Object.entries(impact.impact).filter(([, known]) => known === 'yes') : [];
  const isNumber = /^[\s\d,;.+&/-]+$/.test(text);
  return holds.length > 0 && !isNumber
    ? { kind: 'impact', impact: Object.fromEntries(holds) }
    : { kind: 'text' };
}

/** "0912 345 678", "sđt em: 0912.345.678". */
function isPhone(text: string): boolean {
  const [number = ''] = /(?:\+?84|0)[\d .-]{7,13}\d/.exec(text) ?? [];
  const digits = number.replace(/\D/g, '');
  return digits.length >= 9 && digits.length <= 12 && text.length - number.length <= longestBeside;
}

const nothing =
  /^(da )?(xong|het|du|the thoi|vay thoi|het roi|xong roi|done|khong|ko|k|khong con gi|khong co gi( them)?|khong them gi)( (roi|a|nhe|em|anh|chi|them))*$/;

const done =
  /^((toi|em|minh|ben em|chung toi|don vi|anh em) )?(da|vua|moi|dang) (rut|ngat|tat|co lap|doi|khoa|chan|bao|goi|thong bao|quet|sao luu|khoi phuc|chup|luu|thu|tach|dung|ngung|go|xoa|cai|thay|kiem tra|cho|nho|lien he)\b/;

/** "Số điện thoại liên hệ của em là": more beside a number says something else. */
const longestBeside = 40;
