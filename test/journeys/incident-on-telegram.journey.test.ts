import { startTelegramServer } from '#test/fakes/telegram-server.ts';
import { telegramPhone } from '#test/journeys/incident-phones.ts';
import { allJoin, people, personKeys, phonesOf } from '#test/journeys/incident-province.ts';
import { storyBegins, tellIncidentStory } from '#test/journeys/incident-story.ts';
import { newPlace } from '#test/journeys/product-process.ts';

tellIncidentStory('over Telegram', async () => {
  const telegram = await startTelegramServer({ minimal: true });
  const place = await newPlace();
  const phones = phonesOf((key) =>
    telegramPhone(telegram.person(1001 + personKeys.indexOf(key), people[key].name)),
  );
  const product = await place.start({
    SANDBOX_NOW: storyBegins,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
  });
  await allJoin(place, phones);
  return {
    ...{ place, product, phones },
    async close() {
      await place.remove();
      await telegram.close();
    },
  };
});
