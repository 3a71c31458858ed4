import { describe, expect, it } from 'vitest';
import { talk } from '#test/domain/talk.ts';
import { threeReports, threeWindows } from '#test/domain/three-windows.ts';

const begun = (past = {}) => talk(threeReports, { ...threeWindows, past });

describe('the same over several windows', () => {
  it('is counted in one message, and what says more follows from equal counts', () => {
    const chat = begun();
    expect(chat.said()).toEqual(['offer 4 for 12 or nothing', 'ask systems 1/4']);
    expect(chat.type('0')?.at(-1)).toBe('ask incidents@2026-11-15 2/4 with 2 more');
    expect(chat.type('1 1 3')).toEqual([
      'heard incidents@2026-11-15 = 1',
      'heard incidents@2026-09-15 = 1',
      'heard incidents@2025-12-15 = 3',
      'ask kinds@2026-11-15 3/7',
    ]);
    // The quarter has the same incident as the month; the year has others too.
    expect(chat.type('1 0')?.at(-1)).toBe('ask hunted@2026-11-15 4/6 with 2 more');
    expect(chat.type('có')?.at(-1)).toBe('ask hunted-on@2026-11-15 5/7');
    expect(chat.type('5/12')?.at(-1)).toBe('ask note@2026-11-15 6/7 or skip');
    expect(chat.type('Thiếu người')?.at(-1)).toBe('ask kinds@2025-12-15 7/7');
    const summary = chat.type('2 1')?.at(-1) ?? '';
    for (const line of [
      'monthly-1: systems 0, incidents 1, kinds 1 0, hunted true, hunted-on 2026-12-05, note Thiếu người',
      'quarterly-1: systems 0, incidents 1, kinds 1 0, hunted true, hunted-on 2026-12-05, note Thiếu người',
      'annual-1: systems 0, incidents 3, kinds 2 1, hunted true, hunted-on 2026-12-05, note Thiếu người',
    ]) {
      expect(summary).toContain(line);
    }
  });

  it('none is none in each of them, and “yes, but before” asks on', () => {
    const chat = begun();
    chat.type('0');
    expect(chat.type('không')?.at(-1)).toBe('ask hunted@2026-11-15 3/4 with 2 more');
    expect(chat.step({ kind: 'earlier', slot: 'hunted@2026-11-15' }).at(-1)).toBe(
      'ask hunted@2026-09-15 3/4 with 1 more',
    );
    expect(chat.type('có')?.at(-1)).toMatch(/^ask note/);
    expect(chat.state().answers).toMatchObject({
      ...{ 'incidents@2026-11-15': 0, 'incidents@2026-09-15': 0, 'incidents@2025-12-15': 0 },
      ...{ 'hunted@2026-11-15': false, 'hunted@2026-09-15': true },
    });
  });

  it('a longer window has no less than one inside it, whichever was answered first', () => {
    const chat = begun();
    chat.type('0');
    expect(chat.type('3 1 1')?.[0]).toBe('misunderstood incidents@2026-11-15: wider-is-less');
    chat.type('1 1 2');
    expect(chat.step({ kind: 'edit', slot: 'incidents@2026-11-15' })[0]).toMatch(/^ask incidents@2026-11-15/);
    chat.type('2');
    expect(chat.state().answers).toMatchObject({ 'incidents@2026-11-15': 2, 'incidents@2025-12-15': 2 });
    expect(chat.state().answers['incidents@2026-09-15']).toBeUndefined();
  });

  it('all figures typed anew take the place of those before, whichever of them is asked', () => {
    const chat = begun();
    chat.type('0');
    expect(chat.type('1')?.at(-1)).toBe('ask incidents@2026-09-15 2/5 with 1 more');
    expect(chat.type('2 2 3')?.slice(0, 3)).toEqual([
      'heard incidents@2026-11-15 = 2',
      'heard incidents@2026-09-15 = 2',
      'heard incidents@2025-12-15 = 3',
    ]);
    chat.step({ kind: 'edit', slot: 'incidents@2026-09-15' });
    expect(chat.type('1 0 0')?.[0]).toMatch(/^misunderstood incidents@2026-09-15/);
    chat.type('0 0 1');
    expect(chat.state().answers).toMatchObject({
      ...{ 'incidents@2026-11-15': 0, 'incidents@2026-09-15': 0, 'incidents@2025-12-15': 1 },
    });
  });

  it('one number alone is the month’s, and the others are asked on', () => {
    const chat = begun();
    chat.type('0');
    expect(chat.type('2')).toEqual([
      'heard incidents@2026-11-15 = 2',
      'ask incidents@2026-09-15 2/5 with 1 more',
    ]);
  });
});

describe('several answers in one message', () => {
  it('go to what follows from the question', () => {
    const chat = begun();
    expect(chat.type('12, trong đó 9 hệ thống đã duyệt')).toEqual([
      'heard systems = 12',
      'heard approved = 9',
      'ask incidents@2026-11-15 3/5 with 2 more',
    ]);
    chat.type('0');
    expect(chat.type('có, 5/12')?.slice(0, 2)).toEqual([
      'heard hunted@2026-11-15 = true',
      'heard hunted-on@2026-11-15 = 2026-12-05',
    ]);
  });

  it('are taken all or not at all', () => {
    const chat = begun();
    expect(chat.type('12, trong đó nhiều lắm')?.[0]).toBe('misunderstood systems: misunderstood');
    expect(chat.type('12, 9')?.[0]).toBe('misunderstood systems: misunderstood');
    expect(chat.state().answers).toEqual({});
  });
});

describe('the last period', () => {
  const past = { 'monthly-1': { systems: 12, approved: 9, incidents: 1 } };

  it('lends how things stood; what happened is asked', () => {
    const chat = begun(past);
    expect(chat.said()[0]).toBe('offer 4 for 12 or last or nothing');
    expect(chat.step({ kind: 'take-last' })).toEqual([
      'taken systems = 12 (last-period), approved = 9 (last-period)',
      'ask incidents@2026-11-15 3/5 with 2 more',
    ]);
    expect(chat.state().sources).toEqual({ systems: 'last-period', approved: 'last-period' });
  });

  it('is offered until something is answered', () => {
    const chat = begun(past);
    const ways = 'offer 4 for 12 or last or nothing';
    expect(chat.type('nhiều lắm')?.slice(0, 2)).toEqual(['misunderstood systems: misunderstood', ways]);
    expect(chat.type('12')).not.toContain(ways);
    expect(chat.type('nhiều lắm')).not.toContain(ways);
  });

  it('nothing to report is shown, and recorded only when confirmed', () => {
    const chat = begun(past);
    expect(chat.step({ kind: 'nothing' })[0]).toMatch(
      /^confirm-nothing systems = 12 \(last-period\), approved = 9 \(last-period\), incidents@2026-11-15 = 0 \(nothing\)/,
    );
    expect(chat.state().answers).toEqual({});
    expect(chat.type('không')).toEqual(['ask systems 1/4']);
    chat.step({ kind: 'nothing' });
    const summary = chat.type('đúng') ?? [];
    expect(summary[0]).toBe('nothing-recorded');
    expect(summary[1]).toContain('annual-1: systems 12, approved 9, incidents 0, hunted false, note –');
  });

  it('a figure unlike it is asked back once, and marked when it was meant', () => {
    const chat = begun(past);
    expect(chat.type('120')).toEqual(['sure? systems = 120 tenfold']);
    expect(chat.type('không')).toEqual(['ask systems 1/4']);
    chat.type('120');
    expect(chat.type('đúng')?.[0]).toBe('heard systems = 120');
    expect(chat.state().confirmed).toEqual({ systems: { reason: 'tenfold', last: 12 } });
    expect(chat.type('8')).toEqual(['sure? approved = 8 less']);
  });
});
