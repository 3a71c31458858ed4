import { unitsReportedFor, viewScope } from '#domain/access.ts';
import { encodeTap } from '#domain/callback.ts';
import { isAskedFor } from '#domain/catalogue.ts';
import type { Choice } from '#domain/channel.ts';
import { parsePeriod, type Period } from '#domain/period.ts';
import { periodAsked } from '#domain/period-phrase.ts';
import { unitNamed } from '#domain/unit-named.ts';
import { addDays, startOfDay } from '#domain/time.ts';
import { type ReceivedFilter, receivedReports } from '#storage/queries/received-reports.ts';
import { listUnits } from '#storage/queries/units.ts';
import { showReport } from '#handlers/after-sending/view.ts';
import { sentAction } from '#handlers/after-sending/sent-action.ts';
import { shortTitleOf } from '#handlers/duty-words.ts';
import { unitOnButton } from '#handlers/label-words.ts';
import { inView, unitsInView } from '#handlers/status-in-view.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** Without a period: what has come in within so many days. */
const daysBack = 35;

/** Buttons on one page. */
const pageSize = 8;

/** In place of a period: the latest. */
const lately = 'now';

/** "Xem báo cáo STC tháng 12": the report where that names one, else a list to choose from. */
export async function showReceivedTyped(turn: OfficerTurn, typed: string): Promise<void> {
  const { say, tx, today } = turn;
  const asked = periodAsked(typed, today);
  if (asked.kind === 'impossible') return turn.reply({ text: say('period-impossible') });
  const units = await unitsToSee(turn);
  const named = unitNamed(typed, await listUnits(tx));
  if (named && units !== 'all' && !units.includes(named.id)) return turn.reply({ text: say('view-refused') });
  const period = asked.kind === 'period' ? asked.period : lately;
  await showList(turn, period, { page: 1, ...(named ? { unitId: named.id } : {}), openOnly: true });
}

/** A page of the list, asked for by a button. */
export async function showReceivedPage(
  turn: OfficerTurn,
  period: string,
  page: string,
  unitId?: string,
): Promise<void> {
  const isPage = /^[1-9]\d{0,3}$/.test(page) && (period === lately || parsePeriod(period) !== undefined);
  if (!isPage) return turn.reply({ text: turn.say('old-button') });
  await showList(turn, period, { page: Number(page), ...(unitId ? { unitId } : {}) });
}

/** Under the list of what is missing: the way to what has come in. */
export function receivedChoice({ say }: OfficerTurn, period: Period): Choice {
  return { label: say('button-received'), data: encodeTap(sentAction, 'received', period, '1') };
}

async function showList(
  turn: OfficerTurn,
  period: string,
  { page, unitId, openOnly = false }: { page: number; unitId?: string; openOnly?: boolean },
): Promise<void> {
  const { say, tx, deps, language } = turn;
  const units = await unitsToSee(turn);
  if (units !== 'all' && units.length === 0) return turn.reply({ text: say('view-refused') });
  if (unitId !== undefined && units !== 'all' && !units.includes(unitId))
    return turn.reply({ text: say('view-refused') });
  const found = await receivedReports(tx, filterOf(turn, period, unitId === undefined ? units : [unitId]), {
    offset: (page - 1) * pageSize,
    limit: pageSize + 1,
  });
  const reports = found.filter((one) => isAskedFor(deps.catalogue, one)).slice(0, pageSize);
  const [only, ...others] = reports;
  if (!only) return turn.reply({ text: say('received-none') });
  if (openOnly && others.length === 0) return showReport(turn, only.id);
  const where = unitId === undefined ? [] : [unitId];
  const turnTo = (to: number, label: string): Choice => ({
    label,
    data: encodeTap(sentAction, 'received', period, String(to), ...where),
  });
  const pages = [
    ...(page > 1 ? [turnTo(page - 1, say('button-previous-page'))] : []),
    ...(found.length > pageSize ? [turnTo(page + 1, say('button-next-page'))] : []),
  ];
  await turn.reply({
    text: say('received-which'),
    choices: [
      ...reports.map((one) => [
        {
          label: say('button-view', {
            unit: unitOnButton(one.unitName),
            title: shortTitleOf(deps.catalogue, language, one),
          }),
          data: encodeTap(sentAction, 'view', one.id),
        },
      ]),
      ...(pages.length > 0 ? [pages] : []),
    ],
  });
}

function filterOf({ today, deps }: OfficerTurn, period: string, units: string[] | 'all'): ReceivedFilter {
  const since = startOfDay(addDays(today, -daysBack), deps.catalogue.zone);
  return { ...inView(units), ...(period === lately ? { since } : { period }) };
}

/** What they see as a manager, and what they report for themselves. */
async function unitsToSee(turn: OfficerTurn): Promise<string[] | 'all'> {
  const own = unitsReportedFor(turn.officer);
  if (viewScope(turn.officer).kind === 'none') return own;
  const seen = await unitsInView(turn);
  if (seen === 'all') return 'all';
  return seen === 'none' ? own : [...new Set([...seen, ...own])];
}
