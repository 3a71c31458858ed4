import { addDays, dayOf, startOfDay } from '#domain/time.ts';
import { textIn } from '#locales/text.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { trackDirectives } from '#storage/queries/directives.ts';
import { readSetting, writeSetting } from '#storage/queries/settings.ts';
import { hasUnits } from '#storage/queries/units.ts';
import { inTransaction } from '#storage/transaction.ts';
import { type CommandContext, done, type Outcome, refused } from '#app/commands/command.ts';
import { storeProvince } from '#app/demo/organisation.ts';
import { pastReports } from '#app/demo/past-reports.ts';
import { loadProvince } from '#app/demo/province.ts';
import { storePastReports } from '#app/demo/store-past-reports.ts';

/** What `cli demo --json` prints. */
export interface FilledDemo {
  units: number;
  officers: number;
  /** False when the demo units were there already: then nothing was changed. */
  filled: boolean;
}

const setting = 'demo';

/** The demo's past: units that joined and officers that were named so long ago, days. */
const thereSince = 730;

/**
 * Fills an empty database with the demo units, their officers (each with a phone in the rehearsal room) and what they
 * reported in earlier periods; open periods are left to the scheduler. Refused when other units are there.
 */
export async function fillDemo(context: CommandContext): Promise<Outcome<FilledDemo>> {
  const { store, catalogue, clock } = context;
  const province = loadProvince();
  const counts = { units: province.units.length, officers: province.officers.length };
  return inTransaction(store, async (tx) => {
    if ((await readSetting(tx, setting)) !== undefined) return done({ ...counts, filled: false });
    if (await hasUnits(tx)) return refused(textIn('vi')('cli-demo-other-units'));
    const now = clock.now();
    const today = dayOf(now, catalogue.zone);
    const since = startOfDay(addDays(today, -thereSince), catalogue.zone);
    const { trackedSince, past } = pastReports(catalogue, today);
    const organisation = await storeProvince(tx, context, province, since);
    for (const [directive, day] of trackedSince) await trackDirectives(tx, [directive], day);
    await storePastReports(tx, context, { province, organisation, past, now });
    await writeSetting(tx, setting, { filledOn: today });
    await recordAudit(tx, { at: now, action: 'demo-filled', details: counts });
    return done({ ...counts, filled: true });
  });
}
