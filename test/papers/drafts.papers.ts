import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPaperForms } from '#app/load-paper-forms.ts';
import { cellsOf, type Paper, paperOf } from '#domain/incident/papers.ts';
import { closedRecord, sampleRecord } from '#test/domain/incident/sample-record.ts';
import { renderPaper } from '#web/papers/render-paper.ts';

const run = promisify(execFile);
const papers = loadPaperForms();
const now = new Date('2026-12-12T18:00:00+07:00');
const drill = { ...paperOf(papers, 'first', sampleRecord()), drill: true, number: 'DT-2026-0001' };

/** As a clerk does: opened in LibreOffice, printed to PDF, looked at. */
describe.each<[string, Paper, pages: number]>([
  ['the initial report', paperOf(papers, 'first', sampleRecord()), 3],
  ['the closing report', paperOf(papers, 'closing', closedRecord()), 3],
  ['a drill', drill, 3],
])('%s', (_name, paper, pages) => {
  let folder: string;
  let text: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'papers-'));
    const { content } = await renderPaper(paper, { papers, zone: 'Asia/Ho_Chi_Minh' }, now);
    await writeFile(join(folder, 'draft.docx'), content);
    // A profile of its own: two instances with one profile wait for each other.
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, 'draft.docx'], {
      cwd: folder,
    });
    ({ stdout: text } = await run('pdftotext', ['-layout', join(folder, 'draft.pdf'), '-']));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('opens, and takes as many pages as it should', async () => {
    const { stdout } = await run('pdfinfo', [join(folder, 'draft.pdf')]);
    expect(stdout).toMatch(new RegExp(`^Pages: +${pages}$`, 'm'));
    expect(stdout).toMatch(/A4/);
  });

  test('says on each page that it is a draft, and a drill where it is one', () => {
    const each = text.split('\f').filter((page) => page.trim() !== '');
    expect(each).toHaveLength(pages);
    for (const page of each) {
      expect(page).toContain('DỰ THẢO – trình ký, phát hành qua hệ thống QLVB');
      expect(page.includes('DIỄN TẬP')).toBe(paper.drill);
      expect(page).toContain(`Dự thảo từ hồ sơ ${paper.number}`);
    }
  });

  test('has the heading of an official paper, each line of it in one', () => {
    const lines = text.split('\n');
    expect(lines.find((line) => line.includes('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'))).toContain(
      'ỦY BAN NHÂN DÂN TỈNH MẪU',
    );
    expect(lines.find((line) => line.includes('Độc lập – Tự do – Hạnh phúc'))).toContain('SỞ TÀI CHÍNH');
    expect(text).toContain(papers.papers[paper.kind].title);
    expect(text).toContain('THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ');
  });

  test('shows every filled cell', () => {
    const shown = text.replace(/\s+/g, '');
    for (const { value = '' } of cellsOf(paper)) {
      for (const line of value.split('\n')) {
        for (const word of line.split(/\s+/)) expect(shown).toContain(word);
      }
    }
  });
});
