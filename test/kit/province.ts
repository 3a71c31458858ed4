import { rehearsalBot } from '#bot/rehearsal/channel.ts';
import type { Catalogue } from '#domain/catalogue.ts';
import type { NewId } from '#domain/clock.ts';
import type { Log } from '#domain/log.ts';
import { basicPlan, type QuotaLimits } from '#domain/quota.ts';
import type { PositionKind } from '#domain/organisation.ts';
import { inTransaction } from '#storage/transaction.ts';
import type { Store } from '#storage/store.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';
import { type LogLine, recordedLog } from '#test/fakes/recorded-log.ts';
import { settableClock, type SettableClock } from '#test/kit/clocks.ts';
import { countingIds } from '#test/kit/counting-ids.ts';
import { createEngine, type Engine } from '#test/kit/engine.ts';
import { addOfficerWith, addUnit, found, type NewUnit } from '#test/kit/organisation.ts';
import { phoneOfficer } from '#test/kit/phone-officer.ts';
import { createPhones, type Phones } from '#test/kit/phones.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';
import { passTime } from '#test/kit/pass-time.ts';
import { openTestStore } from '#test/setup/open-test-store.ts';

export interface Story {
  store: Store;
  catalogue: Catalogue;
  engine: Engine;
  /** The product's clock, and that of limits and claims. */
  clock: SettableClock;
  wallClock: SettableClock;
  newId: NewId;
  quota: QuotaLimits;
  phones: Phones;
  log: Log & { lines: LogLine[] };
  /** Reporter at Sở Tài chính. */
  an: StoryOfficer;
  /** Head of Sở Tài chính. */
  binh: StoryOfficer;
  /** Coordinator at Sở Khoa học và Công nghệ. */
  chi: StoryOfficer;
  /** Reporter at Sở Y tế. */
  dung: StoryOfficer;
  /** Puts the clock there (the product was not running meanwhile) and lets it do what is due then. */
  at(iso: string): Promise<void>;
  /** Lets time pass until then, doing what falls due on the way. */
  until(iso: string): Promise<void>;
  /** Sends what is in line. */
  delivered(): Promise<void>;
  /** Somebody new, with a phone. */
  joins(name: string, ...positions: [PositionKind, string][]): Promise<StoryOfficer>;
  /** Somebody whom the product does not know, with a phone; without an id. */
  stranger(name: string): StoryOfficer;
  /** A new unit. */
  founds(unit: NewUnit): Promise<void>;
}

export interface ProvinceOptions {
  /** When the directives were switched on, the units and the people came, and the story begins. */
  begins?: string;
  catalogue?: Catalogue;
  /** Default: the BASIC plan. */
  quota?: QuotaLimits;
}

/** A small province on a fixed clock, with phones in memory: for stories about what people get and when. */
export async function aProvince(options: ProvinceOptions = {}): Promise<Story> {
  const { begins = '2026-12-01T08:00:00+07:00', catalogue = realCatalogue(), quota = basicPlan } = options;
  const store = await openTestStore();
  const clock = settableClock(begins);
  const wallClock = settableClock(begins);
  const newId = countingIds();
  const log = recordedLog();
  const engine = createEngine({ store, catalogue, clock, wallClock, newId, log, quota });
  const phones = createPhones();
  const founding = { store, catalogue, newId };
  const delivered = () => engine.deliverAll(phones.channel);
  let updates = 0;

  const newUpdateId = () => `update-${++updates}`;

  function phoneOf(name: string, id: string): StoryOfficer {
    const deps = { phones, receive: engine.receive, delivered, newUpdateId };
    return phoneOfficer(deps, { id, name, chatId: chatIdOf(name) });
  }

  async function joins(name: string, ...positions: [PositionKind, string][]): Promise<StoryOfficer> {
    const chat = { channel: 'rehearsal' as const, bot: rehearsalBot, chatId: chatIdOf(name) };
    return phoneOf(name, await addOfficerWith(founding, { name, positions, chat }, clock.now()));
  }

  await found(founding, clock.now());
  return {
    ...{ store, catalogue, engine, clock, wallClock, newId, quota, phones, log, delivered, joins },
    stranger: (name) => phoneOf(name, ''),
    an: await joins('Nguyễn Văn An', ['reporter', 'STC']),
    binh: await joins('Trần Thị Bình', ['head', 'STC']),
    chi: await joins('Lê Thị Chi', ['coordinator', 'SKHCN']),
    dung: await joins('Phạm Văn Dũng', ['reporter', 'SYT']),
    async at(iso) {
      clock.set(iso);
      await engine.plan();
      await delivered();
    },
    until: (iso) => passTime({ clock, zone: catalogue.zone, engine, delivered }, iso),
    founds: (unit) => inTransaction(store, (tx) => addUnit(founding, tx, unit, clock.now())),
  };
}

function chatIdOf(name: string): string {
  return `phone of ${name}`;
}
