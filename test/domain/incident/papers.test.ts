import { describe, expect, test } from 'vitest';
import { loadPaperForms } from '#app/load-paper-forms.ts';
import {
  cellsOf,
  missingCells,
  optionalCells,
  type Paper,
  paperOf,
  unitCells,
} from '#domain/incident/papers.ts';
import type { CellKey } from '#domain/incident/papers/paper-forms.ts';
import { closedRecord, sampleRecord } from '#test/domain/incident/sample-record.ts';

const forms = loadPaperForms();
const first = paperOf(forms, 'first', sampleRecord());
const closing = paperOf(forms, 'closing', closedRecord());

function cell(paper: Paper, key: CellKey) {
  const found = cellsOf(paper).find((one) => one.key === key);
  if (!found) throw new Error(`${paper.kind} has no cell ${key}`);
  return found;
}

describe('Biểu mẫu 03', () => {
  test('has its cells in the order of the form, the required ones marked', () => {
    const shown = cellsOf(first).map(({ label, required }) => `${label.vi}${required ? '*' : ''}`);
    expect(shown).toEqual([
      'Tên tổ chức/cá nhân báo cáo*',
      'Địa chỉ*',
      'Điện thoại*',
      'Email*',
      'Họ và tên*',
      'Chức vụ',
      'Điện thoại*',
      'Email*',
      'Tên đơn vị vận hành hệ thống thông tin*',
      'Cơ quan chủ quản',
      'Tên hệ thống bị sự cố',
      'Phân loại cấp độ của hệ thống thông tin (1–5)',
      'Tổ chức cung cấp dịch vụ an toàn thông tin',
      'Nhà cung cấp dịch vụ kết nối',
      'Mô tả sơ bộ về sự cố*',
      'Ngày phát hiện sự cố*',
      'Thời gian phát hiện*',
      'HIỆN TRẠNG SỰ CỐ*',
      'CÁCH THỨC PHÁT HIỆN*',
      'ĐÃ GỬI THÔNG BÁO SỰ CỐ CHO*',
      'Hệ điều hành, phiên bản',
      'Các dịch vụ có trên hệ thống',
      'Các biện pháp an toàn thông tin đã triển khai',
      'Các địa chỉ IP của hệ thống',
      'Các tên miền của hệ thống',
      'Mục đích chính sử dụng hệ thống',
      'Thông tin gửi kèm',
      'Yêu cầu giữ bí mật thông tin (Có/Không)',
      'Nội dung kiến nghị',
      'THỜI GIAN THỰC HIỆN BÁO CÁO SỰ CỐ*',
    ]);
  });

  test('is filled from the record; what nobody has said stays blank', () => {
    const values = Object.fromEntries(cellsOf(first).map(({ key, value }) => [key, value]));
    expect(values).toEqual({
      'org-name': 'Sở Tài chính',
      'org-address': '12 Trần Phú, phường Trung Tâm, tỉnh Mẫu',
      'org-phone': '0235 3852 641',
      'org-email': undefined,
      'contact-name': 'Nguyễn Văn An',
      'contact-title': undefined,
      'contact-phone': '0912 345 678',
      'contact-email': undefined,
      operator: 'Sở Tài chính',
      owner: 'Ủy ban nhân dân tỉnh Mẫu',
      'system-name': 'Phần mềm quản lý ngân sách',
      'system-level': 'Cấp độ 3',
      'security-provider': undefined,
      'connection-provider': undefined,
      description:
        'máy chủ bị mã hóa hết rồi, máy 10.20.3.15 hiện thư đòi tiền, cổng stc.tinh.gov.vn không vào được\n' +
        'Loại sự cố: Mã hóa phần mềm, dữ liệu, thiết bị.\n' +
        'Xảy ra từ: khoảng 1 giờ 50.',
      'detected-date': '12/12/2026',
      'detected-time': '01 giờ 50 phút',
      'current-state':
        'Đã khoanh vùng, đang tiếp tục khắc phục.\n' +
        'Mức độ: nghiêm trọng.\n' +
        'Theo người báo: đang lan rộng; dịch vụ bị gián đoạn; dữ liệu bị ảnh hưởng; chưa rõ có dữ liệu cá nhân bị ảnh hưởng không; đơn vị tự xử lý được.\n' +
        'Việc đã làm: đã rút dây mạng ba máy\n' +
        'Diễn biến mới nhất: đang khôi phục từ bản sao lưu tối qua',
      'found-by': 'Kế toán mở máy thấy tệp đổi đuôi .lockbit',
      told: 'Công an tỉnh (PA05), điện thoại trực ban (lúc 02:40 ngày 12/12/2026)',
      'os-version': undefined,
      services: undefined,
      measures: undefined,
      'ip-addresses': '10.20.3.15 (được nhắc trong hồ sơ, cần kiểm tra lại)',
      domains: 'stc.tinh.gov.vn (được nhắc trong hồ sơ, cần kiểm tra lại)',
      purpose: undefined,
      attachments: 'Trong hồ sơ SC-2026-0007 có: 1 ảnh.',
      'keep-secret': undefined,
      proposals: undefined,
      'report-time': '08 giờ 30 phút ngày 12/12/2026',
    });
  });

  test('asks for what is required and missing, then may ask for the rest', () => {
    expect(missingCells(first).map(({ key }) => key)).toEqual(['org-email', 'contact-email']);
    expect(optionalCells(first).map(({ key }) => key)).toEqual([
      ...['contact-title', 'security-provider', 'connection-provider', 'services', 'measures', 'purpose'],
      ...['keep-secret', 'proposals'],
    ]);
    expect(unitCells(first).map(({ key }) => key)).toEqual(['org-address', 'org-phone', 'owner']);
  });

  test('never asks in a chat for addresses or versions', () => {
    const asked = cellsOf(first).flatMap(({ key, ask }) => (ask ? [key] : []));
    for (const secret of ['os-version', 'ip-addresses', 'domains']) expect(asked).not.toContain(secret);
  });
});

describe('Biểu mẫu 04', () => {
  test('says how it ended', () => {
    expect(cell(closing, 'result').value).toBe(
      'Nguyên nhân: máy kế toán mở tệp đính kèm của thư giả mạo\n' +
        'Thiệt hại: 3 máy trạm và 1 máy chủ bị mã hóa; mất dữ liệu nhập trong ngày 11/12\n' +
        'Biện pháp đã thực hiện: cài lại máy, khôi phục từ bản sao lưu, đổi mật khẩu toàn đơn vị\n' +
        'Bài học, đề xuất: tắt macro, kiểm tra khôi phục bản sao lưu hằng tháng',
    );
    expect(cell(closing, 'result').sources).toEqual([
      {
        ...{ kind: 'said', event: 'closed', by: 'Đỗ Đăng Khoa' },
        at: new Date('2026-12-12T17:40:00+07:00'),
      },
    ]);
  });

  test('asks for the number and day of the initial report, which only the office knows', () => {
    expect(missingCells(closing).map(({ key }) => key)).toEqual([
      'org-email',
      'contact-email',
      'first-report',
    ]);
  });
});

describe('every filled cell', () => {
  test.each([first, closing])('of $kind can be traced, and a blank one claims nothing', (paper) => {
    for (const { key, value, sources } of cellsOf(paper)) {
      expect(sources.length > 0, key).toBe(value !== undefined);
    }
  });

  test('names who said it, when and by which channel', () => {
    const at = (time: string) => new Date(`2026-12-12T${time}:00+07:00`);
    expect(cell(first, 'system-name').sources).toEqual([
      { kind: 'said', event: 'enriched', by: 'Nguyễn Văn An', at: at('02:15'), channel: 'zalo' },
    ]);
    expect(cell(first, 'found-by').sources).toEqual([
      { kind: 'said', event: 'paper-answered', by: 'Đỗ Đăng Khoa', at: at('04:10'), channel: 'telegram' },
    ]);
    expect(cell(first, 'told').sources).toEqual([{ kind: 'told', by: 'Đỗ Đăng Khoa', at: at('02:40') }]);
    expect(cell(first, 'org-phone').sources).toEqual([
      { kind: 'unit', by: 'Nguyễn Văn An', at: new Date('2026-11-30T09:00:00+07:00') },
    ]);
    expect(cell(first, 'system-level').sources).toEqual([{ kind: 'systems' }]);
  });
});

test('the description names everyone whose words it is made of', () => {
  const { incident, events, ...rest } = sampleRecord();
  const more = 'cả máy kế toán nữa';
  const at = new Date('2026-12-12T02:30:00+07:00');
  const officer = { id: 'binh', name: 'Trần Thị Bình' };
  const enriched = { id: 'e', at, officer, kind: 'enriched', text: more } as const;
  const paper = paperOf(forms, 'first', {
    ...rest,
    incident: { ...incident, description: `${incident.description}\n${more}` },
    events: [...events, { ...enriched, details: { fact: 'impact' } }],
  });
  const names = cell(paper, 'description').sources.map((source) => ('by' in source ? source.by : ''));
  // An once for the first word, once for the kind.
  expect(names).toEqual(['Nguyễn Văn An', 'Trần Thị Bình', 'Nguyễn Văn An']);
});

describe('what was answered for the papers', () => {
  const answering = (cellKey: CellKey, text: string) => {
    const { incident, events, ...rest } = sampleRecord();
    const at = new Date('2026-12-12T09:00:00+07:00');
    const officer = { id: 'an', name: 'Nguyễn Văn An' };
    const answered = { id: 'e', at, officer, kind: 'paper-answered', text: null } as const;
    return cell(
      paperOf(forms, 'first', {
        ...rest,
        incident: { ...incident, paperAnswers: { [cellKey]: text } },
        events: [...events, { ...answered, details: { cell: cellKey } }],
      }),
      cellKey,
    ).value;
  };

  test.each<[CellKey, string, string]>([
    ['contact-phone', '0905 111 222', '0905 111 222'],
    ['system-level', '4', 'Cấp độ 4'],
    ['keep-secret', 'yes', 'Có'],
    ['keep-secret', 'no', 'Không'],
  ])('goes before what the record holds: %s %s', (key, text, shown) => {
    expect(answering(key, text)).toBe(shown);
  });

  test('but who was told is recorded as it happens', () => {
    expect(answering('told', 'chưa')).toContain('Công an tỉnh (PA05)');
  });
});

test('two units with the same form: a unit without one above it has no owner yet', () => {
  const paper = paperOf(forms, 'first', sampleRecord({ unit: { name: 'Sở Y tế', superior: null } }));
  expect(cell(paper, 'owner')).toMatchObject({ value: undefined, sources: [] });
});
