import { expect, test } from 'vitest';
import { basicPlan } from '#domain/quota.ts';
import { type BotPlaces, botWithRoom } from '#domain/spread-people.ts';

const bots = (...taken: [linked: number, invited: number][]): BotPlaces[] =>
  taken.map(([linked, invited], at) => ({ bot: `zalo:${at + 1}`, linked, invited }));

test.each([
  ['the one with the fewest people', bots([12, 0], [9, 0], [10, 0]), 'zalo:2'],
  ['the first of equals', bots([9, 0], [9, 0]), 'zalo:1'],
  ['open invites keep their places', bots([9, 5], [12, 0]), 'zalo:2'],
  ['a full one is passed over', bots([50, 0], [49, 0]), 'zalo:2'],
  ['the last place may be promised', bots([45, 5], [40, 10]), undefined],
  ['there is none', [], undefined],
])('the next person goes to a bot: %s', (_, places, bot) => {
  expect(botWithRoom(places, basicPlan)).toBe(bot);
});
