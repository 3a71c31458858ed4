import { type UnitKind, unitKinds } from '#domain/directives/schema.ts';
import { fold } from '#domain/vietnamese.ts';

export type UnitField = 'code' | 'name' | 'kind' | 'parent' | 'coordinator';

/** Which column a heading names, as people write it; undefined for a column that is none of ours. */
export function fieldNamed(heading: string): UnitField | undefined {
  return headings.get(plain(heading));
}

/** The kind of unit that a cell names, in words or as a slug. */
export function kindNamed(text: string): UnitKind | undefined {
  const slug = text.trim().toLowerCase();
  return unitKinds.find((kind) => kind === slug) ?? kinds.get(plain(text));
}

/** Yes or no; an empty cell is no. */
export function yesOrNo(text: string): boolean | undefined {
  const word = plain(text);
  if (yes.has(word)) return true;
  return word === '' || no.has(word) ? false : undefined;
}

/** Letters, digits and single spaces: "Cấp trên (mã)" and "cap tren ma" are the same. */
function plain(text: string): string {
  return fold(text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, ' '));
}

function lookup<T extends string>(words: Record<T, readonly string[]>): Map<string, T> {
  const entries = Object.entries(words) as [T, readonly string[]][];
  return new Map(entries.flatMap(([meaning, spellings]) => spellings.map((word) => [plain(word), meaning])));
}

const headings = lookup<UnitField>({
  code: ['code', 'mã', 'mã đơn vị', 'mã cơ quan', 'ký hiệu'],
  name: ['name', 'tên', 'tên đơn vị', 'tên cơ quan', 'đơn vị', 'cơ quan'],
  kind: ['kind', 'loại', 'loại đơn vị', 'loại hình', 'loại cơ quan'],
  parent: [
    'parent',
    'cấp trên',
    'mã cấp trên',
    'cấp trên (mã)',
    'đơn vị cấp trên',
    'mã đơn vị cấp trên',
    'trực thuộc',
  ],
  coordinator: ['coordinator', 'đầu mối', 'đơn vị đầu mối', 'đầu mối tổng hợp', 'đơn vị đầu mối tổng hợp'],
});

const kinds = lookup<UnitKind>({
  'province-committee': ['UBND tỉnh', 'Ủy ban nhân dân tỉnh', 'UBND thành phố trực thuộc Trung ương'],
  department: ['sở'],
  board: ['ban', 'ngành', 'ban, ngành', 'ban quản lý', 'thanh tra'],
  'mass-organisation': ['đoàn thể', 'tổ chức đoàn thể', 'tổ chức chính trị - xã hội', 'mặt trận'],
  association: ['hội'],
  district: ['huyện', 'thị xã', 'thành phố', 'quận', 'UBND huyện'],
  commune: ['xã', 'phường', 'thị trấn', 'đặc khu', 'UBND xã', 'UBND phường', 'xã, phường'],
  'party-office': ['Văn phòng Tỉnh ủy', 'Văn phòng Thành ủy', 'cơ quan đảng'],
  'central-agency': ['cơ quan Trung ương', 'cơ quan Trung ương đóng trên địa bàn', 'ngành dọc'],
  'provincial-police': ['Công an tỉnh', 'Công an thành phố', 'công an'],
  'provincial-military': ['Bộ Chỉ huy quân sự tỉnh', 'Bộ CHQS tỉnh', 'quân sự'],
  'telecom-company': ['doanh nghiệp viễn thông', 'viễn thông'],
  'security-company': ['doanh nghiệp an toàn thông tin', 'an toàn thông tin'],
  office: ['văn phòng', 'Văn phòng UBND tỉnh', 'văn phòng ủy ban'],
  'portal-unit': ['cổng thông tin điện tử', 'cổng thông tin', 'cổng TTĐT'],
  'sub-unit': ['phòng', 'trung tâm', 'chi cục', 'đơn vị trực thuộc', 'đơn vị sự nghiệp', 'trực thuộc'],
});

const yes = new Set(['co', 'x', '1', 'yes', 'true', 'dung', 'y', 'dau moi']);
const no = new Set(['khong', '0', 'no', 'false', 'sai', 'n']);
