import type { Catalogue } from '#domain/catalogue.ts';
import { howMuchAtLeast } from '#domain/dialogue/how-much.ts';
import type { Say } from '#locales/text.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import { dialogueAssignmentOf } from '#handlers/begun-report.ts';
import { dutyNamed } from '#handlers/duty-words.ts';
import { formsIn } from '#handlers/keep-report.ts';

/** "Làm cùng lúc: từ 11 câu (thay vì 25)": for several reports of one unit that are filled in together; else nothing. */
export function togetherWords(
  { catalogue, say }: { catalogue: Catalogue; say: Say },
  owed: readonly Assignment[],
): string[] {
  const reports = owed.filter((one) => dutyNamed(catalogue, one).duty.kind === 'report');
  const assignments = reports.flatMap((one) => dialogueAssignmentOf(catalogue, one) ?? []);
  if (assignments.length < 2) return [];
  const { asks, alone } = howMuchAtLeast(assignments, formsIn(catalogue));
  return asks < alone ? [say('together-at-least', { asks, alone })] : [];
}
