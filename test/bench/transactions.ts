import { sql } from 'kysely';
import { rehearsalBot } from '#bot/rehearsal/channel.ts';
import { incomingFromPhone } from '#bot/rehearsal/incoming.ts';
import type { Store } from '#storage/store.ts';
import { systemClock } from '#app/clock.ts';
import { newId } from '#app/ids.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';
import { alternating, figure, type Figure } from '#test/bench/figure.ts';
import { withMemoryStore } from '#test/bench/memory-store.ts';
import { recordedLog } from '#test/fakes/recorded-log.ts';
import { settableClock } from '#test/kit/clocks.ts';
import { createEngine } from '#test/kit/engine.ts';
import { addOfficerWith, found } from '#test/kit/organisation.ts';

const updates = 300;

/** A bot may send so many messages a second: answers need not be thought out faster. */
const telegramsLimit = 30;

/** How many updates a second are received, answered and committed, each in its one transaction, beside bare inserts. */
export async function transactions(): Promise<Figure[]> {
  const { value, beside } = await withMemoryStore(async (store) => {
    await sql`create table bare (id int, text text)`.execute(store.db);
    const receive = await aReceiver(store);
    return alternating(updates, receive, async (n) => {
      await sql`insert into bare values (${n}, 'Chào anh/chị')`.execute(store.db);
    });
  });
  const name = 'Updates dealt with, each in one transaction (beside: bare inserts)';
  return [figure({ name, value, unit: '/s', beside, reach: telegramsLimit })];
}

/** What deals with the nth update: somebody asks for one list or another. */
async function aReceiver(store: Store): Promise<(n: number) => Promise<void>> {
  const catalogue = realCatalogue();
  const clock = settableClock('2026-12-07T08:30:00+07:00');
  const log = recordedLog();
  const engine = createEngine({ store, catalogue, clock, wallClock: systemClock, newId, log });
  const founding = { store, catalogue, newId };
  await found(founding, clock.now());
  const chat = { channel: 'rehearsal' as const, bot: rehearsalBot, chatId: 'phone' };
  await addOfficerWith(founding, { name: 'An', positions: [['reporter', 'STC']], chat }, clock.now());
  await engine.plan();
  const asked = ['/baocao', '/lich', '/trogiup'];
  return (n) => {
    const text = asked[n % asked.length] ?? '';
    return engine.receive(incomingFromPhone('phone', newId(), { kind: 'typed', text }));
  };
}
