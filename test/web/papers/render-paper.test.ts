import { describe, expect, test } from 'vitest';
import { loadPaperForms } from '#app/load-paper-forms.ts';
import { cellsOf, type Paper, paperOf } from '#domain/incident/papers.ts';
import { closedRecord, sampleRecord } from '#test/domain/incident/sample-record.ts';
import { docxText, readZip } from '#test/kit/read-zip.ts';
import { renderPaper } from '#web/papers/render-paper.ts';
import { sourceWords } from '#web/papers/sources-annex.ts';

const papers = loadPaperForms();
const zone = 'Asia/Ho_Chi_Minh';
const now = new Date('2026-12-12T08:30:00+07:00');
const first = paperOf(papers, 'first', sampleRecord());
const closing = paperOf(papers, 'closing', closedRecord());

async function textOf(paper: Paper): Promise<string> {
  return docxText((await renderPaper(paper, { papers, zone }, now)).content);
}

/** The part before the annex, and the annex. */
async function partsOf(paper: Paper): Promise<[string, string]> {
  const [form = '', annex = ''] = (await textOf(paper)).split('NGUỒN CỦA TỪNG MỤC');
  return [form, annex];
}

test('a .docx that Word and LibreOffice know, named after its incident', async () => {
  const { fileName, content } = await renderPaper(first, { papers, zone }, now);
  expect(fileName).toBe('du-thao-bao-cao-ban-dau-SC-2026-0007.docx');
  const files = [...readZip(content).keys()];
  expect(files).toEqual(
    expect.arrayContaining(['[Content_Types].xml', 'word/document.xml', 'word/styles.xml']),
  );
});

describe.each([
  { paper: first, title: 'BÁO CÁO BAN ĐẦU SỰ CỐ', form: '(Biểu mẫu 03, Thông tư 20/2017/TT-BTTTT)' },
  {
    paper: closing,
    title: 'BÁO CÁO KẾT THÚC ỨNG PHÓ SỰ CỐ',
    form: '(Biểu mẫu 04, Thông tư 20/2017/TT-BTTTT)',
  },
])('$title', ({ paper, title, form }) => {
  test('is laid out as an office signs it, and says that it is a draft', async () => {
    const text = await textOf(paper);
    for (const shown of [
      'DỰ THẢO – trình ký, phát hành qua hệ thống QLVB',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập – Tự do – Hạnh phúc',
      'ỦY BAN NHÂN DÂN TỈNH MẪU',
      'SỞ TÀI CHÍNH',
      title,
      form,
      'Nơi nhận:',
      'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ',
    ]) {
      expect(text).toContain(shown);
    }
  });

  test('every filled cell stands in it, and in the annex with its sources; blank ones are seen to be blank', async () => {
    const [body, annex] = await partsOf(paper);
    for (const { label, value, sources } of cellsOf(paper)) {
      expect(body).toContain(label.vi);
      if (value === undefined) continue;
      for (const part of value.split('\n')) expect(body).toContain(part);
      for (const source of sources) expect(annex).toContain(`${sourceWords(source, zone)}\n`);
    }
    const blank = cellsOf(paper).filter(({ value }) => value === undefined);
    expect(body.split('\n').filter((line) => line === papers.heading.blank)).toHaveLength(blank.length);
  });

  test('claims nothing to be sent, and no drill', async () => {
    expect(await textOf(paper)).not.toMatch(/đã gửi thành công|đã nộp|DIỄN TẬP/);
  });
});

test('the annex says who, when, by which channel', async () => {
  const [, annex] = await partsOf(first);
  expect(annex).toContain('Nguyễn Văn An, 02:15 12/12/2026, qua Zalo: bổ sung');
  expect(annex).toContain('Đỗ Đăng Khoa, 04:10 12/12/2026, qua Telegram: trả lời cho dự thảo');
  expect(annex).toContain('Thông tin của đơn vị, Nguyễn Văn An nhập 09:00 30/11/2026');
  expect(annex).toContain('Đỗ Đăng Khoa ghi nhận việc đã thông báo, 02:40 12/12/2026');
});

test('a drill says so on every page', async () => {
  const text = await textOf({ ...first, drill: true });
  expect(text).toContain('DIỄN TẬP – không phải sự cố thật');
});

test('what somebody typed is text in it, whatever it looks like', async () => {
  const { incident, ...rest } = sampleRecord();
  const typed = '</w:t><script> & “ngoặc” "kép" \u0007\ud800😀 \ufffe.';
  const paper = paperOf(papers, 'first', { ...rest, incident: { ...incident, description: typed } });
  // Without the characters that XML cannot hold.
  expect(await textOf(paper)).toContain('</w:t><script> & “ngoặc” "kép" \ufffd😀 .\n');
});
