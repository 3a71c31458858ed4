import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDirectives } from '#app/load-directives.ts';
import { otherQuestionOf } from '#domain/form.ts';
import type { Duty, Question } from '#domain/directives/schema.ts';

const directives = loadDirectives(join(import.meta.dirname, '../../domain/directives'));

describe('the duties of the directives', () => {
  it.each([
    ['thai-nguyen-1880-2024', 'monthly', 'report', 'agency', 'before day 15 of a month', '2024-M05'],
    [
      'thai-nguyen-1880-2024',
      'quarterly-agency',
      'report',
      'agency',
      'before day 15 of a quarter',
      '2024-Q2',
    ],
    [
      'thai-nguyen-1880-2024',
      'quarterly-province',
      'report',
      'coordinator',
      'before day 20 of a quarter',
      '2024-Q2',
    ],
    ['thai-nguyen-1880-2024', 'first-agency', 'report', 'agency', 'before 2024-04-19', undefined],
    ['thai-nguyen-1880-2024', 'first-province', 'report', 'coordinator', 'before 2024-04-22', undefined],
    ['thai-nguyen-1880-2024', 'level-approval', 'milestone', 'agency', 'within 2024-09', undefined],
    ['thai-nguyen-1880-2024', 'level-deployment', 'milestone', 'agency', 'within 2024-12', undefined],
    ['thai-nguyen-1880-2024', 'pre-operation', 'event', 'agency', 'event', undefined],
    ['thai-nguyen-1880-2024', 'incident-severe', 'event', 'agency', 'event', undefined],
    ['thai-nguyen-1880-2024', 'incident-upward', 'event', 'coordinator', 'event', undefined],
    ['thai-nguyen-1880-2024', 'incident-closing', 'event', 'agency', 'event', undefined],
    ['dong-nai-2455-2024', 'annual-agency', 'report', 'agency', 'before 12-15', '2024'],
    ['dong-nai-2455-2024', 'annual-province', 'report', 'coordinator', 'before 12-25', '2024'],
    ['dong-nai-2455-2024', 'level-approval', 'milestone', 'agency', 'within 2024-08', undefined],
    ['dong-nai-2455-2024', 'level-deployment', 'milestone', 'agency', 'within 2024-11', undefined],
    ['dong-nai-2455-2024', 'annual-inspection', 'event', 'agency', 'event', undefined],
    ['dong-nai-2455-2024', 'pre-operation', 'event', 'agency', 'event', undefined],
    ['dong-nai-2455-2024', 'difficulty', 'event', 'agency', 'event', undefined],
    ['chi-thi-09-2024', 'annual-chair', 'report', 'chair', 'before 12-25', '2024'],
    ['chi-thi-09-2024', 'level-approval', 'milestone', 'agency', 'within 2024-09', undefined],
    ['chi-thi-09-2024', 'level-deployment', 'milestone', 'agency', 'within 2024-12', undefined],
    ['chi-thi-09-2024', 'pre-operation', 'event', 'agency', 'event', undefined],
    [
      'dong-nai-689-2024',
      'annual-draft',
      'report',
      'portal-unit',
      '5 working days before dong-nai-2455-2024/annual-agency',
      '2024',
    ],
    ['thanh-hoa-22-2015', 'half-yearly-province', 'report', 'coordinator', 'half 1 before 07-01', '2016-H1'],
    ['thanh-hoa-22-2015', 'annual-province', 'report', 'coordinator', 'before 01-01', '2015'],
    ['thanh-hoa-22-2015', 'inspection-plan', 'report', 'provincial-police', 'before 04-01', '2016'],
    ['thanh-hoa-22-2015', 'incident', 'event', 'agency', 'event', undefined],
    ['quang-nam-15-2022', 'result-report', 'report', 'coordinator', 'before 01-01', '2023'],
    [
      'quang-nam-15-2022',
      'response-plan',
      'milestone',
      'agency, coordinator',
      'before 2022-12-31',
      undefined,
    ],
    ['quang-nam-15-2022', 'contact-point', 'milestone', 'agency', 'before 2022-10-31', undefined],
    [
      'quang-nam-15-2022',
      'vulnerability-scan',
      'milestone',
      'agency',
      'half 1 before 07-01, half 2 before 01-01',
      '2023-H1',
    ],
    [
      'quang-nam-15-2022',
      'shared-scan-hunt',
      'milestone',
      'coordinator',
      'half 1 before 07-01, half 2 before 01-01',
      '2023-H1',
    ],
    ['quang-nam-15-2022', 'drill', 'milestone', 'coordinator', 'before 01-01', '2023'],
    ['quang-nam-15-2022', 'incident', 'event', 'agency', 'event', undefined],
    ['quang-nam-15-2022', 'warning-fix', 'event', 'agency', 'event', undefined],
    ['ha-tinh-357-2019', 'holiday-issue', 'event', 'agency', 'event', undefined],
    ['ha-tinh-357-2019', 'attack-signs', 'event', 'coordinator', 'event', undefined],
    ['ha-tinh-357-2019', 'warning-relay', 'event', 'coordinator', 'event', undefined],
    ['ha-tinh-357-2019', 'difficulty', 'event', 'agency', 'event', undefined],
    ['ha-tinh-357-2019', 'tet-duty-roster', 'milestone', 'agency', 'before Tết', '2019'],
    ['ha-tinh-357-2019', 'tet-duty-checkin', 'event', 'agency', '08:00 on each day of Tết', '2019'],
    ['ha-tinh-357-2019', 'warning-ack', 'event', 'agency', 'event', undefined],
    ['nd-331-2026', 'annual-operator', 'report', 'agency', 'before 12-20', '2026'],
    ['nd-331-2026', 'annual-owner', 'report', 'coordinator', 'before 12-25', '2026'],
    ['nd-331-2026', 'level-approval', 'milestone', 'agency', 'before 2027-01-01', undefined],
    ['nd-331-2026', 'level-deployment', 'milestone', 'agency', 'before 2027-07-01', undefined],
    ['qd-05-2017', 'incident-report', 'event', 'agency', 'event', undefined],
    ['qd-05-2017', 'incident-beyond-capacity', 'event', 'agency', 'event', undefined],
    ['qd-05-2017', 'incident-closing', 'event', 'agency', 'event', undefined],
  ])('%s/%s is a %s of the %s, due %s', (directive, id, kind, owedBy, due, from) => {
    const duty = dutyOf(directive, id);
    expect({
      kind: duty.kind,
      owedBy: [duty.owedBy.value, ...(duty.owedBy.also ?? [])].join(', '),
      due: dueInWords(duty),
      from: duty.from?.period,
    }).toEqual({ kind, owedBy, due, from });
  });

  it('are those of the seven directives, of the decree and of the older incident rules, and of nothing else', () => {
    expect(directives.map(({ id, duties }) => [id, duties.length])).toEqual([
      ['chi-thi-09-2024', 4],
      ['dong-nai-2455-2024', 7],
      ['dong-nai-689-2024', 1],
      ['ha-tinh-357-2019', 7],
      ['nd-331-2026', 8],
      ['qd-05-2017', 3],
      ['quang-nam-15-2022', 8],
      ['thai-nguyen-1880-2024', 11],
      ['thanh-hoa-22-2015', 4],
    ]);
  });

  it('come from two example provinces unless an administrator says otherwise', () => {
    const on = directives.filter(({ onByDefault }) => onByDefault);
    expect(on.map(({ id }) => id)).toEqual([
      'chi-thi-09-2024',
      'dong-nai-2455-2024',
      'dong-nai-689-2024',
      'thai-nguyen-1880-2024',
    ]);
    for (const { note } of on) expect(note?.vi).toMatch(/hai tỉnh Thái Nguyên và Đồng Nai/);
  });

  it('address the kinds of unit that each text names; communes only by default', () => {
    const kindsOf = (directive: string, id: string) => {
      const { kinds, byDefault = [] } = dutyOf(directive, id).addressees;
      return { named: kinds.filter((kind) => !byDefault.includes(kind)), byDefault };
    };
    expect(kindsOf('thai-nguyen-1880-2024', 'monthly')).toEqual({
      named: ['department', 'board', 'mass-organisation', 'district'],
      byDefault: ['commune'],
    });
    expect(kindsOf('quang-nam-15-2022', 'vulnerability-scan')).toEqual({
      named: ['department', 'board', 'association', 'mass-organisation', 'district'],
      byDefault: ['commune'],
    });
    expect(kindsOf('dong-nai-2455-2024', 'annual-agency')).toEqual({
      named: ['department', 'board', 'district'],
      byDefault: ['office', 'commune'],
    });
    expect(kindsOf('thanh-hoa-22-2015', 'incident')).toEqual({
      named: ['department', 'board', 'district'],
      byDefault: ['commune'],
    });
    expect(kindsOf('ha-tinh-357-2019', 'holiday-issue')).toEqual({
      named: ['party-office', 'department', 'board', 'mass-organisation', 'district', 'central-agency'],
      byDefault: ['commune'],
    });
  });

  it('say of days that no text names that they are a setting', () => {
    const dueBySetting = directives
      .flatMap(({ id, duties }) => duties.map((duty) => ({ name: `${id}/${duty.id}`, due: duty.due })))
      .filter(({ due }) => due.source === 'default');
    expect(dueBySetting.map(({ name }) => name)).toEqual([
      'dong-nai-689-2024/annual-draft',
      'quang-nam-15-2022/result-report',
      'quang-nam-15-2022/vulnerability-scan',
      'quang-nam-15-2022/shared-scan-hunt',
      'quang-nam-15-2022/drill',
      'thanh-hoa-22-2015/half-yearly-province',
      'thanh-hoa-22-2015/annual-province',
      'thanh-hoa-22-2015/inspection-plan',
    ]);
  });

  it('never pass a service of ours off as something that a text demands', () => {
    for (const id of ['tet-duty-roster', 'tet-duty-checkin', 'warning-ack']) {
      const { owedBy, addressees, recipient, due, from, window, cadence, form } = dutyOf(
        'ha-tinh-357-2019',
        id,
      );
      const sources = [owedBy, addressees, recipient, due, from, window, cadence, form].map(
        (field) => field?.source,
      );
      expect(new Set(sources.filter((source) => source !== undefined))).toEqual(new Set(['product']));
    }
  });

  it('keep the words of the scan, with its reading errors mended beside them', () => {
    const { quote, correctedQuote } = dutyOf('quang-nam-15-2022', 'shared-scan-hunt');
    expect(quote).toContain('sẵn lòng mỗi nguy hại');
    expect(correctedQuote).toContain('săn lùng mối nguy hại');
    const unquoted = directives.filter(({ duties }) => duties.some((duty) => duty.quote === undefined));
    expect(unquoted.map(({ id }) => id)).toEqual(['nd-331-2026', 'qd-05-2017']);
  });

  it('have the time limits of incidents that each text sets', () => {
    const clocks = directives.flatMap(({ id, duties }) =>
      duties.flatMap(({ id: duty, clock }) => {
        if (!clock) return [];
        const { limit, from, appliesTo } = clock;
        const limits = typeof limit.value === 'string' ? limit.value : JSON.stringify(limit.value);
        return [[`${id}/${duty}`, limits, from.value, [appliesTo.value].flat().join(' or ')]];
      }),
    );
    expect(clocks).toEqual([
      ['nd-331-2026/incident-immediate', 'at-once', 'detection', 'severe or service-down'],
      ['nd-331-2026/incident-initial', '{"hours":24}', 'detection', 'severe'],
      ['nd-331-2026/incident-causes', '{"hours":72}', 'detection', 'every-incident'],
      ['nd-331-2026/personal-data-breach', '{"hours":72}', 'detection', 'personal-data'],
      ['qd-05-2017/incident-report', '{"days":5}', 'detection', 'every-incident'],
      ['qd-05-2017/incident-beyond-capacity', 'at-once', 'detection', 'beyond-capacity'],
      ['qd-05-2017/incident-closing', '{"days":5}', 'closing', 'every-incident'],
      ['quang-nam-15-2022/incident', 'at-once', 'detection', 'every-incident'],
      ['thai-nguyen-1880-2024/incident-severe', 'at-once', 'detection', 'severe or beyond-capacity'],
      ['thanh-hoa-22-2015/incident', 'at-once', 'detection', 'every-incident'],
    ]);
  });

  it('run the clocks of what is in force everywhere, whether or not its reports are switched on', () => {
    const national = directives.filter(({ incidentClocksFrom }) => incidentClocksFrom);
    expect(national.map((directive) => [directive.id, directive.incidentClocksFrom?.day])).toEqual([
      ['nd-331-2026', '2026-08-19'],
      ['qd-05-2017', '2017-03-16'],
    ]);
    for (const { onByDefault } of national) expect(onByDefault).toBe(false);
  });

  it('say that the contact point was due before its own document was issued', () => {
    expect(dutyOf('quang-nam-15-2022', 'contact-point').note?.vi).toMatch(
      /31\/10\/2022, trước ngày ban hành/,
    );
  });

  it('take the windows of the province from the agencies, and of the decree from its own text', () => {
    expect(dutyOf('thai-nguyen-1880-2024', 'quarterly-province').window).toEqual({
      rule: 'same-as',
      duty: 'thai-nguyen-1880-2024/quarterly-agency',
      source: 'default',
    });
    expect(dutyOf('chi-thi-09-2024', 'annual-chair')).toMatchObject({
      window: { rule: 'same-as', duty: 'dong-nai-2455-2024/annual-agency' },
      oneReportWith: 'dong-nai-2455-2024/annual-province',
    });
    expect(dutyOf('nd-331-2026', 'annual-operator').window).toEqual({
      rule: 'yearly',
      from: '12-15',
      source: 'text',
    });
  });
});

describe('the forms', () => {
  it('are short: the quarter adds five questions to the month, the year what its letter asks', () => {
    expect(keysOf('monthly-agency')).toEqual([
      'systems-managed',
      'systems-approved',
      'systems-by-level',
      'systems-deployed',
      'incidents',
      'incidents-by-kind',
      'vulnerabilities-found',
      'vulnerabilities-fixed',
      'hunting-done',
      'hunting-date',
      'backups',
      'difficulties',
    ]);
    expect(added('quarterly-agency', 'monthly-agency')).toEqual([
      'hunting-after-fix',
      'backup-last-date',
      'backup-restore-tested',
      'ncsc-connected',
      'risks-measures',
    ]);
    expect(added('annual-agency', 'quarterly-agency')).toEqual([
      'four-layers',
      'inspection-done',
      'inspection-date',
      'inspection-result',
      'budget-share',
      'budget-share-reason',
      'scans',
      'drills',
      'staff-trained',
    ]);
    expect(keysOf('milestone-confirmation')).toEqual([
      'milestone-done',
      'milestone-date',
      'milestone-document',
    ]);
  });

  it('skip what an earlier answer has settled', () => {
    const conditions = form('annual-agency').questions.flatMap(({ key, relevant = [] }) =>
      relevant.map(({ question, is, value }) => `${key}: ${question} ${is} ${value}`),
    );
    expect(conditions).toEqual([
      'systems-approved: systems-managed greater 0',
      'systems-by-level: systems-approved greater 0',
      'systems-deployed: systems-approved greater 0',
      'inspection-date: inspection-done equal true',
      'inspection-result: inspection-done equal true',
      'incidents-by-kind: incidents greater 0',
      'vulnerabilities-fixed: vulnerabilities-found greater 0',
      'hunting-date: hunting-done equal true',
      'hunting-after-fix: vulnerabilities-fixed greater 0',
      'backup-last-date: backups equal true',
      'backup-restore-tested: backups equal true',
      'budget-share-reason: budget-share less 10',
    ]);
  });

  it.each(['monthly-agency', 'quarterly-agency', 'annual-agency'])('%s compares the figures', (id) => {
    expect(form(id).rules.map((rule) => `${rule.question} ${rule.rule} ${otherQuestionOf(rule)}`)).toEqual([
      'systems-approved not-more-than systems-managed',
      'systems-by-level parts-add-up-to systems-approved',
      'systems-deployed not-more-than systems-approved',
      'incidents-by-kind parts-add-up-to incidents',
      'vulnerabilities-fixed not-more-than vulnerabilities-found',
    ]);
  });

  it('ask in the yearly report what another directive wants only while that one is on', () => {
    const askedBy = Object.fromEntries(
      form('annual-agency').questions.map((question) => [question.key, question.askedBy]),
    );
    expect(askedBy).toMatchObject({
      'inspection-done': undefined,
      'ncsc-connected': undefined,
      'budget-share': ['thai-nguyen-1880-2024'],
      incidents: ['thai-nguyen-1880-2024', 'quang-nam-15-2022'],
      scans: ['quang-nam-15-2022'],
      drills: ['quang-nam-15-2022'],
      'staff-trained': ['thanh-hoa-22-2015'],
    });
  });

  it('ask afresh for everything that happened in the window', () => {
    const stock = new Set(
      allQuestions()
        .filter(({ scope }) => scope === 'stock')
        .map(({ key }) => key),
    );
    expect([...stock].sort()).toEqual([
      'approval-expected',
      'backups',
      'four-layers',
      'ncsc-connected',
      'systems-appraised',
      'systems-approved',
      'systems-by-level',
      'systems-classified',
      'systems-deployed',
      'systems-managed',
      'systems-with-dossier',
    ]);
  });

  it('fit a phone, in both languages', () => {
    for (const { key, label, shortLabel, help, options = [], parts = [] } of allQuestions()) {
      for (const language of ['vi', 'en'] as const) {
        expect(label[language].length, `label of ${key}`).toBeLessThanOrEqual(200);
        expect(shortLabel[language].length, `short label of ${key}`).toBeLessThanOrEqual(40);
        expect(help[language].length, `help of ${key}`).toBeLessThanOrEqual(400);
        for (const choice of [...options, ...parts])
          expect(choice.label[language].length, choice.key).toBeLessThanOrEqual(60);
      }
    }
  });

  it('speak the words of the trade, not those that confuse', () => {
    const texts = JSON.stringify(directives.map(({ duties, forms }) => ({ duties, forms })));
    for (const word of ['nghĩa vụ', 'phần việc', 'leo thang', 'mốc thời hạn', 'khống chế'])
      expect(texts).not.toContain(word);
  });
});

function dutyOf(directive: string, id: string): Duty {
  const duty = directives
    .find((candidate) => candidate.id === directive)
    ?.duties.find((candidate) => candidate.id === id);
  if (!duty) throw new Error(`${directive}/${id} is missing`);
  return duty;
}

function dueInWords({ due }: Duty): string {
  switch (due.recurrence) {
    case 'monthly':
      return `before day ${due.beforeDay} of a month`;
    case 'quarterly':
      return `before day ${due.beforeDay} of a quarter`;
    case 'half-yearly':
      return (due.halves ?? [1, 2]).map((half) => `half ${half} before ${due.before[half - 1]}`).join(', ');
    case 'yearly':
    case 'once':
      return `before ${due.before}`;
    case 'yearly-relative':
      return `${due.workingDaysBefore} working days before ${due.of}`;
    case 'once-within-month':
      return `within ${due.month}`;
    case 'before-tet':
      return 'before Tết';
    case 'tet-days':
      return `${due.at} on each day of Tết`;
    case 'event':
      return 'event';
  }
}

function form(id: string) {
  const found = directives.flatMap(({ forms }) => forms).find((candidate) => candidate.id === id);
  if (!found) throw new Error(`the form ${id} is missing`);
  return found;
}

function keysOf(id: string): string[] {
  return form(id).questions.map(({ key }) => key);
}

function added(id: string, than: string): string[] {
  const before = keysOf(than);
  expect(keysOf(id)).toEqual(expect.arrayContaining(before));
  return keysOf(id).filter((key) => !before.includes(key));
}

function allQuestions(): Question[] {
  return directives.flatMap(({ forms }) => forms.flatMap(({ questions }) => questions));
}
