import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { findForm } from '#domain/catalogue.ts';
import type { Form } from '#domain/directives/schema.ts';
import { runCli } from '#app/cli/run.ts';
import { readWorkbook, workbookFile } from '#app/commands/forms-workbook.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';
import { smallWorkbook } from '#test/app/commands/small-workbook.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forms-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function cli(...args: string[]) {
  let [out, err] = ['', ''];
  const exit = await runCli(['forms', ...args], {
    env: { DATA_DIR: folder },
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { exit, out, err };
}

const at = (name: string) => join(folder, name);

function realForm(id: string): Form {
  const form = findForm(realCatalogue(), id);
  if (!form) throw new Error(`There is no form ${id}.`);
  return structuredClone(form);
}

function written(name: string, content: string): string {
  writeFileSync(at(name), content);
  return at(name);
}

const monthlyInside = (text: string) => parse(text).forms[0] as Form;

describe('forms list and show', () => {
  test('every form with its version, and whether it is in use', async () => {
    const { out } = await cli('list', '--json');
    expect(JSON.parse(out)).toContainEqual({
      ...{ id: 'monthly-agency', version: 1, title: 'Báo cáo tháng', questions: 12 },
      ...{ directive: 'thai-nguyen-1880-2024', inUse: true },
    });
    expect((await cli('list')).out).toContain('annual-owner-totals');
  });

  test('the conversation in words: what is asked when, how it is answered, and what is shared', async () => {
    const { exit, out } = await cli('show', 'annual-agency');
    expect(exit).toBe(0);
    const [, reason = ''] = /\n\n(\d+\. Vì sao tỷ lệ[\s\S]*?)\n\n/.exec(out) ?? [];
    expect(reason.replace(/^\d+/, 'N')).toBe(
      [
        'N. Vì sao tỷ lệ kinh phí chưa đạt 10%?',
        '   Trả lời: một đoạn ngắn, tối đa 500 ký tự. Ví dụ: Trong năm chỉ có dự án mua sắm máy tính',
        '   Viết ngắn gọn một, hai dòng. Văn bản yêu cầu tối thiểu 10% kinh phí các kế hoạch, dự án.',
        '   Chỉ hỏi khi “Tỷ lệ kinh phí an toàn thông tin” nhỏ hơn 10.',
        '   Tính trong kỳ báo cáo.',
        '   Chỉ hỏi khi đang bật: thai-nguyen-1880-2024.',
        '   Đơn vị tự đặt, theo: Công văn số 1880/UBND-KGVX ngày 16/4/2024, điểm 1.1, gạch đầu dòng thứ 6.',
      ].join('\n'),
    );
    expect(out).toContain('Hỏi một lần cho cả: annual-owner-totals, monthly-agency, quarterly-agency.');
    expect(out).toContain('Kiểm tra giữa các câu:\n– Số hệ thống đã phê duyệt cấp độ không thể nhiều hơn');
  });

  test('a form or a version that is not there', async () => {
    expect(await cli('show', 'weekly')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('monthly-agency 1'),
    });
    expect(await cli('show', 'monthly-agency', '--version', '7')).toMatchObject({ exit: 1 });
    expect(await cli('show', 'monthly-agency', '--version', 'hai')).toMatchObject({ exit: 2 });
  });
});

describe('forms check of a file that holds only forms', () => {
  test('a new version that is right', async () => {
    const file = written('new.yaml', stringify({ forms: [{ ...realForm('monthly-agency'), version: 2 }] }));
    expect(await cli('check', file)).toEqual({
      exit: 0,
      out: `${file}: không có lỗi. monthly-agency bản 2 (12 câu)\n`,
      err: '',
    });
  });

  test('every mistake with its line, and exit 1', async () => {
    const form = { ...realForm('milestone-confirmation'), version: 2 };
    const [done, day, document] = form.questions;
    if (!done || !day || !document) throw new Error('The form has three questions.');
    day.relevant = [{ question: 'finished', is: 'equal', value: true }];
    day.example = 'khi nào xong';
    document.carries = { when: 'yes' };
    const file = written('wrong.yaml', stringify({ forms: [form] }));
    const { exit, out } = await cli('check', file);
    expect(exit).toBe(1);
    const lines = readFileSync(file, 'utf8').split('\n');
    const lineOf = (text: string) => lines.findIndex((line) => line.includes(text)) + 1;
    expect(out.split('\n')).toEqual([
      `${file}:${lineOf('question: finished')}: no question finished comes before this one`,
      `${file}:${lineOf('carries:')}: only a yes-no question carries a yes`,
      `${file}:${lineOf('khi nào xong')}: the example khi nào xong is not understood as an answer (misunderstood)`,
      '',
    ]);
    const json = JSON.parse((await cli('check', file, '--json')).out);
    expect(json.mistakes).toHaveLength(3);
  });

  test('what does not fit the shape of a form', async () => {
    const file = written('shape.yaml', 'forms:\n  - id: Weekly\n    version: 0\n    questions: []\n');
    const { exit, out } = await cli('check', file);
    expect(exit).toBe(1);
    expect(out).toContain(`${file}:2: forms.0.id: a slug: lower-case letters, digits and hyphens`);
    expect(out).toContain(`${file}:3: forms.0.version: `);
    expect(out).toContain(`${file}:2: forms.0.title: `);
  });

  test('what is not YAML, or not there', async () => {
    expect(await cli('check', written('broken.yaml', 'forms: ['))).toMatchObject({ exit: 1 });
    expect(await cli('check', at('none.yaml'))).toMatchObject({
      exit: 1,
      out: `${at('none.yaml')}:1: cannot be read\n`,
    });
  });

  test('a form that was changed under its old version: drafts would not notice', async () => {
    const form = realForm('monthly-agency');
    form.questions.pop();
    const { out } = await cli('check', written('same.yaml', stringify({ forms: [form] })));
    expect(out).toContain(
      ':3: the form monthly-agency in version 1 exists already and differs: give it version 2',
    );
  });

  test('a question that other forms share and that means another thing there', async () => {
    const form = { ...realForm('monthly-agency'), version: 2 };
    const [first] = form.questions;
    if (first) first.scope = 'window';
    const { out } = await cli('check', written('shared.yaml', stringify({ forms: [form] })));
    expect(out).toContain(
      'scope of systems-managed differs from the same question in the form annual-agency',
    );
  });
});

test('forms check of a directive that ships finds nothing', async () => {
  const file = 'domain/directives/thai-nguyen-1880-2024.yaml';
  expect(await cli('check', file)).toMatchObject({ exit: 0 });
});

describe('forms export and import', () => {
  test('there and back through a spreadsheet file gives the same form', async () => {
    for (const id of ['annual-agency', 'milestone-confirmation']) {
      expect(await cli('export', id, at(`${id}.xlsx`))).toMatchObject({ exit: 0 });
      expect(await cli('check', at(`${id}.xlsx`))).toMatchObject({ exit: 0 });
      expect(await cli('import', at(`${id}.xlsx`), '--out', at(`${id}.yaml`))).toMatchObject({ exit: 0 });
      expect(await cli('check', at(`${id}.yaml`))).toMatchObject({ exit: 0 });
      const back = monthlyInside(readFileSync(at(`${id}.yaml`), 'utf8'));
      const form = realForm(id);
      const questions = back.questions.map((question) => ({
        ...question,
        required: question.required ?? true,
      }));
      expect({ ...back, questions }).toEqual(form);
    }
  });

  test('what was edited in the spreadsheet becomes the next version', async () => {
    await cli('export', 'monthly-agency', at('monthly.xlsx'));
    const read = await readWorkbook(at('monthly.xlsx'));
    if (read.kind !== 'read') throw new Error(read.reason);
    const survey = (read.workbook.survey ?? []).map((row) =>
      row.map((cell) => (cell === 'Số sự cố' ? 'Sự cố trong kỳ' : cell)),
    );
    writeFileSync(at('edited.xlsx'), await workbookFile({ ...read.workbook, survey }));
    const { out } = await cli('import', at('edited.xlsx'), '--out', at('edited.yaml'));
    expect(out).toContain('monthly-agency bản 2');
    const text = readFileSync(at('edited.yaml'), 'utf8');
    expect(text).toMatch(/^# Biểu mẫu monthly-agency, bản 2/);
    expect(monthlyInside(text).questions[4]?.shortLabel.vi).toBe('Sự cố trong kỳ');
    expect(await cli('check', at('edited.yaml'))).toMatchObject({ exit: 0 });
  });

  test('under another id, and never over a file that is there', async () => {
    await cli('export', 'monthly-agency', at('monthly.xlsx'));
    await cli('import', at('monthly.xlsx'), '--id', 'monthly-portal', '--out', at('portal.yaml'));
    expect(monthlyInside(readFileSync(at('portal.yaml'), 'utf8')).id).toBe('monthly-portal');
    expect(await cli('import', at('monthly.xlsx'), '--out', at('portal.yaml'))).toMatchObject({
      exit: 1,
      err: `Tệp ${at('portal.yaml')} đã có. Chọn tên khác.\n`,
    });
  });

  test('mistakes are named with sheet and cell, and nothing is written', async () => {
    const file = at('other.xlsx');
    writeFileSync(
      file,
      await workbookFile({
        survey: [
          ['type', 'name'],
          ['geopoint', 'where'],
        ],
        settings: [['form_id'], ['gps']],
      }),
    );
    const { exit, err } = await cli('import', file, '--out', at('other.yaml'));
    expect(exit).toBe(1);
    expect(err).toContain(`${file}: survey!A2 (type): the type geopoint is not taken over`);
    expect(() => readFileSync(at('other.yaml'))).toThrow();
    expect((await cli('check', file)).out).toContain('survey!A2 (type)');
  });

  test('numbers, dates and truth values that a spreadsheet made of texts', async () => {
    writeFileSync(
      at('typed.xlsx'),
      smallWorkbook([
        ['a', 'b'],
        [6, true],
        ['x', null],
      ]),
    );
    expect(await readWorkbook(at('typed.xlsx'))).toEqual({
      kind: 'read',
      workbook: {
        Sheet1: [
          ['a', 'b'],
          ['6', 'yes'],
          ['x', ''],
        ],
      },
    });
  });

  test('what is no workbook', async () => {
    expect(await cli('check', written('no.xlsx', 'không'))).toMatchObject({ exit: 1 });
    expect(await cli('import', at('none.xlsx'), '--out', at('a.yaml'))).toMatchObject({ exit: 1 });
  });
});
