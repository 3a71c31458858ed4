import { people, phonesOf } from '#test/journeys/incident-province.ts';
import { storyBegins, tellIncidentStory } from '#test/journeys/incident-story.ts';
import { newPlace } from '#test/journeys/product-process.ts';
import { openRoomPhones } from '#test/journeys/room-phones.ts';

tellIncidentStory('in the rehearsal room', async () => {
  const place = await newPlace();
  const product = await place.start({ SANDBOX_NOW: storyBegins });
  const room = await openRoomPhones(product.url);
  return {
    ...{ place, product },
    phones: phonesOf((key) => room.phone(people[key].chat)),
    async close() {
      room.hangUp();
      await place.remove();
    },
  };
});
