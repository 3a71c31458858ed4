import { z } from 'zod';
import { type HeadsWord, headsWords } from '#domain/heads-word.ts';
import { textIn } from '#locales/text.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { setHeadsWord } from '#storage/queries/head-requests.ts';
import { inTransaction } from '#storage/transaction.ts';
import { type CommandContext, done, type Outcome, refused } from '#app/commands/command.ts';
import { unitWithCode } from '#app/commands/unit-with-code.ts';

export const unitsSetOptions = z.strictObject({ unit: z.string(), headsWord: z.enum(headsWords) });

/** What `cli units set --json` prints: the unit by its code, and what holds for it now. */
export interface UnitSetting {
  unit: string;
  headsWord: HeadsWord;
}

/** What a unit wants of its head from the next report that is sent on; what waits already goes on waiting. */
export async function setUnit(
  { store, clock }: CommandContext,
  { unit: code, headsWord }: z.infer<typeof unitsSetOptions>,
): Promise<Outcome<UnitSetting>> {
  const unit = await unitWithCode(store.db, code);
  if (!unit) return refused(textIn('vi')('cli-unit-unknown', { code: code.trim() }));
  await inTransaction(store, async (tx) => {
    await setHeadsWord(tx, unit.id, headsWord);
    await recordAudit(tx, {
      ...{ at: clock.now(), action: 'unit-set', subjectId: unit.id },
      details: { headsWord },
    });
  });
  return done({ unit: unit.code, headsWord });
}
