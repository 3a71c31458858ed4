import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { typesAll } from '#test/kit/answering.ts';
import { quietMonth } from '#test/kit/december-texts.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { statesOf } from '#test/kit/report-rows.ts';

const say = textIn('vi');

let story: Story;

beforeEach(async () => {
  story = await aProvince();
});

describe('“/baocao” in December', () => {
  test.each(['/baocao', '/báocáo', 'báo cáo', 'bao cao', 'tôi còn nợ báo cáo nào?'])(
    '“%s”: the three reports of the unit under their one deadline',
    async (typed) => {
      await story.at('2026-12-07T09:00:00+07:00');
      await story.an.receives('');
      await story.an.types(typed);
      const { text, buttons } = await story.an.receives('Sở Tài chính');
      expect(text.match(/trước ngày 15\/12\/2026/g)).toHaveLength(1);
      for (const name of ['tháng 12/2026', 'quý IV/2026', 'năm 2026']) expect(text).toContain(name);
      expect(text).not.toContain('Sở Y tế');
      expect(buttons).toEqual([say('button-fill'), say('button-paper')]);
    },
  );

  test('the moment the deadline is over they are marked as overdue', async () => {
    const due = 'trước ngày 15/12/2026 (hạn cuối: hết thứ Hai 14/12)';
    await story.at('2026-12-14T23:59:59+07:00');
    await story.an.types('/baocao');
    expect((await story.an.receives('')).text).toContain(say('owed-due', { due }));

    await story.at('2026-12-15T00:00:00+07:00');
    await story.an.types('/baocao');
    const { text } = await story.an.receives(say('owed-due-late', { due }));
    expect(text).toContain('tháng 12/2026');
  });

  test('the next month, once it has opened, stands under its own deadline', async () => {
    await story.until('2026-12-16T09:00:00+07:00');
    await story.an.receives('');
    await story.an.types('/baocao');
    const { text, buttons } = await story.an.receives('tháng 1/2027');
    expect(text).toContain('trước ngày 15/1/2027');
    expect(text.indexOf('tháng 12/2026')).toBeLessThan(text.indexOf('tháng 1/2027'));
    expect(buttons).toEqual([
      say('button-fill-due', { lastDay: '14/12' }),
      say('button-fill-due', { lastDay: '14/1' }),
      say('button-paper'),
    ]);
  });

  test('what has been sent is not shown any more', async () => {
    await story.at('2026-12-07T09:00:00+07:00');
    await typesAll(story.an, ['/baocao tháng 12', ...quietMonth, 'gửi']);
    await story.an.receives(say('receipt-on-time'));
    await story.an.types('/baocao');
    const { text } = await story.an.receives('quý IV/2026');
    const [owed, sent] = text.split(say('lately-sent', { lines: '' }).trim());
    expect(owed).not.toContain('tháng 12/2026');
    expect(owed).toContain('năm 2026');
    expect(sent?.trim()).toBe('• Báo cáo tháng 12/2026 (đến hết thứ Hai 21/12)');
  });

  test('with nothing left to send it says so, and what comes next', async () => {
    await story.at('2026-12-07T09:00:00+07:00');
    await story.an.types('gửi qua trục rồi, số 214/BC-STC ngày 4/12');
    await story.an.taps(say('filing-all', { count: 3 }));
    await story.an.taps(say('button-record'));
    await story.an.types('/baocao');
    const { text, buttons } = await story.an.receives('tháng 1/2027');
    expect(text).toContain('trước ngày 15/1/2027');
    for (const sent of ['tháng 12/2026', 'quý IV/2026', 'năm 2026']) expect(text).not.toContain(sent);
    expect(buttons).toEqual([]);
  });
});

describe('a period by name', () => {
  beforeEach(() => story.at('2026-12-07T09:00:00+07:00'));

  test('“tháng 12” begins the monthly report alone; the others are offered after its receipt', async () => {
    await story.an.types('báo cáo tháng 12');
    const first = await story.an.receives(say('question-number', { number: 1, total: 6 }));
    expect(first.text).toContain('tháng 12/2026');
    expect(first.text).not.toContain('quý IV/2026');
    await typesAll(story.an, quietMonth);
    await story.an.taps(say('button-send', { count: 1 }));

    const receipt = await story.an.receives(say('receipt-on-time'));
    expect(receipt.buttons).toEqual([say('button-fill-next'), say('button-correct')]);
    expect(await statesOf(story, 'STC')).toEqual({
      'monthly 2026-M12': 'submitted',
      'quarterly-agency 2026-Q4': 'open',
      'annual-agency 2026': 'open',
    });

    await story.an.taps(say('button-fill-next'));
    const next = await story.an.receives('quý IV/2026');
    expect(next.text).toContain('năm 2026');
    expect(next.text).not.toContain('tháng 12/2026,');
    expect((await statesOf(story, 'STC'))['annual-agency 2026']).toBe('draft');
  });

  test('one that is sent already, or not owed, is not begun', async () => {
    await story.an.types('/baocao tháng 11');
    await story.an.receives(say('owed-period-none', { period: 'tháng 11/2026' }));
    await story.an.types('báo cáo quý 5');
    await story.an.receives(say('period-impossible'));
    expect(Object.values(await statesOf(story, 'STC'))).toEqual(['open', 'open', 'open']);
  });

  test('at two units it is filled for both, and each question says for which', async () => {
    const lan = await story.joins('Vũ Thị Lan', ['reporter', 'STC'], ['reporter', 'SYT']);
    await lan.types('/baocao tháng 12');
    await lan.receives('Sở Tài chính');
    await lan.types('0');
    const { text } = await lan.receives(
      say('question-number-unit', { number: 2, total: 12, unit: 'Sở Tài chính' }),
    );
    expect(text).not.toContain('Sở Y tế');
    expect((await statesOf(story, 'SYT'))['monthly 2026-M12']).toBe('draft');
  });
});

describe('who owes what', () => {
  beforeEach(() => story.at('2026-12-07T09:00:00+07:00'));

  test('at two units: the reports of both, a button for each', async () => {
    const lan = await story.joins('Vũ Thị Lan', ['reporter', 'STC'], ['reporter', 'SYT']);
    await lan.types('/baocao');
    const { text, buttons } = await lan.receives('Sở Tài chính');
    expect(text).toContain('Sở Y tế');
    expect(text).toContain(say('reports-to-send', { count: 6 }));
    expect(buttons).toEqual([
      say('button-fill-unit', { unit: 'Sở Tài chính' }),
      say('button-fill-unit', { unit: 'Sở Y tế' }),
      say('button-paper'),
    ]);
    await lan.taps(say('button-fill-unit', { unit: 'Sở Y tế' }));
    await lan.receives(say('question-number', { number: 1, total: 11 }));
    expect((await statesOf(story, 'SYT'))['monthly 2026-M12']).toBe('draft');
    expect((await statesOf(story, 'STC'))['monthly 2026-M12']).toBe('open');
  });

  test('the coordinator owes the reports of the province, which have no form: they go on paper', async () => {
    await story.chi.types('/baocao');
    const { text, buttons } = await story.chi.receives('Sở Khoa học và Công nghệ');
    expect(text).toContain('trước ngày 20/12/2026');
    expect(text).toContain('trước ngày 25/12/2026');
    expect(text).not.toContain('tháng 12/2026');
    expect(buttons).toEqual([say('button-paper')]);

    await story.chi.types('/baocao quý 4');
    const named = await story.chi.receives(say('fill-no-form'));
    expect(named.buttons).toEqual([say('button-paper')]);
    await story.chi.taps(say('button-paper'));
    await story.chi.receives(say('filing-ask-number', { titles: 'Báo cáo quý của tỉnh (quý IV/2026)' }));
  });

  test('a head, and who holds nothing, owes nothing', async () => {
    const khoa = await story.joins('Ngô Văn Khoa');
    const mai = await story.joins('Hồ Thị Mai', ['responder', 'STC']);
    for (const person of [story.binh, khoa, mai]) {
      await person.types('/baocao');
      const { buttons } = await person.receives(say('owed-not-reporter'));
      expect(buttons).toEqual([]);
    }
    await story.binh.types('/baocao tháng 12');
    await story.binh.receives(say('owed-not-reporter'));
  });

  test('a coordinator’s position counts only at a unit that holds that role', async () => {
    const mai = await story.joins('Hồ Thị Mai', ['coordinator', 'STC']);
    await mai.types('/baocao');
    await mai.receives(say('owed-not-reporter'));
  });
});
