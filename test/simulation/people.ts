import type { PositionKind } from '#domain/organisation.ts';
import { quietDecember } from '#test/kit/december-texts.ts';

/** When somebody sends their reports: at the first reminder, on the last day, or never. */
type Habit = 'early' | 'last-day' | 'never';

export interface PlannedOfficer {
  name: string;
  unit: string;
  position: PositionKind;
  habit: Habit;
}

/** 91 reporters of as many agencies, 45 heads of half of them, two coordinators and two administrators: 140. */
export function officersOfTheMonth(): PlannedOfficer[] {
  const reporters = Array.from(
    { length: 91 },
    (_, n): PlannedOfficer => ({
      name: `Cán bộ ${n + 1}`,
      unit: agency(n),
      position: 'reporter',
      habit: habitOf(n),
    }),
  );
  const heads = Array.from(
    { length: 45 },
    (_, n): PlannedOfficer => ({
      name: `Lãnh đạo ${n + 1}`,
      unit: agency(n * 2),
      position: 'head',
      habit: 'never',
    }),
  );
  const others = (['coordinator', 'coordinator', 'administrator', 'administrator'] as const).map(
    (position, n): PlannedOfficer => ({ name: `${position} ${n}`, unit: 'SKHCN', position, habit: 'never' }),
  );
  return [...reporters, ...heads, ...others];
}

/** The three bots take turns, so every third person is on the first one: a third of its reporters are early, else never. */
function habitOf(n: number): Habit {
  const turn = Math.floor(n / 3) % 10;
  if (turn === 0) return 'early';
  if (n % 3 === 0) return turn < 3 ? 'early' : 'never';
  return turn === 1 ? 'last-day' : 'never';
}

export function agency(n: number): string {
  return `CQ${n + 1}`;
}

/** What a reporter types to send the three reports of December in one conversation. */
export const reportsOfDecember = ['/baocao', 'Lập báo cáo', ...quietDecember, 'gửi'];

/** What people ask in between, by turns. */
export const questions = ['/lich', 'tôi nợ gì', 'ai chưa báo cáo?', '/trogiup'];
