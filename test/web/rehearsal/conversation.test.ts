import { describe, expect, test } from 'vitest';

/** The page's own modules are plain JavaScript for the browser; those that touch no page run here as well. */
const page = (name: string) => import(new URL(`../../../web/rehearsal/page/${name}`, import.meta.url).href);
const { withMessage, withRetired, afterReload } = await page('conversation.js');
const { partsOf, shortMoment, fullDay, timeOfDay, inputValue } = await page('dates.js');

const at = '2026-12-07T08:30:00+07:00';
const question = { id: 'm1', from: 'bot', text: 'Bao nhiêu?', at, choices: [[{ label: '3', data: '3' }]] };
const sending = { id: 'c1', from: 'person', text: '31', at, delivery: 'sending' };
const sent = { id: 'c1', from: 'person', text: '31', at };

describe('what a phone shows', () => {
  test('a message that comes twice stands there once', () => {
    expect(withMessage(withMessage([], question), question)).toEqual([question]);
  });

  test('what the person sent keeps its place when the server brings it back', () => {
    const reply = { id: 'm2', from: 'bot', text: 'Đã ghi 31', at };
    const shown = [sending, reply].reduce(withMessage, [question]);
    expect(withMessage(shown, sent)).toEqual([question, sent, reply]);
  });

  test('a question that was answered has no buttons any more', () => {
    expect(withRetired([question, sent], { messageId: 'm1', text: 'Bao nhiêu? 31' })).toEqual([
      { id: 'm1', from: 'bot', text: 'Bao nhiêu? 31', at, retired: true },
      sent,
    ]);
  });

  test('after a lost connection the server is right, and what never reached it is still there', () => {
    const failed = { id: 'c2', from: 'person', text: 'còn đó', at, delivery: 'failed' };
    const gone = { id: 'm0', from: 'bot', text: 'của hôm qua', at };
    expect(afterReload([question, sent], [gone, sending, failed])).toEqual([question, sent, failed]);
  });
});

describe('dates are those of the zone of the product', () => {
  const text = (key: string) => ({ 'room-weekday-2': 'thứ Ba', 'room-weekday-7': 'Chủ nhật' })[key];

  test('wherever the browser is', () => {
    const parts = partsOf(Date.parse('2026-12-07T17:05:00Z'), 'Asia/Ho_Chi_Minh');
    expect(shortMoment(parts, text)).toBe('thứ Ba 08/12 · 00:05');
    expect(fullDay(parts)).toBe('08/12/2026');
    expect(timeOfDay(parts)).toBe('00:05');
    expect(inputValue(parts)).toBe('2026-12-08T00:05');
  });

  test('and Sunday is the seventh day', () => {
    const parts = partsOf(Date.parse('2026-12-13T08:30:00+07:00'), 'Asia/Ho_Chi_Minh');
    expect(shortMoment(parts, text)).toBe('Chủ nhật 13/12 · 08:30');
  });
});
