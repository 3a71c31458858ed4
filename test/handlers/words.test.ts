import { describe, expect, test } from 'vitest';
import { addDays, startOfDay } from '#domain/time.ts';
import { textIn } from '#locales/text.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import { whatIsMissing, whatIsOwed } from '#handlers/count-words.ts';
import { dueGroups } from '#handlers/due-groups.ts';
import { dueSoon } from '#handlers/due-soon.ts';
import { fillChoices, paperChoice } from '#handlers/fill-choices.ts';
import { pagesOf } from '#handlers/missing-pages.ts';
import { mergedCitation, reasonLines } from '#handlers/reason-words.ts';
import { reporterReminder } from '#handlers/reminder-words.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';

const say = textIn('vi');
const catalogue = realCatalogue();
const context = { catalogue, say, language: 'vi' as const };

const month = { directive: 'thai-nguyen-1880-2024', duty: 'monthly', period: '2026-M12' };
const quarter = { directive: 'thai-nguyen-1880-2024', duty: 'quarterly-agency', period: '2026-Q4' };
const year = { directive: 'dong-nai-2455-2024', duty: 'annual-agency', period: '2026' };
const ofProvince = { directive: 'thai-nguyen-1880-2024', duty: 'quarterly-province', period: '2026-Q4' };
const drill = { directive: 'quang-nam-15-2022', duty: 'drill', period: '2026' };

function owed(report: typeof month, more: Partial<Assignment> = {}): Assignment {
  const { lastDay = '2026-12-14' } = more;
  return {
    ...report,
    ...{ id: `${report.duty} of ${more.unitId ?? 'stc'}`, unitId: 'stc', unitName: 'Sở Tài chính' },
    ...{ windowFrom: '2026-11-15', windowTo: '2026-12-14', lastDay: '2026-12-14' },
    ...{ dueBefore: startOfDay(addDays(lastDay, 1), catalogue.zone), state: 'open' },
    ...{ draftBy: null, draft: null, draftFormId: null, draftFormVersion: null, receivedAt: null },
    ...{ onTime: null, isReturned: false, correctionReason: null, reopenedUntil: null, awaitsHead: false },
    ...more,
  };
}

describe('by which clauses', () => {
  test('one line for each document, with its points', () => {
    expect(reasonLines(context, [month, quarter, year])).toEqual([
      'Căn cứ: Công văn số 1880/UBND-KGVX ngày 16/4/2024 của UBND tỉnh Thái Nguyên, điểm 1.1, gạch đầu dòng thứ 4; gạch đầu dòng thứ 2.',
      'Căn cứ: Công văn số 2455/UBND-KGVX ngày 12/3/2024 của UBND tỉnh Đồng Nai, điểm 2, gạch đầu dòng thứ 5.',
    ]);
  });

  test.each([
    { citations: ['Công văn số 1, điểm 2'], merged: 'Công văn số 1, điểm 2' },
    { citations: ['Công văn số 1, điểm 2', 'Công văn số 1, điểm 2'], merged: 'Công văn số 1, điểm 2' },
    {
      citations: ['Công văn số 1, điểm 2', 'Công văn số 1, điểm 3'],
      merged: 'Công văn số 1, điểm 2; điểm 3',
    },
    { citations: ['CV 1, điểm 2', 'CV 1, điểm 2, dòng 1'], merged: 'CV 1, điểm 2; điểm 2, dòng 1' },
    { citations: ['Luật A', 'Luật B'], merged: 'Luật A; Luật B' },
  ])('$citations is $merged', ({ citations, merged }) => {
    expect(mergedCitation(citations)).toBe(merged);
  });

  test('a day that the document does not name is not said to be its own', () => {
    const plan = { directive: 'thanh-hoa-22-2015', duty: 'inspection-plan', period: '2027' };
    expect(reasonLines(context, [plan])).toEqual([
      'Căn cứ: Chỉ thị số 22/CT-UBND ngày 19/10/2015 của UBND tỉnh Thanh Hóa, điểm 3c.',
      'Văn bản không nêu ngày. Thời hạn do đơn vị tự đặt.',
    ]);
    expect(reasonLines(context, [month, plan]).at(-1)).toBe(
      'Thời hạn của Kế hoạch kiểm tra năm 2027 do đơn vị tự đặt; văn bản không nêu ngày.',
    );
  });

  test('what no document demands has no basis in one', () => {
    const roster = { directive: 'ha-tinh-357-2019', duty: 'tet-duty-roster', period: '2027' };
    expect(reasonLines(context, [roster])).toEqual([
      'Việc này do hệ thống nhắc thêm, văn bản không quy định.',
    ]);
  });
});

describe('how much', () => {
  test('reports and things to have done are counted apart', () => {
    expect(whatIsOwed(context, [month, quarter, year])).toBe('3 báo cáo phải gửi');
    expect(whatIsOwed(context, [month, drill])).toBe('1 báo cáo phải gửi, 1 nhiệm vụ phải làm');
    expect(whatIsMissing(context, [drill])).toBe('1 nhiệm vụ chưa xong');
    expect(whatIsMissing(context, [month, quarter])).toBe('2 báo cáo chưa gửi');
  });
});

describe('a reminder', () => {
  const now = new Date('2026-12-07T08:30:00+07:00');
  const remind = (assignments: Assignment[]) =>
    // The recipient of these is named in the document: nothing has to be looked up.
    reporterReminder(undefined as never, { ...context, now, today: '2026-12-07' }, assignments, 'message');

  test('names a unit once above all its deadlines', async () => {
    const { text } = await remind([owed(ofProvince), owed(drill, { lastDay: '2026-12-31' })]);
    expect(text.split('\n')).toEqual([
      'Nhắc hạn: 1 báo cáo phải gửi, 1 nhiệm vụ phải làm',
      '',
      'Sở Tài chính',
      '• Báo cáo quý của tỉnh (quý IV/2026)',
      'Hạn: trước ngày 15/12/2026 (hạn cuối: hết thứ Hai 14/12). Còn 6 ngày làm việc, kể cả hôm nay.',
      'Nơi nhận theo văn bản: Bộ Thông tin và Truyền thông, UBND tỉnh.',
      'Căn cứ: Công văn số 1880/UBND-KGVX ngày 16/4/2024 của UBND tỉnh Thái Nguyên, điểm 2, gạch đầu dòng thứ 1.',
      '',
      '• Diễn tập thực chiến (năm 2026)',
      'Hạn: trước ngày 1/1/2027 (hạn cuối: hết thứ Năm 31/12/2026). Còn 19 ngày làm việc, kể cả hôm nay.',
      'Căn cứ: Chỉ thị số 15/CT-UBND ngày 09/11/2022 của UBND tỉnh Quảng Nam, điểm 2, gạch đầu dòng thứ 2.',
      'Văn bản không nêu ngày. Thời hạn do đơn vị tự đặt.',
    ]);
  });

  test('of very many units tells of eight and counts the others', async () => {
    const units = Array.from({ length: 11 }, (_, at) => ({ unitId: `xa-${at}`, unitName: `Xã ${at}` }));
    const { text } = await remind(units.map((unit) => owed(ofProvince, unit)));
    expect(text).toContain('Nhắc hạn: 11 báo cáo phải gửi');
    expect(text).toContain('Xã 7');
    expect(text).not.toContain('Xã 8');
    expect(text).toContain('Và 3 báo cáo khác. Anh/chị gõ /baocao để xem.');
  });

  test('offers to wait only while a later one lies ahead', async () => {
    const labels = async (lastDay: string) =>
      (await remind([owed(ofProvince, { lastDay })])).choices?.flat().map(({ label }) => label);
    expect(await labels('2026-12-14')).toContain('Nhắc lại sau');
    expect(await labels('2026-12-04')).not.toContain('Nhắc lại sau');
  });
});

describe('buttons', () => {
  const labels = (assignments: Assignment[]) =>
    fillChoices(catalogue, say, dueGroups(assignments)).map((row) => row.map(({ label }) => label));
  const later = { lastDay: '2027-01-14' };
  const commune = { unitId: 'xa', unitName: 'UBND xã Tân Tiến' };

  test('say only what tells one from the others', () => {
    expect(labels([owed(month), owed(year)])).toEqual([['Lập báo cáo']]);
    expect(labels([owed(month), owed(year, later)])).toEqual([
      ['Lập báo cáo (hạn 14/12)'],
      ['Lập báo cáo (hạn 14/1)'],
    ]);
    expect(labels([owed(month), owed(month, commune)])).toEqual([
      ['Sở Tài chính: lập báo cáo'],
      ['UBND xã Tân Tiến: lập báo cáo'],
    ]);
    expect(labels([owed(month), owed(month, { ...commune, ...later })])).toEqual([
      ['Sở Tài chính: lập báo cáo (hạn 14/12)'],
      ['UBND xã Tân Tiến: lập báo cáo (hạn 14/1)'],
    ]);
  });

  test('what cannot be filled in here has none', () => {
    expect(labels([owed(ofProvince)])).toEqual([]);
  });

  test('one about paper: of one group it knows which, of several it asks', () => {
    expect(paperChoice(say, dueGroups([owed(month), owed(year)])).data).toBe('paper:2026-12-14:stc');
    expect(paperChoice(say, dueGroups([owed(month), owed(year, later)])).data).toBe('paper');
  });
});

describe('what is due soon', () => {
  const today = '2026-12-15';

  test('35 days ahead, and whatever is overdue, begun or returned', () => {
    const overdue = owed(month, { id: 'overdue' });
    const in35Days = owed(month, { id: 'in 35 days', lastDay: '2027-01-19' });
    const in36Days = owed(month, { id: 'in 36 days', lastDay: '2027-01-20' });
    const begun = owed(year, { id: 'begun', lastDay: '2027-12-14', state: 'draft' });
    const returned = owed(year, { id: 'returned', lastDay: '2027-12-14', state: 'returned' });
    const { soon, later, until } = dueSoon([overdue, in35Days, in36Days, begun, returned], today);
    expect(soon.map(({ id }) => id)).toEqual(['overdue', 'in 35 days', 'begun', 'returned']);
    expect(later.map(({ id }) => id)).toEqual(['in 36 days']);
    expect(until).toBe('2027-01-19');
  });
});

describe('pages', () => {
  const units = (count: number) => Array.from({ length: count }, (_, at) => `• Xã ${at + 1}`);

  test('twenty names to a page; a section that goes on says what it is again', () => {
    const pages = pagesOf([
      { heading: 'Quá hạn', lines: units(25) },
      { heading: 'Sắp đến hạn', lines: units(16) },
    ]);
    expect(
      pages.map((page) => page.map(({ heading, continued, lines }) => [heading, continued, lines.length])),
    ).toEqual([
      [['Quá hạn', false, 20]],
      [
        ['Quá hạn', true, 5],
        ['Sắp đến hạn', false, 15],
      ],
      [['Sắp đến hạn', true, 1]],
    ]);
  });

  test('nothing is one page; exactly one page is one', () => {
    expect(pagesOf([])).toEqual([[]]);
    expect(pagesOf([{ heading: 'Tất cả đã gửi.', lines: [] }])).toHaveLength(1);
    expect(pagesOf([{ heading: 'Chưa gửi', lines: units(20) }])).toHaveLength(1);
  });
});
