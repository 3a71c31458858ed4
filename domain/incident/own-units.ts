import type { Officer, PositionKind, Unit } from '#domain/organisation.ts';

/** Units that an incident of this person may be at, the likeliest first: where they respond, report or lead. */
export function ownUnits({ positions }: Officer): Pick<Unit, 'id' | 'name'>[] {
  const likeliest = positions.toSorted((a, b) => likelihood(a.kind) - likelihood(b.kind));
  return [...new Map(likeliest.map(({ unit }) => [unit.id, { id: unit.id, name: unit.name }])).values()];
}

function likelihood(kind: PositionKind): number {
  return order.indexOf(kind);
}

const order: PositionKind[] = ['responder', 'reporter', 'head', 'coordinator', 'administrator'];
