import { resolve } from 'node:path';
import { headsWords } from '#domain/heads-word.ts';
import { paperKinds } from '#domain/incident/papers/paper-forms.ts';
import { isDay } from '#domain/time.ts';
import { textIn } from '#locales/text.ts';
import { type Came, cameOf } from '#app/cli/came.ts';
import { configured, type Env } from '#app/cli/configured.ts';
import { dumpCommand } from '#app/cli/dump-command.ts';
import {
  showBackup,
  showChecks,
  showDeadlines,
  showDemo,
  showImport,
  showReminders,
  showStatus,
  showUnits,
  showUnitSetting,
} from '#app/cli/show.ts';
import { showIncidents, showPaper } from '#app/cli/show-incidents.ts';
import { showLifted, showQuota } from '#app/cli/show-quota.ts';
import { withDatabase } from '#app/cli/with-database.ts';
import { listDeadlines } from '#app/commands/deadlines.ts';
import { doctor } from '#app/commands/doctor.ts';
import { listReminders } from '#app/commands/reminders.ts';
import { readUnitFile } from '#app/commands/unit-file.ts';
import { loadCatalogue } from '#app/load-catalogue.ts';
import { shippedDirectiveIds } from '#app/shipped-directives.ts';
import type { Catalogue } from '#domain/catalogue.ts';
import type { Day } from '#domain/time.ts';

/** What the commands of the command line do, given the environment and their options as they were typed. */

const say = textIn('vi');

interface RangeOptions {
  from: string;
  to: string;
  directives?: string;
}

export async function deadlines(env: Env, options: RangeOptions): Promise<Came> {
  return inRange(env, options, (catalogue, range) => {
    const rows = listDeadlines(catalogue, range);
    return { kind: 'shown', json: rows, text: showDeadlines(rows, catalogue) };
  });
}

export async function reminders(env: Env, options: RangeOptions): Promise<Came> {
  return inRange(env, options, (catalogue, range) => {
    const rows = listReminders(catalogue, range);
    return { kind: 'shown', json: rows, text: showReminders(rows, catalogue) };
  });
}

/** What needs no database: opens none. */
function inRange(
  env: Env,
  { from, to, directives: ids }: RangeOptions,
  show: (catalogue: Catalogue, range: { from: Day; to: Day }) => Came,
): Came {
  const wrongDay = [from, to].find((day) => !isDay(day));
  if (wrongDay !== undefined) return { kind: 'misused', error: say('cli-wrong-day', { text: wrongDay }) };
  if (from > to) return { kind: 'misused', error: say('cli-wrong-range') };
  const chosen = ids?.split(',').map((id) => id.trim());
  const known = shippedDirectiveIds();
  const unknown = chosen?.filter((id) => !known.includes(id)) ?? [];
  if (unknown.length > 0) {
    const words = { unknown: unknown.join(', '), known: known.join(', ') };
    return { kind: 'misused', error: say('cli-directives-unknown', words) };
  }
  return configured(env, (config) => {
    const catalogue = loadCatalogue({ zone: config.zone, directives: chosen ?? config.directives });
    return show(catalogue, { from, to });
  });
}

export async function unitsImport(env: Env, file: string): Promise<Came> {
  return configured(env, async (config) => {
    const read = await readUnitFile(file);
    if (read.kind === 'unreadable') return { kind: 'refused', error: read.reason };
    return cameOf(await withDatabase(config, 'units-import', { rows: read.rows }), showImport);
  });
}

export async function unitsList(env: Env): Promise<Came> {
  return configured(env, async (config) => cameOf(await withDatabase(config, 'units-list', {}), showUnits));
}

export async function unitsSet(
  env: Env,
  { unit, headsWord }: { unit: string; headsWord: string },
): Promise<Came> {
  const known = headsWords.find((word) => word === headsWord);
  if (!known) {
    const words = { text: headsWord, known: headsWords.join(', ') };
    return { kind: 'misused', error: say('cli-wrong-heads-word', words) };
  }
  return configured(env, async (config) =>
    cameOf(await withDatabase(config, 'units-set', { unit, headsWord: known }), showUnitSetting),
  );
}

export async function status(env: Env, options: { period: string; duty?: string }): Promise<Came> {
  const { period, duty } = options;
  return configured(env, async (config) => {
    const outcome = await withDatabase(config, 'status', { period, ...(duty === undefined ? {} : { duty }) });
    return cameOf(outcome, showStatus);
  });
}

export async function quota(env: Env): Promise<Came> {
  return configured(env, async (config) => cameOf(await withDatabase(config, 'quota', {}), showQuota));
}

export async function quotaLift(env: Env, bot: string): Promise<Came> {
  return configured(env, async (config) =>
    cameOf(await withDatabase(config, 'quota-lift', { bot }), showLifted),
  );
}

export async function incidentsList(env: Env, { open = false }: { open?: boolean }): Promise<Came> {
  return configured(env, async (config) =>
    cameOf(await withDatabase(config, 'incidents-list', { open }), showIncidents),
  );
}

export async function incidentsPaper(
  env: Env,
  number: string,
  { kind: typed, out }: { kind: string; out: string },
): Promise<Came> {
  const kind = paperKinds.find((known) => known === typed);
  if (!kind) {
    return { kind: 'misused', error: say('cli-wrong-paper', { text: typed, known: paperKinds.join(', ') }) };
  }
  return configured(env, async (config) =>
    cameOf(await withDatabase(config, 'incidents-paper', { number, kind, file: resolve(out) }), showPaper),
  );
}

export async function demo(env: Env): Promise<Came> {
  return configured(env, async (config) => cameOf(await withDatabase(config, 'demo', {}), showDemo));
}

export async function backup(env: Env, file: string): Promise<Came> {
  return configured(env, async (config) => {
    if (config.database.kind === 'postgres') {
      const command = dumpCommand(config.database.url, file);
      return { kind: 'refused', error: say('cli-backup-postgres', { command }) };
    }
    const { folder } = config.database;
    return cameOf(await withDatabase(config, 'backup', { file: resolve(file) }), (written) =>
      showBackup(written, folder),
    );
  });
}

export async function doctorOf(env: Env): Promise<Came> {
  const checks = await doctor(env);
  const failed = checks.some(({ state }) => state === 'fail');
  return { kind: 'shown', json: checks, text: showChecks(checks), failed };
}
