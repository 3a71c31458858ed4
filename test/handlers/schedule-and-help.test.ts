import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { comesIn } from '#test/kit/received.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

const say = textIn('vi');

let story: Story;

beforeEach(async () => {
  story = await aProvince();
  await story.at('2026-12-07T09:00:00+07:00');
  for (const officer of [story.an, story.binh, story.chi]) await officer.screen();
});

async function isTold(officer: StoryOfficer, typed: string): Promise<string> {
  await officer.types(typed);
  return (await officer.screen()).at(-1)?.text ?? '';
}

/** The days before which something is due, in the order in which they stand. */
function daysIn(text: string): string[] {
  return [...text.matchAll(/trước ngày ([\d/]+)/g)].map(([, day]) => day ?? '');
}

describe('“/lich”', () => {
  test.each(['/lich', 'lịch', 'xem lịch', 'bao gio phai nop'])(
    '“%s”: the own deadlines of the next hundred days',
    async (typed) => {
      const text = await isTold(story.an, typed);
      expect(text).toContain('Sở Tài chính');
      // The months, with the quarter and the year in December and the quarter in March; 15/4 is more than a hundred days ahead.
      expect(daysIn(text)).toEqual(['15/12/2026', '15/1/2027', '15/2/2027', '15/3/2027']);
      for (const report of ['tháng 12/2026', 'quý IV/2026', 'năm 2026', 'quý I/2027'])
        expect(text).toContain(report);
      expect(text).not.toContain('Sở Y tế');
    },
  );

  test('what has been sent stands there as received', async () => {
    await comesIn(story, 'STC', 'monthly 2026-M12');
    await comesIn(story, 'STC', 'quarterly-agency 2026-Q4', { state: 'filed' });
    const text = await isTold(story.an, '/lich');
    const lineOf = (report: string) => text.split('\n').find((line) => line.includes(report));
    expect(lineOf('tháng 12/2026')).toContain(say('schedule-received'));
    expect(lineOf('quý IV/2026')).toContain(say('schedule-filed'));
    expect(lineOf('năm 2026')).not.toContain(say('schedule-received'));
  });

  test('on the last day it is still ahead, on the next not any more', async () => {
    await story.at('2026-12-14T23:59:00+07:00');
    expect(daysIn(await isTold(story.an, '/lich'))[0]).toBe('15/12/2026');
    await story.at('2026-12-15T00:00:00+07:00');
    expect(daysIn(await isTold(story.an, '/lich'))[0]).toBe('15/1/2027');
  });

  test('a head reads the deadlines of the unit; the coordinator the own and those of the agencies', async () => {
    expect(daysIn(await isTold(story.binh, '/lich'))).toContain('15/12/2026');
    const text = await isTold(story.chi, '/lich');
    const [own, agencies] = text.split(say('schedule-agencies'));
    // The next of its own, before 20/3/2027, is more than a hundred days ahead.
    expect(daysIn(own ?? '')).toEqual(['20/12/2026', '25/12/2026']);
    expect(daysIn(agencies ?? '')[0]).toBe('15/12/2026');
  });

  test('at two units each has its own', async () => {
    const lan = await story.joins('Vũ Thị Lan', ['reporter', 'STC'], ['reporter', 'SKHCN']);
    const text = await isTold(lan, '/lich');
    expect(text).toContain('Sở Tài chính');
    expect(text).toContain('Sở Khoa học và Công nghệ');
  });

  test('who holds nothing has no deadlines', async () => {
    expect(await isTold(await story.joins('Ngô Văn Khoa'), '/lich')).toBe(say('schedule-none'));
  });
});

describe('“/trogiup” offers only what this person may do', () => {
  const reporting = ['/baocao', '/huy'];
  const managing = ['/chuabaocao'];

  test.each([
    { who: 'a reporter', position: [['reporter', 'STC']], offered: reporting, withheld: managing },
    { who: 'a head', position: [['head', 'STC']], offered: managing, withheld: ['/baocao'] },
    {
      who: 'a coordinator',
      position: [['coordinator', 'SKHCN']],
      offered: [...reporting, ...managing],
      withheld: [],
    },
    { who: 'a responder', position: [['responder', 'STC']], offered: [], withheld: [...managing, '/baocao'] },
    { who: 'nobody yet', position: [], offered: [], withheld: [...managing, '/baocao'] },
  ] as const)('$who', async ({ position, offered, withheld }) => {
    const lan = await story.joins(
      'Vũ Thị Lan',
      ...position.map((held) => [...held] as [(typeof held)[0], string]),
    );
    for (const typed of ['/trogiup', 'trợ giúp', '/start', '/khongbiet']) {
      const text = await isTold(lan, typed);
      for (const command of [...offered, '/suco', '/lich', '/trogiup']) expect(text).toContain(command);
      for (const command of withheld) expect(text).not.toContain(command);
    }
  });
});
