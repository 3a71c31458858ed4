import { describe, expect, test } from 'vitest';
import { type DeadlineRow, listDeadlines } from '#app/commands/deadlines.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';

function listed(rows: DeadlineRow[]): string[] {
  return rows.map(({ duty, period, owedBy, to, dueBefore, source }) =>
    [duty, period, owedBy, to ?? '–', dueBefore.slice(0, 10), source].join(' | '),
  );
}

describe('by default', () => {
  test('2026 has the 15th monthly, the 15th and the 20th of the quarter-end month, 15 and 25 December', () => {
    const rows = listDeadlines(realCatalogue(), { from: '2026-01-01', to: '2026-12-31' });
    const days = new Map<string, string[]>();
    for (const { duty, dueBefore } of rows)
      days.set(duty, [...(days.get(duty) ?? []), dueBefore.slice(5, 10)]);
    expect(Object.fromEntries(days)).toEqual({
      monthly: [
        '01-15',
        '02-15',
        '03-15',
        '04-15',
        '05-15',
        '06-15',
        '07-15',
        '08-15',
        '09-15',
        '10-15',
        '11-15',
        '12-15',
      ],
      'quarterly-agency': ['03-15', '06-15', '09-15', '12-15'],
      'quarterly-province': ['03-20', '06-20', '09-20', '12-20'],
      'annual-draft': ['12-08'],
      'annual-agency': ['12-15'],
      'annual-province': ['12-25'],
      'annual-chair': ['12-25'],
    });
    expect(rows.every(({ kind, provisional }) => kind === 'report' && !provisional)).toBe(true);
    expect(rows.every(({ dueBefore }) => dueBefore.endsWith('T00:00:00+07:00'))).toBe(true);
  });

  test('December 2026 says who owes what to whom', () => {
    expect(listed(listDeadlines(realCatalogue(), { from: '2026-12-01', to: '2026-12-31' }))).toEqual([
      'annual-draft | 2026 | portal-unit | Văn phòng UBND tỉnh | 2026-12-08 | default',
      'monthly | 2026-M12 | agency | coordinator | 2026-12-15 | text',
      'quarterly-agency | 2026-Q4 | agency | coordinator | 2026-12-15 | text',
      'annual-agency | 2026 | agency | coordinator | 2026-12-15 | text',
      'quarterly-province | 2026-Q4 | coordinator | Bộ Thông tin và Truyền thông, UBND tỉnh | 2026-12-20 | text',
      'annual-chair | 2026 | chair | Bộ Thông tin và Truyền thông | 2026-12-25 | text',
      'annual-province | 2026 | coordinator | Thủ tướng Chính phủ, Bộ Thông tin và Truyền thông | 2026-12-25 | text',
    ]);
  });

  test('a row has exactly these fields, the clause and its words among them', () => {
    const [monthly] = listDeadlines(realCatalogue(), { from: '2026-11-14', to: '2026-11-14' });
    expect(monthly).toEqual({
      directive: 'thai-nguyen-1880-2024',
      duty: 'monthly',
      kind: 'report',
      period: '2026-M11',
      owedBy: 'agency',
      to: 'coordinator',
      windowFrom: '2026-10-15',
      windowTo: '2026-11-14',
      lastDay: '2026-11-14',
      dueBefore: '2026-11-15T00:00:00+07:00',
      citation: expect.stringContaining('1880/UBND-KGVX ngày 16/4/2024'),
      quote: expect.stringContaining('Định kỳ trước ngày 15 hằng tháng'),
      source: 'text',
      provisional: false,
    });
  });

  test('2024 begins with the first reports and goes on with the milestones', () => {
    const rows = listDeadlines(realCatalogue(), { from: '2024-01-01', to: '2024-12-31' });
    const milestones = rows.filter(({ kind }) => kind === 'milestone');
    expect(rows.slice(0, 3).map(({ duty, lastDay }) => `${duty} ${lastDay}`)).toEqual([
      'first-agency 2024-04-18',
      'first-province 2024-04-21',
      'monthly 2024-05-14',
    ]);
    expect(
      milestones.map(({ directive, duty, lastDay, to }) => `${directive} ${duty} ${lastDay} ${to}`),
    ).toEqual([
      'dong-nai-2455-2024 level-approval 2024-08-31 null',
      'thai-nguyen-1880-2024 level-approval 2024-09-30 null',
      'chi-thi-09-2024 level-approval 2024-09-30 null',
      'dong-nai-2455-2024 level-deployment 2024-11-30 null',
      'thai-nguyen-1880-2024 level-deployment 2024-12-31 null',
      'chi-thi-09-2024 level-deployment 2024-12-31 null',
    ]);
  });
});

test('the other directives, in the year from 1/7/2026', () => {
  const others = realCatalogue(['thanh-hoa-22-2015', 'quang-nam-15-2022', 'ha-tinh-357-2019']);
  const rows = listDeadlines(others, { from: '2026-06-30', to: '2027-03-31' });
  expect(
    rows
      .map(
        ({ duty, period, dueBefore, provisional }) =>
          `${duty} ${period} ${dueBefore.slice(0, 10)}${provisional ? '?' : ''}`,
      )
      .sort(),
  ).toEqual([
    'annual-province 2026 2027-01-01',
    'drill 2026 2027-01-01',
    'half-yearly-province 2026-H1 2026-07-01',
    'inspection-plan 2027 2027-04-01',
    'result-report 2026 2027-01-01',
    'shared-scan-hunt 2026-H1 2026-07-01',
    'shared-scan-hunt 2026-H2 2027-01-01',
    'tet-duty-roster 2027 2027-02-05?',
    'vulnerability-scan 2026-H1 2026-07-01',
    'vulnerability-scan 2026-H2 2027-01-01',
  ]);
});
