import { startTelegramServer } from '#test/fakes/telegram-server.ts';
import { startZaloServer } from '#test/fakes/zalo-server.ts';
import { type JourneyPhone, telegramPhone, zaloPhone } from '#test/journeys/incident-phones.ts';
import {
  allJoin,
  type IncidentWorld,
  people,
  type PersonKey,
  personKeys,
  phonesOf,
} from '#test/journeys/incident-province.ts';
import { storyBegins, tellIncidentStory } from '#test/journeys/incident-story.ts';
import { newPlace } from '#test/journeys/product-process.ts';

// Both keep to one message a second in each chat, so these are long runs; the room tells the same story in `npm test`.

tellIncidentStory('over Zalo, by numbers', async () => {
  const zalo = await startZaloServer({ shape: 'mixed' });
  return worldOn(
    { ZALO_BOT_TOKENS: zalo.token, ZALO_API_ROOT: zalo.root },
    (key) => zaloPhone(zalo.person(`u-${key}`, people[key].name)),
    () => zalo.close(),
  );
});

tellIncidentStory('over Telegram', async () => {
  const telegram = await startTelegramServer({ minimal: true });
  return worldOn(
    { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root },
    (key) => telegramPhone(telegram.person(1001 + personKeys.indexOf(key), people[key].name)),
    () => telegram.close(),
  );
});

/** A product on this channel, which everyone has joined. */
async function worldOn(
  settings: Record<string, string>,
  phoneOf: (key: PersonKey) => JourneyPhone,
  closeChannel: () => Promise<void>,
): Promise<IncidentWorld> {
  const place = await newPlace();
  const phones = phonesOf(phoneOf);
  const product = await place.start({ SANDBOX_NOW: storyBegins, ...settings });
  await allJoin(place, phones);
  return {
    ...{ place, product, phones },
    async close() {
      await place.remove();
      await closeChannel();
    },
  };
}
