import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PositionKind } from '#domain/organisation.ts';
import type { Place } from '#test/journeys/product-process.ts';

/** As an office keeps it: Vietnamese headings, Excel's semicolons. */
const unitsFile = `Danh sách đơn vị;;;;
Mã đơn vị;Tên đơn vị;Loại;Cấp trên;Đầu mối
SKHCN;Sở Khoa học và Công nghệ;Sở;;có
STC;Sở Tài chính;Sở;;
SYT;Sở Y tế;Sở;;
PTT;Phường Trung Tâm;Phường;;
`;

/** Who is invited: a unit's code, a position and a name. */
const invited = {
  lan: ['STC', 'reporter', 'Nguyễn Thị Lan'],
  hung: ['STC', 'head', 'Trần Quốc Hùng'],
  binh: ['SYT', 'reporter', 'Lê Văn Bình'],
  khanh: ['SYT', 'responder', 'Ngô Gia Khánh'],
  ha: ['PTT', 'reporter', 'Đỗ Thu Hà'],
  long: ['PTT', 'head', 'Vũ Đức Long'],
  mai: ['SKHCN', 'coordinator', 'Phạm Thanh Mai'],
} as const;

export type Invited = keyof typeof invited;

/** Units from a file, officers one by one, as an administrator sets up a province; what the invites say. */
export async function importUnits(place: Place): Promise<unknown> {
  const file = join(place.folder, 'don-vi.csv');
  await writeFile(file, unitsFile);
  return place.cli('units', 'import', file);
}

export function invite(place: Place, who: Invited): Promise<string> {
  const [unit, position, name] = invited[who];
  return inviteTo(place, unit, position, name);
}

/** Somebody new at a unit; what the invite says. */
export async function inviteTo(
  place: Place,
  unit: string,
  position: PositionKind,
  name: string,
): Promise<string> {
  const added = await place.cli('officers', 'add', '--unit', unit, '--name', name, '--position', position);
  return (added as { inviteCode: string }).inviteCode;
}
