import { startZaloServer } from '#test/fakes/zalo-server.ts';
import { zaloPhone } from '#test/journeys/incident-phones.ts';
import { allJoin, people, phonesOf } from '#test/journeys/incident-province.ts';
import { storyBegins, tellIncidentStory } from '#test/journeys/incident-story.ts';
import { newPlace } from '#test/journeys/product-process.ts';

tellIncidentStory('over Zalo, by numbers', async () => {
  const zalo = await startZaloServer({ shape: 'mixed' });
  const place = await newPlace();
  const phones = phonesOf((key) => zaloPhone(zalo.person(`u-${key}`, people[key].name)));
  const product = await place.start({
    SANDBOX_NOW: storyBegins,
    ZALO_BOT_TOKENS: zalo.token,
    ZALO_API_ROOT: zalo.root,
  });
  await allJoin(place, phones);
  return {
    ...{ place, product, phones },
    async close() {
      await place.remove();
      await zalo.close();
    },
  };
});
