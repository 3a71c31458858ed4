import { describe, expect, it } from 'vitest';
import { draftsOf } from '#domain/dialogue/drafts.ts';
import { monthly } from '#test/domain/december.ts';
import { form, question } from '#test/domain/small-forms.ts';
import { context, report, talk } from '#test/domain/talk.ts';

const forms = context([monthly]);
const month = report(monthly);

describe('a monthly report', () => {
  it('is asked question by question, shown, and sent', () => {
    const chat = talk([month], forms);
    expect(chat.said()).toEqual(['ask systems 1/4']);
    expect(chat.type('10 hệ thống')).toEqual(['heard systems = 10', 'ask approved 2/5']);
    expect(chat.type('5')).toEqual(['heard approved = 5', 'ask levels 3/6']);
    expect(chat.type('3 2 0')).toEqual(['heard levels = 3 2 0', 'ask incidents@2026-11-15 4/6']);
    expect(chat.type('không')).toEqual(['heard incidents@2026-11-15 = 0', 'ask hunted@2026-11-15 5/6']);
    expect(chat.type('rồi')).toEqual(['heard hunted@2026-11-15 = true', 'ask hunted-on@2026-11-15 6/7']);
    expect(chat.type('5/12')).toEqual([
      'heard hunted-on@2026-11-15 = 2026-12-05',
      'ask note@2026-11-15 7/7 or skip',
    ]);
    expect(chat.step({ kind: 'skip', slot: 'note@2026-11-15' })).toEqual([
      'skipped note@2026-11-15',
      'monthly-1: systems 10, approved 5, levels 3 2 0, incidents 0, hunted true, hunted-on 2026-12-05, note –',
    ]);
    chat.step({ kind: 'send' });
    expect(chat.say()).toEqual([
      {
        kind: 'ready-to-submit',
        submissions: [
          {
            assignmentId: 'monthly-1',
            formId: 'monthly',
            formVersion: 1,
            answers: {
              systems: 10,
              approved: 5,
              levels: [3, 2, 0],
              incidents: 0,
              hunted: true,
              'hunted-on': '2026-12-05',
            },
            remarks: {},
          },
        ],
      },
    ]);
    expect(chat.step({ kind: 'send' })).toEqual(['stale sent', 'over']);
  });

  it('leaves out what does not apply: no systems, no questions about them', () => {
    const chat = talk([month], forms);
    expect(chat.type('0')).toEqual(['heard systems = 0', 'ask incidents@2026-11-15 2/4']);
    expect(chat.type('0', 'chưa')).toEqual([
      'heard hunted@2026-11-15 = false',
      'ask note@2026-11-15 4/4 or skip',
    ]);
  });

  it('says what was expected and asks again when an answer is not understood', () => {
    const chat = talk([month], forms);
    expect(chat.type('nhiều lắm')).toEqual(['misunderstood systems: misunderstood', 'ask systems 1/4']);
    expect(chat.type('-3')).toEqual(['misunderstood systems: negative', 'ask systems 1/4']);
    expect(chat.type('   ')).toEqual(['misunderstood systems: empty', 'ask systems 1/4']);
  });

  it('keeps a required question', () => {
    const chat = talk([month], forms);
    expect(chat.step({ kind: 'skip', slot: 'systems' })).toEqual(['cannot-skip systems', 'ask systems 1/4']);
  });

  it('asks back about a day outside the window', () => {
    const chat = talk([month], forms);
    chat.type('0', '0', 'có');
    expect(chat.type('1/11')).toEqual(['sure? hunted-on@2026-11-15 = 2026-11-01 outside-window']);
    expect(chat.type('không')).toEqual(['ask hunted-on@2026-11-15 4/5']);
    expect(chat.type('1/11', 'hôm qua')?.[0]).toBe('heard hunted-on@2026-11-15 = 2026-12-09');
    chat.step({ kind: 'back' });
    chat.type('1/11');
    expect(chat.type('đúng rồi')).toEqual([
      'heard hunted-on@2026-11-15 = 2026-11-01',
      'ask note@2026-11-15 5/5 or skip',
    ]);
  });
});

describe('going back and changing', () => {
  it('goes back to the question before, and on to the first open one', () => {
    const chat = talk([month], forms);
    chat.type('10', '5');
    expect(chat.step({ kind: 'back' })).toEqual(['ask approved 2/6 (5)']);
    expect(chat.step({ kind: 'back' })).toEqual(['ask systems 1/6 (10)']);
    expect(chat.step({ kind: 'back' })).toEqual(['ask systems 1/6 (10)']);
    expect(chat.type('12')).toEqual(['heard systems = 12', 'ask levels 3/6']);
  });

  it('keeps an answer that was only looked at', () => {
    const chat = talk([month], forms);
    chat.type('10');
    chat.step({ kind: 'back' });
    expect(chat.step({ kind: 'keep', slot: 'systems' })).toEqual(['ask approved 2/5']);
    expect(chat.step({ kind: 'keep', slot: 'approved' })).toEqual(['ask approved 2/5']);
  });

  it('changes one answer from the summary and comes back to it', () => {
    const chat = talk([month], forms);
    chat.type('10', '0', '0', 'chưa', 'Cần tập huấn');
    expect(chat.step({ kind: 'edit', slot: 'incidents@2026-11-15' })).toEqual([
      'ask incidents@2026-11-15 3/5 (0)',
    ]);
    expect(chat.type('1')).toEqual([
      'heard incidents@2026-11-15 = 1',
      'monthly-1: systems 10, approved 0, incidents 1, hunted false, note Cần tập huấn',
    ]);
    expect(chat.step({ kind: 'back' })).toEqual(['ask note@2026-11-15 5/5 (Cần tập huấn) or skip']);
    expect(chat.step({ kind: 'skip', slot: 'note@2026-11-15' })).toEqual([
      'skipped note@2026-11-15',
      'monthly-1: systems 10, approved 0, incidents 1, hunted false, note –',
    ]);
  });

  it('asks what a change makes relevant before it shows the summary again', () => {
    const chat = talk([month], forms);
    chat.type('10', '0', '0', 'chưa', 'x1');
    chat.step({ kind: 'edit', slot: 'approved' });
    expect(chat.type('2')).toEqual(['heard approved = 2', 'ask levels 3/6']);
    expect(chat.type('2 0 0')?.[1]).toBe(
      'monthly-1: systems 10, approved 2, levels 2 0 0, incidents 0, hunted false, note x1',
    );
  });

  it('remembers what is not relevant now, but does not send it', () => {
    const chat = talk([month], forms);
    chat.type('10', '5', '3 2 0', '0', 'chưa', 'x1');
    chat.step({ kind: 'edit', slot: 'systems' });
    expect(chat.type('0')?.[1]).toBe('monthly-1: systems 0, incidents 0, hunted false, note x1');
    expect(draftsOf(chat.state(), forms)).toEqual({
      'monthly-1': { systems: 0, approved: 5, levels: [3, 2, 0], incidents: 0, hunted: false, note: 'x1' },
    });
    chat.step({ kind: 'edit', slot: 'systems' });
    expect(chat.type('10')?.[1]).toBe(
      'monthly-1: systems 10, approved 5, levels 3 2 0, incidents 0, hunted false, note x1',
    );
  });
});

describe('the summary', () => {
  it('is shown again when something is typed under it that is no answer', () => {
    const chat = talk([month], forms);
    chat.type('0', '0', 'chưa', 'x1');
    const shown = ['monthly-1: systems 0, incidents 0, hunted false, note x1'];
    expect(chat.type('ừ để xem')).toEqual(shown);
  });
});

describe('rules across questions', () => {
  it('hold up the later question until one of the two is mended', () => {
    const chat = talk([month], forms);
    expect(chat.type('10', '12')).toEqual([
      'heard approved = 12',
      'broken approved/systems, go back to systems',
      'ask approved 2/6 (12)',
    ]);
    expect(chat.step({ kind: 'edit', slot: 'systems' })).toEqual(['ask systems 1/6 (10)']);
    expect(chat.type('15')).toEqual(['heard systems = 15', 'ask levels 3/6']);
    expect(chat.type('3 2 0')).toEqual([
      'heard levels = 3 2 0',
      'broken levels/approved, go back to approved',
      'ask levels 3/6 (3 2 0)',
    ]);
    expect(chat.step({ kind: 'keep', slot: 'levels' })[0]).toBe(
      'broken levels/approved, go back to approved',
    );
    expect(chat.type('10 2 0')?.[1]).toBe('ask incidents@2026-11-15 4/6');
  });

  it('bring the later question up again when the earlier one is changed', () => {
    const chat = talk([month], forms);
    chat.type('10', '5', '3 2 0', '0', 'chưa', 'x1');
    chat.step({ kind: 'edit', slot: 'approved' });
    expect(chat.type('6')).toEqual([
      'heard approved = 6',
      'broken levels/approved, go back to approved',
      'ask levels 3/6 (3 2 0)',
    ]);
    expect(chat.step({ kind: 'send' })).toEqual([
      'not complete: 1',
      'broken levels/approved, go back to approved',
      'ask levels 3/6 (3 2 0)',
    ]);
    expect(chat.type('4 2 0')?.[1]).toMatch(/^monthly-1: systems 10, approved 6, levels 4 2 0/);
  });
});

describe('stopping', () => {
  it('keeps everything, and resuming asks where it was', () => {
    const chat = talk([month], forms);
    chat.type('10');
    expect(chat.step({ kind: 'stop' })).toEqual(['stopped at 1/5']);
    expect(chat.type('7')).toEqual(['stale stopped', 'stopped at 1/5']);
    expect(chat.step({ kind: 'stop' })).toEqual(['stopped at 1/5']);
    expect(chat.step({ kind: 'resume' })).toEqual(['ask approved 2/5']);
    expect(chat.step({ kind: 'resume' })).toEqual(['ask approved 2/5']);
  });
});

describe('directives', () => {
  it('that are off take their questions with them, also in the middle of a conversation', () => {
    const asking = form('f', [
      question('mine', 'integer', { askedBy: ['a'] }),
      question('theirs', 'integer', { askedBy: ['b', 'c'] }),
      question('ours', 'integer'),
    ]);
    expect(talk([report(asking)], context([asking], ['a'])).type('1')?.[1]).toBe('ask ours 2/2');
    const within = { ...context([asking], ['a', 'b']) };
    const chat = talk([report(asking)], within);
    chat.type('1');
    within.on = new Set(['a']);
    expect(chat.step({ kind: 'resume' })).toEqual(['ask ours 2/2']);
  });
});
