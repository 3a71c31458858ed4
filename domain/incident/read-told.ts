import { addDays, dayOf, type Instant, instantAt, type ZoneName } from '#domain/time.ts';

/** By what way somebody was told. */
export const toldWays = ['phone', 'message', 'email', 'document', 'in-person'] as const;
export type ToldWay = (typeof toldWays)[number];

/** Who was told, how and when, as far as it was said. */
export interface Told {
  /** In the person's own words, without the way at the front and without the hour; empty where nobody was named. */
  whom: string;
  way?: ToldWay;
  /** Absent where no hour was said, or one that cannot be meant. */
  at?: Instant;
}

/**
 * Reads "Gọi PA05, đồng chí Hùng, 02:40": by phone, "PA05, đồng chí Hùng", today at 02:40. An hour is the last such one
 * up to now ("hôm qua": that of yesterday), and none before `notBefore`.
 */
export function readTold(
  typed: string,
  { now, notBefore, zone }: { now: Instant; notBefore: Instant; zone: ZoneName },
): Told {
  const text = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  const way = toldWays.find((one) => wayWords[one].test(text));
  const hour = hourWords.exec(text);
  const at = hour ? instantSaid(hour, yesterdayWords.test(text), { now, zone }) : undefined;
  const isMeant = at !== undefined && at >= notBefore && at <= now;
  const whom = (isMeant ? text.replace(hourWords, ' ').replace(yesterdayWords, ' ') : text)
    .replace(firstWords, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*,(\s*,)*/g, ',')
    .replace(/^[\s,.;:–-]+|[\s,;:–-]+$/g, '')
    .replace(onlyDone, '');
  return { whom, ...(way ? { way } : {}), ...(isMeant ? { at } : {}) };
}

function instantSaid(
  [, hours = '', minutes = '0']: RegExpExecArray,
  yesterday: boolean,
  { now, zone }: { now: Instant; zone: ZoneName },
): Instant {
  const time = `${hours.padStart(2, '0')}:${(minutes || '0').padStart(2, '0')}`;
  const today = dayOf(now, zone);
  const sameDay = instantAt(today, time, zone);
  return yesterday || sameDay > now ? instantAt(addDays(today, -1), time, zone) : sameDay;
}

/** "lúc 02:40", "2h40", "2 giờ", "hồi 2 giờ 40 phút". */
const hourWords =
  /(?:(?:lúc|luc|hồi|hoi|vào|vao)\s+)?(?<![\p{L}\p{N}/])([01]?\d|2[0-3])(?:\s?(?:[:hg]|giờ|gio)\s?([0-5]\d)?(?:\s?(?:phút|phut|p))?)(?![\p{L}\p{N}])/iu;

const yesterdayWords = /(?<!\p{L})(?:hôm|hom|đêm|dem|tối|toi)\s+qua(?!\p{L})/iu;

/** "đã gọi rồi" names nobody. */
const onlyDone = /^(?:(?:đã|da)\s+)?(?:rồi|roi|xong|xong rồi|xong roi|ok)[.!]*$/iu;

/** What stands before a name: "đã gọi điện cho", "báo". */
const firstWords =
  /^(?:(?:tôi|toi|mình|minh|em)\s+)?(?:(?:đã|da|vừa|vua)\s+)?(?:(?:gọi điện thoại|goi dien thoai|gọi điện|goi dien|gọi|goi|điện thoại|dien thoai|điện|dien|nhắn tin|nhan tin|nhắn|nhan|báo cáo|bao cao|thông báo|thong bao|báo|bao|gửi|gui)(?!\p{L})\s*)+(?:(?:cho|tới|toi|đến|den|với|voi)\s+)?/iu;

const wayWords: Record<ToldWay, RegExp> = {
  phone:
    /(?<!\p{L})(?:gọi|goi|điện thoại|dien thoai|điện cho|dien cho|đt|alo|hotline|phone|called)(?!\p{L})/iu,
  message: /(?<!\p{L})(?:nhắn|nhan|tin nhắn|tin nhan|zalo|telegram|sms|viber)(?!\p{L})/iu,
  email: /(?<!\p{L})(?:e-?mail|mail|thư công vụ|thu cong vu|thư điện tử|thu dien tu)(?!\p{L})/iu,
  document: /(?<!\p{L})(?:văn bản|van ban|công văn|cong van|qlvb|trục|truc|fax|bưu điện|buu dien)(?!\p{L})/iu,
  'in-person': /(?<!\p{L})(?:trực tiếp|truc tiep|gặp|gap|in person)(?!\p{L})/iu,
};
