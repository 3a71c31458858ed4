import type { UnitKind } from '#domain/directives/schema.ts';

export type PositionKind = 'reporter' | 'head' | 'coordinator' | 'responder' | 'administrator';

export const positionKinds = ['reporter', 'head', 'coordinator', 'responder', 'administrator'] as const;

/** A node of the organisation tree. */
export interface Unit {
  id: string;
  /** Short, unique, as an administrator names it in files: `STC`. */
  code: string;
  name: string;
  kind: UnitKind;
  /** Holds the coordinator role: receives the agencies' reports and owes only the coordinator's duties. */
  coordinator: boolean;
}

export interface HeldPosition {
  kind: PositionKind;
  unit: Unit;
}

/** A person, with what they hold now; everything they may see and do follows from the positions. */
export interface Officer {
  id: string;
  name: string;
  language: 'vi' | 'en';
  positions: HeldPosition[];
}
