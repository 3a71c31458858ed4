import type { Question } from '#domain/directives/schema.ts';
import { fold, spellings, words } from '#domain/vietnamese.ts';

/**
 * Words that people use for those of the question: "vá" where it asks what was "khắc phục", "đào tạo" for "tập huấn". They
 * are harmless beside an answer to this question only, and never turn its meaning round.
 */
export function relativesOf(question: Question): ReadonlySet<string> {
  const { label, shortLabel, type } = question;
  const asked = ` ${words(`${label.vi} ${shortLabel.vi}`).join(' ')} `;
  const found = families.filter(
    ({ of, types }) => asked.includes(` ${fold(of)} `) && (types?.includes(type) ?? true),
  );
  return new Set(found.flatMap(({ said }) => [...said]));
}

interface Family {
  /** Words of a label, in a row. */
  of: string;
  said: ReadonlySet<string>;
  types?: Question['type'][];
}

const family = (of: string, said: string, ...types: Question['type'][]): Family => ({
  of,
  said: spellings(said),
  ...(types.length > 0 ? { types } : {}),
});

const families: readonly Family[] = [
  family('quản lý', 'vận hành sử dụng khai thác'),
  family('phê duyệt', 'duyệt quyết định qđ hồ sơ hs'),
  family('thẩm định', 'hồ sơ hs'),
  family('hồ sơ', 'lập làm hs hsđx'),
  family('triển khai', 'phương án đầy đủ'),
  family('phát hiện', 'thấy tìm dò'),
  family('khắc phục', 'vá sửa xử lý lí'),
  family('lỗ hổng', 'cve điểm yếu'),
  family('sự cố', 'bị phát hiện tấn công mạng'),
  family('số sự cố', 'mã độc virus giả mạo lừa đảo ddos ransomware', 'integer'),
  family('rà quét', 'quét dò scan'),
  family('diễn tập', 'tập dự'),
  family('tập huấn', 'đào tạo bồi dưỡng học dự tham gia'),
  family('cán bộ', 'đồng chí đc công chức viên nhân cbcc ccvc cbccvc bạn'),
  family('kinh phí', 'đạt chiếm bố trí chi vốn ngân sách dành'),
  family('sao lưu', 'lưu backup bk hàng hằng ngày tuần tháng đêm tự động thường xuyên đều đặn', 'yes-no'),
  family('sao lưu', 'backup bk', 'date'),
  family('khôi phục', 'phục hồi restore thử test', 'yes-no'),
  family('kết nối', 'giám sát vẫn thường xuyên', 'yes-no'),
  family('săn lùng', 'săn hunting hunt'),
  family('kiểm tra', 'đánh giá kt'),
  family('hoàn thành', 'xong tất', 'yes-no', 'date'),
];
