import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DirectiveFileError, loadDirectives } from '#app/load-directives.ts';

/** A small province: agencies report on two questions before 15/12, and the coordinator before 25/12. */
const goodFile = `id: example-1-2026
document:
  number: 1/UBND
  date: 2026-01-05
  kind: { vi: Công văn, en: Official letter }
  authority: { vi: UBND tỉnh, en: Provincial People's Committee }
  subject: { vi: Ví dụ, en: Example }
onByDefault: true
duties:
  - id: agency
    kind: report
    name: { vi: Báo cáo năm, en: Yearly report }
    shortName: { vi: Báo cáo năm, en: Yearly report }
    owedBy: { value: agency, source: text }
    addressees: { kinds: [department, commune], byDefault: [commune], source: text }
    citation: Công văn số 1/UBND, điểm 1
    quote: trước ngày 15 tháng 12 hằng năm
    due: { recurrence: yearly, before: 12-15, source: text }
    from: { period: "2026", source: text }
    cadence: { rule: report, source: default }
    form: { id: yearly, source: default }
  - id: province
    kind: report
    name: { vi: Báo cáo năm của tỉnh, en: Province's report }
    shortName: { vi: Báo cáo tỉnh, en: Province's report }
    owedBy: { value: coordinator, source: text }
    addressees: { kinds: [], source: text }
    citation: Công văn số 1/UBND, điểm 2
    due: { recurrence: yearly-relative, workingDaysBefore: 3, of: example-1-2026/agency, source: default }
    from: { period: "2026", source: text }
    window: { rule: same-as, duty: example-1-2026/agency, source: default }
    cadence: { rule: report, source: default }
forms:
  - id: yearly
    version: 1
    title: { vi: Báo cáo năm, en: Yearly report }
    questions:
      - key: systems
        type: integer
        scope: stock
        label: { vi: "Bao nhiêu hệ thống?", en: "How many systems?" }
        shortLabel: { vi: Hệ thống, en: Systems }
        help: { vi: Hệ thống của cơ quan, en: Systems of the agency }
        example: "6"
        clause: { citation: điểm 1, source: text }
      - key: approved
        type: integer
        scope: stock
        label: { vi: "Đã phê duyệt bao nhiêu?", en: "How many are approved?" }
        shortLabel: { vi: Đã phê duyệt, en: Approved }
        help: { vi: Có quyết định, en: With a decision }
        example: "5"
        relevant: [{ question: systems, is: greater, value: 0 }]
        clause: { citation: điểm 1, source: text }
    rules:
      - rule: not-more-than
        question: approved
        other: systems
        message: { vi: Xem lại giúp, en: Please check }
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nhac-han-directives-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('reading the directives', () => {
  it('reads every file of the folder but the calendar, in the order of their names', () => {
    write('example-1-2026.yaml', goodFile);
    write('another-2-2026.yaml', anotherFile());
    write('calendar.yaml', 'rows: []');
    write('README.md', 'not data');
    expect(loadDirectives(folder).map(({ id }) => id)).toEqual(['another-2-2026', 'example-1-2026']);
  });

  it('lets a directive name the duties and forms of another', () => {
    write('example-1-2026.yaml', goodFile);
    write(
      'another-2-2026.yaml',
      anotherFile().replace('duty: another-2-2026/agency', 'duty: example-1-2026/agency'),
    );
    expect(loadDirectives(folder)).toHaveLength(2);
  });
});

describe('a broken file is refused with file, line and reason', () => {
  it.each([
    // Why it is refused, and which words of the good file are replaced by which.
    ['duties.0.due.before: a day that every year has: MM-DD', 'before: 12-15', 'before: 02-30'],
    [
      'duties.0.addressees.kinds.0: Invalid option',
      'kinds: [department, commune]',
      'kinds: [depratment, commune]',
    ],
    ['duties.0.due.recurrence: Invalid', 'recurrence: yearly, before', 'recurrence: weekly, before'],
    [
      'onByDefault: Invalid input: expected boolean, received string',
      'onByDefault: true',
      'onByDefault: maybe',
    ],
    ['duties.0: Unrecognized key: "qoute"', '    quote: trước', '    qoute: trước'],
    ['the file of example-3-2026 is called example-3-2026.yaml', 'id: example-1-2026', 'id: example-3-2026'],
    ['the duty agency exists already in this directive', '  - id: province', '  - id: agency'],
    ['"yearly" goes with report or milestone', 'kind: report', 'kind: event'],
    [
      'only what is owed when something happens has a clock',
      '    form: { id: yearly,',
      '    clock: { limit: { value: at-once, source: text }, from: { value: detection, source: text }, appliesTo: { value: [severe], source: text }, what: { vi: báo, en: tell } }\n    form: { id: yearly,',
    ],
    ['what recurs needs "from", its first period', '    from: { period: "2026", source: text }\n', ''],
    ['2026-M12 does not name a year', 'from: { period: "2026"', 'from: { period: 2026-M12'],
    ['board is not among the kinds', 'byDefault: [commune]', 'byDefault: [board]'],
    ['there is no form yearlong', 'form: { id: yearly,', 'form: { id: yearlong,'],
    ['there is no duty example-1-2026/nobody', 'of: example-1-2026/agency', 'of: example-1-2026/nobody'],
    [
      'example-1-2026/province is not due on a day of every year',
      'of: example-1-2026/agency',
      'of: example-1-2026/province',
    ],
    ['there is no duty elsewhere/agency', 'duty: example-1-2026/agency', 'duty: elsewhere/agency'],
    [
      'example-1-2026/province takes its window from example-1-2026/province: name that one',
      'duty: example-1-2026/agency',
      'duty: example-1-2026/province',
    ],
    ['the question systems exists already in this form', '- key: approved', '- key: systems'],
    [
      'no question sistems comes before this one',
      'relevant: [{ question: systems,',
      'relevant: [{ question: sistems,',
    ],
    ['systems is compared with a number', 'is: greater, value: 0', 'is: greater, value: none'],
    ['systems is not a multi-choice', 'is: greater, value: 0', 'is: includes, value: none'],
    ['there is no question sistems in this form', 'other: systems', 'other: sistems'],
    ['approved has no parts', 'rule: not-more-than', 'rule: parts-add-up-to'],
    ['a question of type choice needs options', 'type: integer', 'type: choice'],
    ['there is no directive elsewhere', 'example: "5"', 'askedBy: [elsewhere]\n        example: "5"'],
    ['a question of type integer has no maxLength', 'example: "5"', 'maxLength: 9\n        example: "5"'],
    ['max is less than min', 'example: "6"', 'min: 1\n        max: 0\n        example: "6"'],
  ])('%s', (reason, good, broken) => {
    const text = goodFile.replace(good, broken);
    expect(text).not.toBe(goodFile);
    write('example-1-2026.yaml', text);
    const [mistake] = refusal().mistakes;
    expect(mistake?.file).toBe(join(folder, 'example-1-2026.yaml'));
    expect(mistake?.reason).toContain(reason);
  });

  it('points at the line to mend', () => {
    const text = goodFile
      .replace('before: 12-15', 'before: 12-32')
      .replace('source: text }\n    addressees', 'source: texts }\n    addressees')
      .replace('scope: stock', 'scope: forever')
      .replace('    citation: Công văn số 1/UBND, điểm 2\n', '');
    write('example-1-2026.yaml', text);
    const file = join(folder, 'example-1-2026.yaml');
    expect(refusal().message.split('\n')).toEqual([
      expect.stringMatching(`^${file}:14: duties\\.0\\.owedBy\\.source: `),
      `${file}:18: duties.0.due.before: a day that every year has: MM-DD`,
      `${file}:22: duties.1.citation: Invalid input: expected string, received undefined`,
      expect.stringMatching(`^${file}:39: forms\\.0\\.questions\\.0\\.scope: `),
    ]);
  });

  it('points at the line of what only a look at the whole can find', () => {
    const text = goodFile
      .replace('form: { id: yearly,', 'form: { id: yearlong,')
      .replace('of: example-1-2026/agency', 'of: nowhere/agency')
      .replace('relevant: [{ question: systems,', 'relevant: [{ question: sistems,')
      .replace('other: systems', 'other: sistems');
    write('example-1-2026.yaml', text);
    const file = join(folder, 'example-1-2026.yaml');
    expect(refusal().message.split('\n')).toEqual([
      `${file}:21: there is no form yearlong`,
      `${file}:29: there is no duty nowhere/agency`,
      `${file}:53: no question sistems comes before this one`,
      `${file}:58: there is no question sistems in this form`,
    ]);
  });

  it('lists the mistakes of all files', () => {
    write('another-2-2026.yaml', anotherFile().replace('before: 12-15', 'before: never'));
    write('example-1-2026.yaml', 'id: [');
    expect(refusal().mistakes.map(({ file, line }) => [file, line])).toEqual([
      [join(folder, 'another-2-2026.yaml'), 18],
      [join(folder, 'example-1-2026.yaml'), 1],
    ]);
  });

  it('refuses two files that give the same directive or the same form', () => {
    write('example-1-2026.yaml', goodFile);
    write('example-copy.yaml', goodFile);
    expect(refusal().mistakes.map(({ reason }) => reason)).toEqual([
      'the file of example-1-2026 is called example-1-2026.yaml',
      'the directive example-1-2026 exists already',
      'the form yearly in version 1 exists already',
    ]);
  });

  it('refuses a question that means one thing in one form and another in the next', () => {
    write('example-1-2026.yaml', goodFile);
    write(
      'another-2-2026.yaml',
      anotherFile().replace('scope: stock', 'scope: window').replace('type: integer', 'type: decimal'),
    );
    expect(refusal().message.split('\n')).toEqual([
      `${join(folder, 'example-1-2026.yaml')}:39: type of systems differs from the same question in the form other`,
      `${join(folder, 'example-1-2026.yaml')}:40: scope of systems differs from the same question in the form other`,
    ]);
  });

  it('does not mind that an older version of a form meant something else', () => {
    const older = goodFile
      .slice(goodFile.indexOf('  - id: yearly'))
      .replaceAll('scope: stock', 'scope: window');
    write('example-1-2026.yaml', goodFile.replace('version: 1', 'version: 2') + older);
    expect(loadDirectives(folder)[0]?.forms.map(({ version }) => version)).toEqual([2, 1]);
  });
});

function anotherFile(): string {
  return goodFile.replaceAll('example-1-2026', 'another-2-2026').replaceAll('id: yearly', 'id: other');
}

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function refusal(): DirectiveFileError {
  try {
    loadDirectives(folder);
  } catch (error) {
    if (error instanceof DirectiveFileError) return error;
    throw error;
  }
  throw new Error('the folder was read');
}
