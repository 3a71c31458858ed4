import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readUnitFile } from '#app/commands/unit-file.ts';
import { smallWorkbook } from '#test/app/commands/small-workbook.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'units-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function written(name: string, content: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const finance = { row: 2, code: 'STC', name: 'Sở Tài chính', kind: 'sở', parent: 'UBND', coordinator: '' };

describe('a table of units is read', () => {
  test.each([
    ['with commas', 'units.csv', 'code,name,kind,parent,coordinator\nSTC,Sở Tài chính,sở,UBND,\n'],
    [
      'with semicolons, as Excel in Vietnamese saves it',
      'units.csv',
      'Mã;Tên;Loại;Cấp trên;Đầu mối\nSTC;Sở Tài chính;sở;UBND;\n',
    ],
    [
      'with tabs and headings in any order',
      'units.CSV',
      'TÊN ĐƠN VỊ\tMÃ ĐƠN VỊ\tLOẠI\tTRỰC THUỘC\nSở Tài chính\tSTC\tsở\tUBND\n',
    ],
    ['with the mark of UTF-8', 'units.csv', '\uFEFFMã,Tên,Loại,Cấp trên\nSTC,Sở Tài chính,sở,UBND\n'],
    [
      'typed without diacritics, with a column of no use',
      'units.csv',
      'Ma,Ten,Ghi chu,Loai,Cap tren\nSTC,Sở Tài chính,cũ,sở,UBND\n',
    ],
    [
      'with headings in NFD',
      'units.csv',
      `${'Mã,Tên,Loại,Cấp trên'.normalize('NFD')}\nSTC,Sở Tài chính,sở,UBND\n`,
    ],
    [
      'in UTF-16',
      'units.csv',
      Buffer.from('\uFEFFMã\tTên\tLoại\tCấp trên\r\nSTC\tSở Tài chính\tsở\tUBND\r\n', 'utf16le'),
    ],
    [
      'from a workbook',
      'units.xlsx',
      smallWorkbook([
        ['Mã', 'Tên', 'Loại', 'Cấp trên'],
        ['STC', 'Sở Tài chính', 'sở', 'UBND'],
      ]),
    ],
  ])('%s', async (_what, name, content) => {
    expect(await readUnitFile(written(name, content))).toEqual({ kind: 'ok', rows: [finance] });
  });

  test('rows are numbered as the spreadsheet numbers them: a title above, empty rows, a name with a comma', async () => {
    const title = ['Danh sách đơn vị'];
    const csv = `${title},,\n\nMã,Tên,Loại\n101,"Ban Dân tộc, Tôn giáo",ban\n,,\nXTL,Xã Tân Lập,xã\n`;
    const workbook = smallWorkbook([
      title,
      [],
      ['Mã', 'Tên', 'Loại'],
      [101, 'Ban Dân tộc, Tôn giáo', 'ban'],
      [],
      ['XTL', 'Xã Tân Lập', 'xã'],
    ]);
    for (const file of [written('units.csv', csv), written('units.xlsx', workbook)]) {
      const read = await readUnitFile(file);
      expect(read.kind === 'ok' && read.rows.map(({ row, code, name }) => `${row} ${code} ${name}`)).toEqual([
        '4 101 Ban Dân tộc, Tôn giáo',
        '6 XTL Xã Tân Lập',
      ]);
    }
  });
});

describe('a file that cannot be one is refused with what to do', () => {
  test.each([
    ['of another kind', 'units.ods', '', /^Chỉ nhận tệp \.xlsx hoặc \.csv/],
    ['of another code', 'units.csv', Buffer.from('M\xe3,T\xean\n', 'latin1'), /CSV UTF-8/],
    ['that only looks like a workbook', 'units.xlsx', 'PK\x03\x04', /không đọc được như một bảng/],
    ['without headings', 'units.csv', 'STC,Sở Tài chính,sở\n', /chưa có dòng tiêu đề/],
    ['with headings alone', 'units.csv', 'Mã,Tên\n\n', /chưa có đơn vị nào/],
  ])('%s', async (_what, name, content, reason) => {
    expect(await readUnitFile(written(name, content))).toEqual({
      kind: 'unreadable',
      reason: expect.stringMatching(reason),
    });
  });

  test('that is not there', async () => {
    const file = join(folder, 'nowhere.csv');
    expect(await readUnitFile(file)).toEqual({ kind: 'unreadable', reason: `Không có tệp ${file}.` });
  });
});
