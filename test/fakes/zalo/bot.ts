import type { Changes } from '#test/fakes/changes.ts';
import { createChats } from '#test/fakes/zalo/chats.ts';
import { createFaults, type Faults } from '#test/fakes/zalo/faults.ts';
import { createMethods, type Method, type Params } from '#test/fakes/zalo/methods.ts';
import { createPerson, type Person, type PersonDeps } from '#test/fakes/zalo/person.ts';
import { createQuota, type Quota, type QuotaLimits } from '#test/fakes/zalo/quota.ts';
import { createUpdateQueue } from '#test/fakes/zalo/update-queue.ts';
import { createWebhook } from '#test/fakes/zalo/webhook.ts';
import { createWire, type Shape, type Update } from '#test/fakes/zalo/wire.ts';

/** A call as it came in. */
interface Call {
  method: string;
  verb: string;
  contentType: string | undefined;
  params: Params;
}

/** One bot of the platform, with its people. */
export interface ZaloBot {
  token: string;
  /** What the product calls this bot. */
  bot: string;
  accountName: string;
  calls: readonly Call[];
  faults: Faults;
  quota: Pick<Quota, 'used' | 'history' | 'people'>;
  person(chatId: string, name?: string): Person;
  /** An update of any content, as it stands. */
  pushes(update: Update): Update;
  /** The same update once more, or so many times. */
  replays(update: Update, times?: number): void;
  /** What waits to be fetched or posted. */
  pending(): readonly Update[];
  /** What went out whole, each time that it did: in the answer to a poll whose caller was there, or in a post that was taken. */
  given: readonly Update[];
  /** What was given to a poll whose answer did not arrive, or to a webhook that never took it. */
  lost: readonly Update[];
  /** Chats whose people wrote in vain: the bot has as many as its plan allows. */
  turnedAway: readonly string[];
  /** The nth call of the method (1 = first), once it has come in. */
  called(method: string, nth?: number): Promise<Call>;
}

export interface BotOptions {
  id: string;
  token: string;
  shape: Shape;
  noticesHangUps: boolean;
  webhookTries: number;
  route(url: string): string | undefined;
  quota: QuotaLimits;
  /** ms since 1970; the quota's months are of this clock. */
  now(): number;
  changes: Changes;
  publish: PersonDeps['publish'];
}

/** What the HTTP server needs of a bot, beside what tests see. */
export interface BotBehind {
  seen: ZaloBot;
  take(call: Call): ReturnType<ReturnType<typeof createFaults>['take']>;
  methods: Record<string, Method>;
  wire(update: Update): object;
  gives(update: Update): void;
  loses(update: Update): void;
  closes(): Promise<void>;
}

export function createBot(options: BotOptions): BotBehind {
  const { id, token, now, changes, publish } = options;
  const accountName = `bot.nhachan${id}`;
  const chats = createChats();
  const faults = createFaults();
  const quota = createQuota(options.quota, now);
  const wire = createWire(options.shape);
  const calls: Call[] = [];
  const given: Update[] = [];
  const lost: Update[] = [];
  const turnedAway: string[] = [];
  const people = new Map<string, Person>();
  const loses = (update: Update) => {
    lost.push(update);
    changes.happened();
  };
  const gives = (update: Update) => {
    given.push(update);
    changes.happened();
  };
  const queue = createUpdateQueue(() => webhook.post());
  const webhook = createWebhook({
    ...{ queue: () => queue, wire, tries: options.webhookTries, route: options.route },
    onGiven: gives,
    onLost: loses,
  });
  const { noticesHangUps } = options;
  const account = { id, account_name: accountName };

  return {
    methods: createMethods({ account, chats, quota, queue, webhook, noticesHangUps, now }),
    wire,
    gives,
    loses,
    take(call) {
      calls.push(call);
      changes.happened();
      return faults.take(call.method);
    },
    closes: () => webhook.set('', ''),
    seen: {
      token,
      bot: `zalo:${id}`,
      accountName,
      calls,
      faults,
      quota,
      given,
      lost,
      turnedAway,
      person(chatId, name = `Người ${chatId}`) {
        const known = people.get(chatId);
        if (known) return known;
        const onTurnedAway = (chat: string) => void turnedAway.push(chat);
        const person = createPerson(
          { chats, queue, quota, changes, now, publish, onTurnedAway },
          chats.at(chatId, name),
        );
        people.set(chatId, person);
        return person;
      },
      pushes(update) {
        queue.add(update);
        return update;
      },
      replays(update, times = 1) {
        for (let n = 0; n < times; n += 1) queue.add(update);
      },
      pending: () => queue.pending(),
      called: (method, nth = 1) =>
        changes.until(() => calls.filter((call) => call.method === method)[nth - 1], {
          timeoutMs: 5000,
          explain: () => `Call ${nth} of ${method} among ${calls.map((call) => call.method).join(', ')}`,
        }),
    },
  };
}
