import type { Catalogue, DutyRef } from '#domain/catalogue.ts';
import type { Say } from '#locales/text.ts';
import { dutyNamed } from '#handlers/duty-words.ts';

/** "3 báo cáo phải gửi, 1 nhiệm vụ phải làm": reports apart from things to have done by a date. */
export function whatIsOwed({ catalogue, say }: Context, owed: DutyRef[]): string {
  const { reports, tasks } = counted(catalogue, owed);
  return [
    ...(reports > 0 ? [say('reports-to-send', { count: reports })] : []),
    ...(tasks > 0 ? [say('tasks-to-do', { count: tasks })] : []),
  ].join(', ');
}

/** "3 báo cáo chưa gửi, 1 nhiệm vụ chưa xong". */
export function whatIsMissing({ catalogue, say }: Context, owed: DutyRef[]): string {
  const { reports, tasks } = counted(catalogue, owed);
  return [
    ...(reports > 0 ? [say('reports-not-sent', { count: reports })] : []),
    ...(tasks > 0 ? [say('tasks-not-done', { count: tasks })] : []),
  ].join(', ');
}

interface Context {
  catalogue: Catalogue;
  say: Say;
}

function counted(catalogue: Catalogue, owed: DutyRef[]): { reports: number; tasks: number } {
  const tasks = owed.filter((ref) => dutyNamed(catalogue, ref).duty.kind === 'milestone').length;
  return { reports: owed.length - tasks, tasks };
}
