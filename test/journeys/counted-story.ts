import { expect } from 'vitest';
import type { CountedPhone } from '#test/journeys/counted-phone.ts';

/** What the officer sees next, by words in it, and the one message that they answer with. */
type Step = { sees: string } & ({ types: string } | { chooses: string });

/** From the reminder to the receipts, in the words of an officer who answers as one would on the telephone. */
export interface CountedStory {
  steps: readonly Step[];
  /** As many messages as an officer may need for it. */
  atMost: number;
}

/** An incident, a vulnerability and every “yes”, so that everything there is to be asked is asked; nothing taken over. */
export const everyBranch: CountedStory = {
  atMost: 16,
  steps: [
    { sees: 'Nhắc hạn: 3 báo cáo phải gửi', chooses: 'Lập báo cáo' },
    {
      sees: 'Cơ quan đang quản lý bao nhiêu hệ thống thông tin?',
      types: '12, trong đó 9 cái duyệt rồi, 7 cái triển khai đủ',
    },
    { sees: 'theo từng cấp độ, từ cấp độ 1 đến cấp độ 5?', types: '3 2 2 1 1' },
    { sees: 'bao nhiêu sự cố an toàn thông tin mạng?', types: '1 1 1' },
    { sees: 'mỗi loại sự cố có bao nhiêu vụ?', types: '0 0 1 0 0 0 0 0 0 0' },
    { sees: 'bao nhiêu lỗ hổng bảo mật nghiêm trọng?', types: '1 1 1, đã khắc phục 1' },
    { sees: 'có thực hiện săn lùng mối nguy hại không?', types: 'có, 5/12' },
    { sees: 'có được sao lưu định kỳ không?', types: 'có, hôm qua, khôi phục thử rồi' },
    { sees: 'khó khăn, vướng mắc hay đề xuất gì không?', types: 'Thiếu cán bộ chuyên trách' },
    { sees: 'đã săn lùng mối nguy hại lại chưa?', types: 'rồi' },
    { sees: 'với NCSC có được duy trì liên tục không?', types: 'có' },
    { sees: 'nguy cơ, điểm yếu gì và đã xử lý thế nào?', types: 'Máy chủ cũ; đã tách mạng' },
    { sees: 'theo mô hình 4 lớp chưa?', types: 'rồi' },
    {
      sees: 'kiểm tra, đánh giá việc bảo đảm an toàn thông tin theo cấp độ chưa?',
      types: 'rồi, 20/11, tuân thủ đầy đủ',
    },
    { sees: 'Kinh phí cho an toàn thông tin chiếm bao nhiêu phần trăm', types: '8%, do cắt vốn' },
    { sees: 'Anh/chị xem lại trước khi gửi:', types: 'gửi' },
  ],
};

/** Nothing happened, and how things stand is as it was in the last period. */
export const nothingNew: CountedStory = {
  atMost: 6,
  steps: [
    { sees: 'Nhắc hạn: 3 báo cáo phải gửi', chooses: 'Lập báo cáo' },
    { sees: 'Cơ quan đang quản lý bao nhiêu hệ thống thông tin?', chooses: 'Không phát sinh' },
    { sees: 'Hệ thống đang quản lý: ', chooses: 'Đúng, không phát sinh' },
    { sees: 'Lần sao lưu gần nhất là ngày nào?', types: 'hôm qua, khôi phục thử rồi' },
    {
      sees: 'kiểm tra, đánh giá việc bảo đảm an toàn thông tin theo cấp độ chưa?',
      types: 'rồi, 20/11, tuân thủ đầy đủ',
    },
    { sees: 'Anh/chị xem lại trước khi gửi:', types: 'gửi' },
  ],
};

/** Lives the story on this phone, from the reminder that is the next message there to the receipts. */
export async function lives(phone: CountedPhone, { steps, atMost }: CountedStory): Promise<void> {
  for (const step of steps) {
    await phone.receives(step.sees);
    await ('types' in step ? phone.types(step.types) : phone.chooses(step.chooses));
  }
  expect((await phone.receives('Đã nhận 3 báo cáo của ')).split('\n').slice(1, 4)).toEqual(
    ['tháng 12/2026', 'quý IV/2026', 'năm 2026'].map((period) =>
      expect.stringMatching(new RegExp(`^• Báo cáo ${period}: mã tiếp nhận 2612-\\w{4}-\\w{4}, đúng hạn$`)),
    ),
  );
  expect(phone.sent()).toBeLessThanOrEqual(atMost);
}

/** What the three reports hold after `everyBranch`, by duty. */
export function figuresOfEveryBranch() {
  const month = {
    ...{ 'systems-managed': 12, 'systems-approved': 9, 'systems-by-level': [3, 2, 2, 1, 1] },
    ...{ 'systems-deployed': 7, incidents: 1, 'incidents-by-kind': [0, 0, 1, 0, 0, 0, 0, 0, 0, 0] },
    ...{ 'vulnerabilities-found': 1, 'vulnerabilities-fixed': 1 },
    ...{ 'hunting-done': true, 'hunting-date': '2026-12-05', backups: true },
    difficulties: 'Thiếu cán bộ chuyên trách',
  };
  const quarter = {
    ...month,
    ...{ 'hunting-after-fix': true, 'backup-last-date': '2026-12-06', 'backup-restore-tested': true },
    ...{ 'ncsc-connected': true, 'risks-measures': 'Máy chủ cũ; đã tách mạng' },
  };
  const year = {
    ...{ ...quarter, 'four-layers': true },
    ...{ 'inspection-done': true, 'inspection-date': '2026-11-20', 'inspection-result': 'compliant' },
    ...{ 'budget-share': 8, 'budget-share-reason': 'do cắt vốn' },
  };
  return { monthly: month, 'quarterly-agency': quarter, 'annual-agency': year };
}

/** What is the same in all three reports after `nothingNew`; how things stand is a matter of the unit. */
export const figuresOfNothing = { incidents: 0, 'vulnerabilities-found': 0, 'hunting-done': false };
