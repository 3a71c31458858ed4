import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JourneyPhone } from '#test/journeys/incident-phones.ts';
import type { Place, ProductProcess } from '#test/journeys/product-process.ts';

/** Units and people of the rehearsal's own province, so that the same night is told on every channel. */
const unitsFile = `Mã đơn vị;Tên đơn vị;Loại;Cấp trên;Đầu mối
UBND;UBND tỉnh Sông Hà;UBND tỉnh;;
SKHCN;Sở Khoa học và Công nghệ;Sở;UBND;có
STC;Sở Tài chính;Sở;UBND;
`;

/** `chat`: their phone in the rehearsal room. */
export const people = {
  ha: { unit: 'STC', position: 'reporter', name: 'Nguyễn Thị Thu Hà', chat: 'officer-so-tai-chinh' },
  nam: { unit: 'STC', position: 'responder', name: 'Hoàng Văn Nam', chat: 'responder-so-tai-chinh' },
  binh: { unit: 'STC', position: 'head', name: 'Trần Quốc Bình', chat: 'head-so-tai-chinh' },
  tuan: {
    ...{ unit: 'SKHCN', position: 'coordinator', name: 'Phan Anh Tuấn' },
    chat: 'officer-so-khoa-hoc-va-cong-nghe',
  },
  quang: { unit: 'UBND', position: 'head', name: 'Hồ Sỹ Quang', chat: 'head-ubnd-tinh' },
} as const;

export type PersonKey = keyof typeof people;
export const personKeys = Object.keys(people) as PersonKey[];

/** Where an incident is told: a product that runs, and the phones of everyone whom it may concern. */
export interface IncidentWorld {
  place: Place;
  product: ProductProcess;
  phones: Record<PersonKey, JourneyPhone>;
  close(): Promise<void>;
}

/** The administrator imports the units and invites everyone; each joins with the code on their own phone. */
export async function allJoin(place: Place, phones: Record<PersonKey, JourneyPhone>): Promise<void> {
  const file = join(place.folder, 'don-vi.csv');
  await writeFile(file, unitsFile);
  await place.cli('units', 'import', file);
  await Promise.all(
    personKeys.map(async (key) => {
      const { unit, position, name } = people[key];
      const options = ['--unit', unit, '--name', name, '--position', position];
      const added = await place.cli('officers', 'add', ...options);
      await phones[key].types((added as { inviteCode: string }).inviteCode);
      await phones[key].receives(`Xin chào ${name}`);
    }),
  );
}

export function phonesOf(open: (key: PersonKey) => JourneyPhone): Record<PersonKey, JourneyPhone> {
  const opened = personKeys.map((key) => [key, open(key)] as const);
  return Object.fromEntries(opened) as Record<PersonKey, JourneyPhone>;
}
