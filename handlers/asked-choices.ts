import type { OfficerTurn } from '#handlers/turn.ts';

/** The same turn, and whether anything was said in it that is to be chosen from. */
export function watchChoices(turn: OfficerTurn): { turn: OfficerTurn; asked(): boolean } {
  let asked = false;
  return {
    turn: {
      ...turn,
      reply(message) {
        asked ||= (message.choices ?? []).length > 0;
        return turn.reply(message);
      },
    },
    asked: () => asked,
  };
}
