import { describe, expect, test } from 'vitest';
import { type Catalogue, findForm } from '#domain/catalogue.ts';
import type { Choice } from '#domain/channel.ts';
import { advance, type DialogueResult, startDialogue } from '#domain/dialogue.ts';
import type { DialogueInput } from '#domain/dialogue/say.ts';
import type { DialogueAssignment } from '#domain/dialogue/state.ts';
import { sayDialogue } from '#handlers/report-words.ts';
import { editList } from '#handlers/summary-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';
import { textIn } from '#locales/text.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';

const today = '2026-12-07';
const catalogue = realCatalogue();

const [thaiNguyen, dongNai] = ['thai-nguyen-1880-2024', 'dong-nai-2455-2024'] as const;
const month = assignment(thaiNguyen, 'monthly', '2026-M12', 'monthly-agency', '2026-11-15');
const quarter = assignment(thaiNguyen, 'quarterly-agency', '2026-Q4', 'quarterly-agency', '2026-09-15');
const year = assignment(dongNai, 'annual-agency', '2026', 'annual-agency', '2025-12-15');

describe('one report', () => {
  test('says in each question of the period what its figures count, and nothing of it in the labels', () => {
    const talk = talkOf([month]);
    expect(talk.types('0')).toEqual([
      'Đã ghi: Hệ thống đang quản lý: 0.',
      '',
      'Câu 2/6',
      'Trong kỳ báo cáo có bao nhiêu sự cố an toàn thông tin mạng?',
      'Số liệu từ 15/11/2026 đến 14/12/2026.',
    ]);
    expect(talk.types('không').slice(0, 1)).toEqual(['Đã ghi: Số sự cố: 0.']);
  });

  test('many numbers are asked for below one another', () => {
    const talk = talkOf([month]);
    talk.types('0');
    expect(talk.types('1').slice(2)).toEqual([
      'Câu 3/7',
      'Trong đó mỗi loại sự cố có bao nhiêu vụ?',
      'Số liệu từ 15/11/2026 đến 14/12/2026.',
      'Anh/chị gõ 10 số trong một tin, theo thứ tự:',
      '1. Từ chối dịch vụ',
      '2. Tấn công giả mạo',
      '3. Mã độc',
      '4. Truy cập trái phép, chiếm quyền điều khiển',
      '5. Thay đổi giao diện',
      '6. Mã hóa phần mềm, dữ liệu, thiết bị',
      '7. Phá hoại thông tin, dữ liệu, phần mềm',
      '8. Nghe trộm, gián điệp, lấy cắp thông tin, dữ liệu',
      '9. Tấn công tổng hợp',
      '10. Hình thức khác',
      'Ví dụ: 0 0 1 0 0 0 0 0 0 0, hoặc gõ tên và số: Mã độc 1',
    ]);
  });

  test('an answer that does not fit is not called noted, and cannot be kept', () => {
    const talk = talkOf([month]);
    talk.types('6');
    expect(talk.types('7')).toEqual([
      'Số hệ thống đã phê duyệt cấp độ không thể nhiều hơn số hệ thống đang quản lý. Anh/chị xem lại giúp hai số này.',
      '',
      expect.stringMatching(/^Câu 2\//),
      'Trong đó bao nhiêu hệ thống đã được phê duyệt cấp độ an toàn?',
      'Đang ghi: 7',
    ]);
    expect(talk.labels()).toEqual([
      'Sửa: Hệ thống đang quản lý',
      'Không có (0)',
      'Quay lại',
      'Dừng, giữ nháp',
    ]);
  });

  test('a day outside the window is asked back, and never offered', () => {
    const talk = talkOf([{ ...month, windowTo: '2026-12-06' }]);
    for (const answer of ['0', '0', '0']) talk.types(answer);
    talk.types('có');
    expect(talk.labels()).toEqual(['Hôm qua 6/12', 'Quay lại', 'Dừng, giữ nháp']);
    expect(talk.types('1/10')).toEqual([
      'Ngày 1/10/2026 nằm ngoài thời gian lấy số liệu (từ 15/11/2026 đến 6/12/2026). Anh/chị vẫn ghi ngày này?',
    ]);
    expect(talk.labels()).toEqual(['Vẫn ghi ngày này', 'Nhập ngày khác']);
  });

  test('a task is only confirmed: it has no figures of any days', () => {
    const drill = assignment('quang-nam-15-2022', 'drill', '2026', 'milestone-confirmation', '2026-01-01');
    const talk = talkOf([drill]);
    expect(talk.types('có').slice(2)).toEqual([expect.stringMatching(/^Câu 2/), 'Hoàn thành ngày nào?']);
  });

  test('a long text is shown in full when it is noted, and shortened in the summary', () => {
    const talk = talkOf([month]);
    const difficulty = 'Thiếu cán bộ chuyên trách về an toàn thông tin. '.repeat(5).trim();
    talk.types('0', '0', '0', 'không', 'có');
    const lines = talk.types(difficulty);
    expect(lines[0]).toBe(`Đã ghi: Khó khăn, đề xuất: ${difficulty}.`);
    expect(lines.at(-1)).toBe(`• Khó khăn, đề xuất: ${difficulty.slice(0, 119)}…`);
  });

  test('its summary is one list', () => {
    const talk = talkOf([month]);
    talk.types('0', '0', '0', 'không', 'có');
    expect(talk.types('bỏ qua').slice(2)).toEqual([
      'Anh/chị xem lại trước khi gửi:',
      'Sở Tài chính: Báo cáo tháng 12/2026',
      '',
      '• Hệ thống đang quản lý: 0',
      '• Số sự cố: 0',
      '• Lỗ hổng nghiêm trọng: 0',
      '• Săn lùng mối nguy hại: Không',
      '• Sao lưu định kỳ: Có',
      '• Khó khăn, đề xuất: (bỏ qua)',
    ]);
    expect(talk.labels()).toEqual(['Gửi báo cáo', 'Sửa câu trả lời', 'Quay lại', 'Dừng, giữ nháp']);
    expect(talk.edits().slice(0, 2)).toEqual(['Hệ thống đang quản lý: 0', 'Số sự cố: 0']);
  });
});

describe('the three reports of December', () => {
  const answers = [
    ...['0', '0', '0', 'không', 'có', 'bỏ qua'],
    ...['5/12', 'có', 'có', 'bỏ qua'],
    ...['có', 'chưa', '12'],
  ];

  test('name the days and the report where the same is asked for several', () => {
    const talk = talkOf([month, quarter, year]);
    expect(talk.types('0').slice(-4)).toEqual([
      '1. tháng 12/2026: từ 15/11/2026 đến 14/12/2026',
      '2. quý IV/2026: từ 15/9/2026 đến 14/12/2026',
      '3. năm 2026: từ 15/12/2025 đến 14/12/2026',
      'Anh/chị gõ 3 số trong một tin, theo thứ tự trên, ví dụ: 0 1 2',
    ]);
    expect(talk.types('0 0 1').slice(0, 4)).toEqual([
      'Đã ghi:',
      '• Số sự cố (15/11–14/12): 0',
      '• Số sự cố (15/9–14/12): 0',
      '• Số sự cố (15/12/2025–14/12/2026): 1',
    ]);
    expect(talk.types('1 0 0')[0]).toBe(
      'Kỳ dài tính cả kỳ ngắn nên không thể ít hơn: 0 ít hơn 1. Anh/chị gõ 3 số, cách nhau bằng dấu cách, ví dụ: 0 1 2',
    );
  });

  test('stand in the summary by the days that their figures count', () => {
    const talk = talkOf([month, quarter, year]);
    const summary = talk.types(...answers).slice(2);
    expect(summary.slice(0, 2)).toEqual([
      'Anh/chị xem lại trước khi gửi:',
      'Sở Tài chính: Báo cáo tháng 12/2026, quý IV/2026, năm 2026',
    ]);
    expect(summary.filter((line) => line.endsWith(':')).slice(1)).toEqual([
      'Tính đến hôm nay:',
      'Số liệu từ 15/11 đến 14/12 (tháng 12/2026):',
      'Số liệu từ 15/9 đến 14/12 (quý IV/2026):',
      'Số liệu từ 15/12/2025 đến 14/12/2026 (năm 2026):',
    ]);
    expect(summary.filter((line) => line === '• Số sự cố: 0')).toHaveLength(3);
  });

  test('are corrected part by part', () => {
    const talk = talkOf([month, quarter, year]);
    talk.types(...answers);
    expect(talk.edits()).toEqual([
      'Tính đến hôm nay: 4 câu',
      'Báo cáo tháng 12/2026: 4 câu',
      'Báo cáo quý IV/2026: 7 câu',
      'Báo cáo năm 2026: 9 câu',
    ]);
    expect(talk.edits(1)[0]).toBe('Số sự cố (15/11–14/12): 0');
  });
});

function assignment(
  directive: string,
  duty: string,
  period: string,
  formId: string,
  windowFrom: string,
): DialogueAssignment {
  return {
    ...{ assignmentId: duty, directive, duty, period, formId, formVersion: 1 },
    ...{ windowFrom, windowTo: '2026-12-14', unit: { id: 'stc', name: 'Sở Tài chính' } },
  };
}

/** What the person sees, line by line. */
function talkOf(assignments: DialogueAssignment[]) {
  const turn = turnOn(catalogue);
  const within = {
    today,
    past: {},
    on: catalogue.on,
    formOf: (id: string, version: number) => findForm(catalogue, id, version),
  };
  const conversation = { id: '0193f2a4-5b1c-7c11-9d6e-3a2b1c0d9e8f', assignments };
  let at: DialogueResult = startDialogue(assignments, {}, within);
  const shown = () => sayDialogue(turn, conversation, at.say, []);
  const flat = (choices: Choice[][] = []) => choices.flat().map(({ label }) => label);
  return {
    types(...texts: string[]): string[] {
      for (const typed of texts) at = advance(at.state, inputOf(at.state.at, typed), within);
      return shown().text.split('\n');
    },
    labels: () => flat(shown().choices),
    edits: (part?: number) => flat(editList(turn, conversation, at.say, part)?.choices),
  };
}

function inputOf(slot: string, typed: string): DialogueInput {
  return typed === 'bỏ qua' ? { kind: 'skip', slot } : { kind: 'answer', slot, typed };
}

/** As much of a turn as words are made of. */
function turnOn(on: Catalogue): OfficerTurn {
  return { say: textIn('vi'), language: 'vi', today, deps: { catalogue: on } } as OfficerTurn;
}
