import { describe, expect, test } from 'vitest';
import { dueWords, periodName, reportTitle, reportTitles, shortReportTitle } from '#locales/report-words.ts';

const december = { kind: 'month', year: 2026, month: 12 } as const;
const fourthQuarter = { kind: 'quarter', year: 2026, quarter: 4 } as const;
const year2026 = { kind: 'year', year: 2026 } as const;
const secondHalf = { kind: 'half', year: 2026, half: 2 } as const;
const once = { kind: 'once' } as const;

describe('the name of a period', () => {
  test.each([
    [december, 'tháng 12/2026', 'December 2026'],
    [{ kind: 'month', year: 2027, month: 1 } as const, 'tháng 1/2027', 'January 2027'],
    [fourthQuarter, 'quý IV/2026', 'Q4 2026'],
    [{ kind: 'quarter', year: 2026, quarter: 2 } as const, 'quý II/2026', 'Q2 2026'],
    [{ kind: 'half', year: 2026, half: 1 } as const, '6 tháng đầu năm 2026', 'first half of 2026'],
    [secondHalf, '6 tháng cuối năm 2026', 'second half of 2026'],
    [year2026, 'năm 2026', 'year 2026'],
    [once, '', ''],
  ])('%j is “%s”, “%s”', (period, vietnamese, english) => {
    expect(periodName('vi', period)).toBe(vietnamese);
    expect(periodName('en', period)).toBe(english);
  });
});

describe('until when', () => {
  test('the words of the text and the day that they mean', () => {
    const due = { dueDay: '2026-12-15', lastDay: '2026-12-14' };
    expect(dueWords('vi', due)).toBe('trước ngày 15/12/2026 (hạn cuối: hết thứ Hai 14/12)');
    expect(dueWords('en', due)).toBe('before 15/12/2026 (until the end of Monday 14/12)');
  });

  test('at the turn of the year the last day has its year too', () => {
    const due = { dueDay: '2027-01-01', lastDay: '2026-12-31' };
    expect(dueWords('vi', due)).toBe('trước ngày 1/1/2027 (hạn cuối: hết thứ Năm 31/12/2026)');
  });

  test('Sunday is “Chủ nhật”', () => {
    const due = { dueDay: '2027-02-15', lastDay: '2027-02-14' };
    expect(dueWords('vi', due)).toBe('trước ngày 15/2/2027 (hạn cuối: hết Chủ nhật 14/2)');
  });
});

describe('what a report is called', () => {
  test('a name that ends as the period begins says it once', () => {
    expect(reportTitle('vi', { name: 'Báo cáo tháng', period: december })).toBe('Báo cáo tháng 12/2026');
    expect(reportTitle('vi', { name: 'Báo cáo quý', period: fourthQuarter })).toBe('Báo cáo quý IV/2026');
    expect(reportTitle('vi', { name: 'Báo cáo năm', period: year2026 })).toBe('Báo cáo năm 2026');
    expect(reportTitle('vi', { name: 'Kế hoạch kiểm tra năm', period: year2026 })).toBe(
      'Kế hoạch kiểm tra năm 2026',
    );
  });

  test('another name has the period behind it', () => {
    const report = { name: 'Báo cáo quý của tỉnh', period: fourthQuarter };
    expect(reportTitle('vi', report)).toBe('Báo cáo quý của tỉnh (quý IV/2026)');
    expect(reportTitle('en', { name: 'Monthly report', period: december })).toBe(
      'Monthly report (December 2026)',
    );
  });

  test('what is owed once has no period', () => {
    expect(reportTitle('vi', { name: 'Phê duyệt cấp độ', period: once })).toBe('Phê duyệt cấp độ');
    expect(shortReportTitle('vi', { name: 'Phê duyệt cấp độ', period: once })).toBe('Phê duyệt cấp độ');
  });

  test('in a list the period is enough, unless the name says more', () => {
    expect(shortReportTitle('vi', { name: 'Báo cáo tháng', period: december })).toBe('tháng 12/2026');
    expect(shortReportTitle('en', { name: 'Monthly report', period: december })).toBe('December 2026');
    expect(shortReportTitle('vi', { name: 'Báo cáo quý của tỉnh', period: fourthQuarter })).toBe(
      'Báo cáo quý của tỉnh (quý IV/2026)',
    );
    expect(shortReportTitle('vi', { name: 'Diễn tập thực chiến', period: year2026 })).toBe(
      'Diễn tập thực chiến (năm 2026)',
    );
  });

  test('several in one sentence say “Báo cáo” once', () => {
    const reports = [
      { name: 'Báo cáo tháng', period: december },
      { name: 'Báo cáo quý', period: fourthQuarter },
      { name: 'Báo cáo năm', period: year2026 },
    ];
    expect(reportTitles('vi', reports)).toBe('Báo cáo tháng 12/2026, quý IV/2026, năm 2026');
    expect(reportTitles('vi', [{ name: 'Báo cáo lần đầu', period: once }, ...reports.slice(1)])).toBe(
      'Báo cáo lần đầu, Báo cáo quý IV/2026, năm 2026',
    );
  });
});
