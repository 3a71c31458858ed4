import type { Incident } from '#domain/incident/incident.ts';
import type { PaperEvent, PaperRecord } from '#domain/incident/papers/paper-record.ts';

const incident: Incident = {
  id: '00000000-0000-7000-8000-000000000001',
  number: 'SC-2026-0007',
  drill: false,
  unit: { id: 'stc', name: 'Sở Tài chính' },
  reportedBy: 'an',
  reportedAt: new Date('2026-12-12T02:14:00+07:00'),
  detectedAt: new Date('2026-12-12T01:50:00+07:00'),
  description:
    'máy chủ bị mã hóa hết rồi, máy 10.20.3.15 hiện thư đòi tiền, cổng stc.tinh.gov.vn không vào được',
  facts: {
    kind: 'ransomware',
    system: { id: 's', name: 'Phần mềm quản lý ngân sách', level: 3 },
    impact: {
      spreading: 'yes',
      serviceDown: 'yes',
      dataHarmed: 'yes',
      personalData: 'unknown',
      beyondCapacity: 'no',
    },
    since: 'khoảng 1 giờ 50',
    done: 'đã rút dây mạng ba máy',
    contact: '0912 345 678',
  },
  severity: 'severe',
  severitySet: null,
  status: 'contained',
  handler: 'khoa',
  acknowledgedAt: new Date('2026-12-12T02:20:00+07:00'),
  updatedAt: new Date('2026-12-12T04:05:00+07:00'),
  askedAgainAt: null,
  escalatedFrom: new Date('2026-12-12T02:14:00+07:00'),
  closedAt: null,
  closing: null,
  paperAnswers: { 'found-by': 'Kế toán mở máy thấy tệp đổi đuôi .lockbit' },
  duplicateOf: null,
};

const an = { id: 'an', name: 'Nguyễn Văn An' };
const khoa = { id: 'khoa', name: 'Đỗ Đăng Khoa' };

function event(
  time: string,
  officer: PaperEvent['officer'],
  kind: PaperEvent['kind'],
  rest: Partial<PaperEvent> = {},
): PaperEvent {
  const at = new Date(`2026-12-12T${time}:00+07:00`);
  return { id: `${time} ${kind}`, at, officer, kind, text: null, details: {}, ...rest };
}

const events: PaperEvent[] = [
  event('02:14', an, 'reported', { text: incident.description, details: { channel: 'zalo' } }),
  event('02:15', an, 'enriched', { details: { fact: 'kind', channel: 'zalo' } }),
  event('02:15', an, 'enriched', { details: { fact: 'system', channel: 'zalo' } }),
  event('02:16', an, 'enriched', { details: { fact: 'impact', channel: 'zalo' } }),
  event('02:17', an, 'enriched', { details: { fact: 'done', channel: 'zalo' } }),
  event('02:17', an, 'photo', { details: { channel: 'zalo' } }),
  event('02:20', khoa, 'acknowledged', { details: { channel: 'telegram' } }),
  event('03:30', khoa, 'status', { details: { status: 'contained', channel: 'telegram' } }),
  event('04:05', khoa, 'update', {
    text: 'đang khôi phục từ bản sao lưu tối qua',
    details: { channel: 'telegram' },
  }),
  event('04:10', khoa, 'paper-answered', { details: { cell: 'found-by', channel: 'telegram' } }),
];

/** The record of a night at Sở Tài chính, with everything that a paper is made from; give what is to be different. */
export function sampleRecord(different: Partial<Omit<PaperRecord, 'incident'>> = {}): PaperRecord {
  const at = new Date('2026-11-30T09:00:00+07:00');
  return {
    incident,
    events,
    unit: { name: 'Sở Tài chính', superior: 'Ủy ban nhân dân tỉnh Mẫu' },
    contact: an.name,
    kindLabel: 'Mã hóa phần mềm, dữ liệu, thiết bị',
    told: [
      {
        whom: 'Công an tỉnh (PA05)',
        how: 'điện thoại trực ban',
        at: new Date('2026-12-12T02:40:00+07:00'),
        by: khoa.name,
      },
    ],
    remembered: {
      'org-address': { text: '12 Trần Phú, phường Trung Tâm, tỉnh Mẫu', by: an.name, at },
      'org-phone': { text: '0235 3852 641', by: an.name, at },
    },
    zone: 'Asia/Ho_Chi_Minh',
    now: new Date('2026-12-12T08:30:00+07:00'),
    ...different,
  };
}

/** The same once it was closed at 17:40, with both its papers due. */
export function closedRecord(): PaperRecord {
  const { incident: open, events: before, ...rest } = sampleRecord();
  const closing = {
    cause: 'máy kế toán mở tệp đính kèm của thư giả mạo',
    damage: '3 máy trạm và 1 máy chủ bị mã hóa; mất dữ liệu nhập trong ngày 11/12',
    measures: 'cài lại máy, khôi phục từ bản sao lưu, đổi mật khẩu toàn đơn vị',
    lessons: 'tắt macro, kiểm tra khôi phục bản sao lưu hằng tháng',
  };
  return {
    ...rest,
    incident: { ...open, status: 'closed', closedAt: new Date('2026-12-12T17:40:00+07:00'), closing },
    events: [...before, event('17:40', khoa, 'closed', { text: closing.cause })],
  };
}
