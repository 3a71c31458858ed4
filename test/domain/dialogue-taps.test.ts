import { describe, expect, it } from 'vitest';
import { decodeInstant, decodeTap, encodeInstant, encodeTap } from '#domain/callback.ts';
import type { AnswerValue } from '#domain/answers/answer-value.ts';
import { monthly } from '#test/domain/december.ts';
import { choiceQuestion, form, question, threeKinds } from '#test/domain/small-forms.ts';
import { context, report, talk } from '#test/domain/talk.ts';

const forms = context([monthly]);
const month = report(monthly);

describe('buttons of a dialogue', () => {
  it('answer the question under which they stand, once', () => {
    const chat = talk([month], forms);
    const none = chat.button({ kind: 'choose', instance: chat.instance('systems'), value: 0 });
    expect(chat.tap(none)).toEqual(['heard systems = 0', 'ask incidents@2026-11-15 2/4']);
    expect(chat.tap(none)).toEqual(['stale other-question (0)', 'ask incidents@2026-11-15 2/4']);
  });

  it('of another dialogue are answered, not obeyed', () => {
    const chat = talk([month], forms);
    const foreign = chat.button({ kind: 'choose', instance: chat.instance('systems'), value: 3 }, 'other');
    expect(chat.tap(foreign)).toEqual(['stale other-dialogue', 'ask systems 1/4']);
    expect(chat.tap(encodeTap('d'))).toEqual(['stale other-dialogue', 'ask systems 1/4']);
  });

  it('go back one question when tapped twice', () => {
    const chat = talk([month], forms);
    chat.type('10', '0');
    const back = chat.button({ kind: 'back', slot: 'incidents@2026-11-15' });
    expect(chat.tap(back)).toEqual(['ask approved 2/5 (0)']);
    expect(chat.tap(back)).toEqual(['stale other-question', 'ask approved 2/5 (0)']);
  });

  it('skip, keep, edit, stop and resume', () => {
    const chat = talk([month], forms);
    const note = chat.instance('note@2026-11-15');
    chat.type('0', '0', 'chưa');
    const skip = chat.button({ kind: 'skip', instance: note });
    expect(chat.tap(skip)[0]).toBe('skipped note@2026-11-15');
    expect(chat.tap(skip)[0]).toBe('stale other-question');
    const edit = chat.button({ kind: 'edit', instance: note });
    expect(chat.tap(edit)).toEqual(['ask note@2026-11-15 4/4 or skip']);
    expect(chat.tap(edit)).toEqual(['ask note@2026-11-15 4/4 or skip']);
    chat.type('Cần tập huấn');
    chat.tap(edit);
    expect(chat.tap(chat.button({ kind: 'keep', instance: note }))).toEqual([
      'monthly-1: systems 0, incidents 0, hunted false, note Cần tập huấn',
    ]);
    expect(chat.tap(chat.button({ kind: 'stop' }))).toEqual(['stopped at 4/4']);
    expect(chat.tap(chat.button({ kind: 'back', slot: 'summary' }))).toEqual([
      'stale stopped',
      'stopped at 4/4',
    ]);
    expect(chat.tap(chat.button({ kind: 'resume' }))).toHaveLength(1);
  });

  it('send what stood above them, and nothing else', () => {
    const chat = talk([month], forms);
    chat.type('0', '0', 'chưa', 'x1');
    const [summary] = chat.say().filter((said) => said.kind === 'summary');
    const send = chat.button({ kind: 'send', tag: summary?.tag ?? '' });
    chat.step({ kind: 'edit', slot: 'systems' });
    expect(chat.tap(send)).toEqual(['stale other-question', 'ask systems 1/4 (0)']);
    expect(chat.step({ kind: 'send' })).toEqual(['monthly-1: systems 0, incidents 0, hunted false, note x1']);
    chat.step({ kind: 'edit', slot: 'incidents@2026-11-15' });
    chat.type('2');
    expect(chat.tap(send)).toEqual([
      'stale summary-changed',
      'monthly-1: systems 0, incidents 2, hunted false, note x1',
    ]);
    chat.step({ kind: 'edit', slot: 'incidents@2026-11-15' });
    chat.type('0');
    expect(chat.tap(send)[0]).toMatch(/^send /);
    expect(chat.tap(send)).toEqual(['stale sent', 'over']);
  });

  it('mean it, or not, where an answer is asked back', () => {
    const chat = talk([month], forms);
    const day = chat.instance('hunted-on@2026-11-15');
    chat.type('0', '0', 'có');
    expect(chat.tap(chat.button({ kind: 'choose', instance: day, value: '2026-11-01' }))).toEqual([
      'sure? hunted-on@2026-11-15 = 2026-11-01 outside-window',
    ]);
    expect(chat.tap(chat.button({ kind: 'confirm', instance: day, agreed: false }))).toEqual([
      'ask hunted-on@2026-11-15 4/5',
    ]);
    expect(chat.tap(chat.button({ kind: 'confirm', instance: day, agreed: true }))[0]).toBe(
      'stale other-question',
    );
    chat.type('1/11');
    expect(chat.tap(chat.button({ kind: 'confirm', instance: day, agreed: true }))[0]).toBe(
      'heard hunted-on@2026-11-15 = 2026-11-01',
    );
  });

  it('mark several options before they are chosen', () => {
    const kinds = form('kinds', [choiceQuestion('kinds', 'multi-choice', threeKinds)]);
    const chat = talk([report(kinds)], context([kinds]));
    const instance = chat.instance('kinds');
    expect(chat.tap(chat.button({ kind: 'pick', instance, keys: ['phishing'] }))).toEqual([
      'ask kinds 1/1 marked phishing',
    ]);
    expect(chat.tap(chat.button({ kind: 'pick', instance, keys: ['phishing', 'malware'] }))).toEqual([
      'ask kinds 1/1 marked malware phishing',
    ]);
    const chosen = chat.button({ kind: 'choose', instance, value: ['malware', 'phishing'] });
    expect(chat.tap(chosen)[0]).toBe('heard kinds = malware phishing');
    expect(chat.tap(chosen)[0]).toBe('stale other-question (malware phishing)');
  });

  it('carry every kind of answer but a text', () => {
    const options = { a: 'Một', b: 'Hai' };
    const all = form('all', [
      question('integer', 'integer'),
      question('decimal', 'decimal'),
      question('percent', 'percent'),
      question('yes-no', 'yes-no'),
      choiceQuestion('choice', 'choice', options),
      choiceQuestion('several', 'multi-choice', options),
      question('date', 'date'),
      question('numbers', 'numbers', { parts: 12 }),
      question('text', 'text'),
    ]);
    const chat = talk([report(all)], context([all]));
    const values: [string, AnswerValue][] = [
      ['integer', 100_000],
      ['decimal', 10.25],
      ['percent', 0],
      ['yes-no', false],
      ['choice', 'b'],
      ['several', ['a', 'b']],
      ['date', '2026-12-01'],
      ['numbers', Array<number>(12).fill(0)],
    ];
    for (const [slot, value] of values) {
      const data = chat.button({ kind: 'choose', instance: chat.instance(slot), value });
      expect(new TextEncoder().encode(data).length).toBeLessThanOrEqual(64);
      chat.tap(data);
      expect(chat.state().answers[slot]).toEqual(value);
    }
    expect(() => chat.button({ kind: 'choose', instance: chat.instance('text'), value: 'x' })).toThrow(
      /text/,
    );
  });
});

describe('button data', () => {
  it('is read back as it was written', () => {
    const data = encodeTap('page', '2026-M12', '3');
    expect(data).toBe('page:2026-M12:3');
    expect(decodeTap(data)).toEqual({ action: 'page', args: ['2026-M12', '3'] });
    expect(decodeTap(encodeTap('why'))).toEqual({ action: 'why', args: [] });
  });

  it('carries an instant to the second', () => {
    const at = new Date('2026-12-14T07:30:00Z');
    expect(decodeInstant(encodeInstant(at))).toEqual(at);
    expect(decodeInstant('')).toBeUndefined();
    expect(decodeInstant('Ngày')).toBeUndefined();
  });

  it('is never longer than a button takes, nor anything that is not ours', () => {
    expect(() => encodeTap('x', 'a'.repeat(63))).toThrow(/64 bytes/);
    expect(() => encodeTap('x', 'a:b')).toThrow(/character/);
    expect(() => encodeTap('x', 'đ')).toThrow(/character/);
    expect(() => encodeTap('')).toThrow();
    expect(decodeTap('')).toBeUndefined();
    expect(decodeTap('Chào anh')).toBeUndefined();
    expect(decodeTap('a'.repeat(65))).toBeUndefined();
  });
});
