import { addDays, instantAt, type Day } from '#domain/time.ts';
import { basicPlan } from '#domain/quota.ts';
import { inviteAlphabet } from '#domain/invite-code.ts';
import { putBot } from '#storage/queries/bots.ts';
import { trackDirectives } from '#storage/queries/directives.ts';
import { putInLine } from '#storage/queries/messages.ts';
import type { Store } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';
import { type QuotaStanding, quotaStandings } from '#handlers/quota-standing.ts';
import { addInvitedOfficer } from '#app/commands/officers-add.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';
import { recordedLog } from '#test/fakes/recorded-log.ts';
import { settableClock } from '#test/kit/clocks.ts';
import { countingIds } from '#test/kit/counting-ids.ts';
import { createEngine } from '#test/kit/engine.ts';
import { addUnit } from '#test/kit/organisation.ts';
import { type CountedPlatform, countedPlatform } from '#test/simulation/counted-platform.ts';
import {
  agency,
  officersOfTheMonth,
  type PlannedOfficer,
  questions,
  reportsOfDecember,
} from '#test/simulation/people.ts';

/** Somebody who takes part: they type the next text of their script as soon as the last one has been answered. */
interface Participant extends PlannedOfficer {
  id: string;
  code: string;
  platform: CountedPlatform;
  script: string[];
  /** Was not answered once, and asks no more. */
  hasGivenUp: boolean;
}

export interface SimulatedMonth {
  platforms: CountedPlatform[];
  people: Participant[];
  standings: QuotaStanding[];
  /** Keys of the urgent rows that were put in line, one for each alert and person. */
  alerts: string[];
}

const zone = 'Asia/Ho_Chi_Minh';
const begins: Day = '2026-12-01';
const ends: Day = '2026-12-31';
/** So long the people of the first bot ask much: on 10/12, when reports are reminded of early, 92 % of its month is used. */
const asksUntil: Day = '2026-12-08';

/**
 * December 2026 with 140 officers on three bots of the BASIC plan, one of them with people who ask much more than others:
 * everybody is invited, joins by code, is reminded, sends three reports or none; two alerts go to everybody.
 */
export async function simulateMonth(store: Store): Promise<SimulatedMonth> {
  const catalogue = realCatalogue();
  const clock = settableClock(`${begins}T07:30:00+07:00`);
  const wallClock = settableClock(`${begins}T07:30:00+07:00`);
  const [newId, log, quota] = [countingIds(), recordedLog(), basicPlan];
  const engine = createEngine({ store, catalogue, clock, wallClock, newId, log, quota });
  const platforms = [1, 2, 3].map((n) => countedPlatform(`zalo:${n}`, quota, clock));
  let updates = 0;

  await foundProvince();
  const people: Participant[] = [];
  for (const [n, officer] of officersOfTheMonth().entries()) people.push(await invite(officer, codeOf(n)));
  await talk((person) => [person.code]);

  const alerts: string[] = [];
  for (let day = begins; day <= ends; day = addDays(day, 1)) {
    if (catalogue.calendar.isWorkingDay(day)) await liveThrough(day);
    if (day === '2026-12-09' || day === '2026-12-28') await alertEverybody(day);
  }
  const standings = await quotaStandings(store.db, { catalogue, limits: quota, now: clock.now() });
  return { platforms, people, standings, alerts };

  async function foundProvince(): Promise<void> {
    await inTransaction(store, async (tx) => {
      await trackDirectives(tx, [...catalogue.on], begins);
      for (const { channel } of platforms) {
        const { bot } = channel;
        await putBot(tx, { bot, channel: 'zalo', name: bot, link: `https://zalo.me/${bot}` });
      }
      const founding = { store, catalogue, newId };
      const coordinator = { code: 'SKHCN', name: 'Sở Khoa học và Công nghệ', coordinator: true };
      await addUnit(founding, tx, coordinator, clock.now());
      for (let n = 0; n < 91; n += 1) {
        await addUnit(founding, tx, { code: agency(n), name: `Cơ quan ${n + 1}` }, clock.now());
      }
    });
  }

  /** By the command of the administrator, which names the bot. */
  async function invite(officer: PlannedOfficer, code: string): Promise<Participant> {
    const { unit, name, position } = officer;
    const context = { store, catalogue, clock, newId, newInviteCode: () => code, quota };
    const added = await addInvitedOfficer(context, { unit, name, position });
    if (!added.ok) throw new Error(added.error);
    const platform = platforms.find(({ channel }) => channel.bot === added.result.links[0]?.bot);
    if (!platform) throw new Error(`${name} was invited to no bot.`);
    return { ...officer, id: added.result.officerId, code, platform, script: [], hasGivenUp: false };
  }

  async function liveThrough(day: Day): Promise<void> {
    for (const time of ['08:30', '10:00', '14:30']) {
      clock.set(instantAt(day, time, zone).toISOString());
      await engine.plan();
      await delivered();
      if (time === '10:00') await talk((person) => whatIsAsked(person, day));
      if (time === '14:30') await talk((person) => whatIsSent(person, day));
    }
  }

  /** Everybody types by turns until nobody has anything to say, or an answer to react to. */
  async function talk(scriptOf: (person: Participant) => readonly string[]): Promise<void> {
    for (const person of people) person.script = person.hasGivenUp ? [] : [...scriptOf(person)];
    for (let talking = people; talking.length > 0; ) {
      const before = new Map<Participant, number>();
      for (const person of talking) {
        const text = person.script.shift();
        if (text === undefined) continue;
        before.set(person, person.platform.gotSoFar(person.name));
        await types(person, text);
      }
      await delivered();
      talking = [...before.keys()];
      for (const [person, got] of before) person.hasGivenUp = person.platform.gotSoFar(person.name) === got;
      talking = talking.filter(({ script, hasGivenUp }) => script.length > 0 && !hasGivenUp);
    }
  }

  async function types({ platform, name }: Participant, text: string): Promise<void> {
    platform.writes(name);
    updates += 1;
    await engine.receive({
      ...{ bot: platform.channel.bot, channel: 'zalo', updateId: `update ${updates}` },
      ...{ chatId: name, chatKind: 'private', withoutButtons: true, content: { kind: 'text', text } },
    });
  }

  async function delivered(): Promise<void> {
    for (const { channel } of platforms) await engine.deliverAll(channel);
  }

  async function alertEverybody(day: Day): Promise<void> {
    clock.set(instantAt(day, '21:00', zone).toISOString());
    const rows = people.map(({ id, name, platform }) => ({
      ...{ id: newId(), key: `alert:${day}:${id}`, bot: platform.channel.bot, chatId: name, officerId: id },
      ...({ kind: 'alert', priority: 'urgent', createdAt: clock.now() } as const),
      content: { kind: 'text', text: 'Cảnh báo khẩn' } as const,
    }));
    await inTransaction(store, (tx) => putInLine(tx, rows));
    alerts.push(...rows.map(({ key }) => key));
    await delivered();
  }

  function whatIsAsked({ platform }: Participant, day: Day): readonly string[] {
    if (platform !== platforms[0]) return day <= '2026-12-03' ? questions.slice(0, 1) : [];
    return day <= asksUntil || day > '2026-12-21' ? questions : [];
  }

  function whatIsSent({ position, habit }: Participant, day: Day): readonly string[] {
    if (position !== 'reporter') return [];
    const sends = habit === 'early' ? '2026-12-07' : habit === 'last-day' ? '2026-12-14' : undefined;
    return day === sends ? reportsOfDecember : [];
  }
}

/** Eight letters and digits of the alphabet of invite codes. */
function codeOf(n: number): string {
  const { length } = inviteAlphabet;
  const [first, second] = [n % length, Math.floor(n / length)].map((at) => inviteAlphabet.charAt(at));
  return `2${first}${second}ABCDE`;
}
