import type { Answering } from '#domain/incident/recognise.ts';
import type { Utterance } from '#test/domain/incident/utterance.ts';

const incidents: Answering = {
  type: 'integer',
  key: 'incidents',
  label: 'Trong kỳ báo cáo có bao nhiêu sự cố an toàn thông tin mạng?',
};
const byKind: Answering = {
  type: 'numbers',
  key: 'incidents-by-kind',
  label: 'Trong đó mỗi loại sự cố có bao nhiêu vụ?',
};
const holes: Answering = {
  type: 'integer',
  key: 'vulnerabilities-found',
  label: 'Trong kỳ báo cáo phát hiện bao nhiêu lỗ hổng bảo mật nghiêm trọng?',
};
const systems: Answering = {
  type: 'integer',
  key: 'systems-managed',
  label: 'Cơ quan đang quản lý bao nhiêu hệ thống thông tin?',
};
const drills: Answering = {
  type: 'integer',
  key: 'drills',
  label: 'Trong kỳ báo cáo, cơ quan đã tham gia diễn tập ứng cứu sự cố mấy lần?',
};
const backups: Answering = {
  type: 'yes-no',
  key: 'backups',
  label: 'Hệ thống và dữ liệu quan trọng có được sao lưu định kỳ không?',
};
const hunting: Answering = {
  type: 'yes-no',
  key: 'hunting-done',
  label: 'Trong kỳ báo cáo, cơ quan có thực hiện săn lùng mối nguy hại không?',
};
const worst: Answering = { type: 'choice', key: 'worst', label: 'Loại sự cố nào nhiều nhất?' };
const outcome: Answering = { type: 'choice', key: 'inspection-result', label: 'Kết quả kiểm tra thế nào?' };
const risks: Answering = {
  type: 'text',
  key: 'risks-measures',
  label: 'Trong kỳ báo cáo đã phát hiện nguy cơ, điểm yếu gì và đã xử lý thế nào?',
};
const difficulties: Answering = {
  type: 'text',
  key: 'difficulties',
  label: 'Anh/chị có khó khăn, vướng mắc hay đề xuất gì không?',
};

/** Typed while a question of a report is open. */
export const answers: Utterance[] = [
  ['không có sự cố nào', 'none', incidents],
  ['ko co sc nao a', 'none', incidents],
  ['0 sự cố', 'none', incidents],
  ['2 sự cố', 'none', incidents],
  ['có 1 sự cố mã độc', 'none', incidents],
  ['một sự cố, đã xử lý xong', 'none', incidents],
  ['1 vụ web bị hack', 'none', incidents],
  ['3', 'none', incidents],
  ['không có virus', 'none', incidents],
  ['sự cố', 'incident', incidents],
  ['báo sự cố', 'incident', incidents],
  ['máy chủ bị mã hóa hết rồi', 'incident', incidents],
  ['web vừa bị hack', 'incident', incidents],
  ['1 máy chủ đang bị tấn công', 'incident', incidents],
  ['mã độc 1, lừa đảo 2', 'none', byKind],
  ['0 1 2 0 0 0 0 0 0 0', 'none', byKind],
  ['2 vụ lừa đảo, 1 vụ lộ mật khẩu', 'none', byKind],
  ['file đổi đuôi hết rồi', 'incident', byKind],
  ['2 lỗ hổng', 'none', holes],
  ['2 lo hong', 'none', holes],
  ['không có lỗ hổng', 'none', holes],
  ['12 hệ thống, 1 cái bị lỗi', 'none', systems],
  ['web bị hack', 'incident', systems],
  ['sc khẩn', 'incident', systems],
  ['mất mạng', 'doubt', systems],
  ['quên mật khẩu', 'doubt', systems],
  ['2 lần diễn tập sự cố', 'none', drills],
  ['mã hóa bản sao lưu xong rồi', 'none', backups],
  ['có mã hóa', 'none', backups],
  ['ma hoa backup xong roi', 'none', backups],
  ['có', 'none', backups],
  ['bản sao lưu bị mã hóa hết rồi', 'incident', backups],
  ['sao luu bi ma hoa roi', 'incident', backups],
  ['rồi, không thấy mã độc', 'none', hunting],
  ['có, quét virus ngày 5/12', 'none', hunting],
  ['phát hiện mã độc trên máy chủ', 'incident', hunting],
  ['mã độc', 'none', worst],
  ['từ chối dịch vụ', 'none', worst],
  ['máy chủ bị mã hóa', 'incident', worst],
  ['mã độc', 'doubt', outcome],
  ['sự cố', 'incident', outcome],
  ['Có tồn tại, đang khắc phục', 'none', outcome],
  ['tháng 11 có 1 máy nhiễm mã độc, đã xử lý xong', 'none', risks],
  ['nguy cơ lây nhiễm mã độc qua USB, đã dán niêm phong cổng', 'none', risks],
  ['phát hiện 2 máy dính virus, đã cài lại', 'none', risks],
  ['máy chủ đang bị tấn công', 'incident', risks],
  ['web bị hack', 'incident', risks],
  ['thiếu cán bộ chuyên trách, khó xử lý sự cố', 'none', difficulties],
  ['đề xuất mua phần mềm diệt virus và giải pháp mã hóa', 'none', difficulties],
  ['mạng hay bị chậm, máy tính cũ hỏng nhiều', 'none', difficulties],
  ['máy tính hay bị nhiễm virus', 'none', difficulties],
  ['mất mạng', 'none', difficulties],
  ['sự cố', 'incident', difficulties],
  ['khó khăn là máy kế toán bị mã hóa hết file', 'incident', difficulties],
  ['trụ sở mới chưa có tường lửa nên virus qua email nhiều', 'doubt', difficulties],
  ['không có khó khăn gì', 'none', difficulties],
];
