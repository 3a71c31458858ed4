import { z } from 'zod';
import type { IncidentClosing } from '#domain/incident/incident.ts';

/** What is asked when an incident is closed, in this order. */
export const closingKeys = [
  'cause',
  'damage',
  'measures',
  'lessons',
] as const satisfies (keyof IncidentClosing)[];
export type ClosingKey = (typeof closingKeys)[number];

/** Where the closing of an incident stands; stored. `confirm`: all is answered and shown. */
export type ClosingState = z.infer<typeof closingStateSchema>;

export const closingStateSchema = z.strictObject({
  version: z.literal(1),
  at: z.enum([...closingKeys, 'confirm']),
  answers: z.strictObject({
    cause: z.string().optional(),
    damage: z.string().optional(),
    measures: z.string().optional(),
    lessons: z.string().optional(),
  }),
});

/** An incident that was reopened keeps what was answered before, to be confirmed or changed. */
export function beginClosing(before: IncidentClosing | null): ClosingState {
  return before ? { version: 1, at: 'confirm', answers: before } : { version: 1, at: 'cause', answers: {} };
}

/** The answer to what is being asked; typed at the end, it changes nothing. */
export function answerClosing(state: ClosingState, typed: string): ClosingState {
  if (state.at === 'confirm') return state;
  const answers = { ...state.answers, [state.at]: typed.trim() };
  return { ...state, answers, at: closingKeys.find((key) => answers[key] === undefined) ?? 'confirm' };
}

/** Asks one of them again. */
export function editClosing(state: ClosingState, key: ClosingKey): ClosingState {
  const { [key]: _, ...answers } = state.answers;
  return { ...state, answers, at: key };
}

/** Everything that was asked; undefined while something is missing. */
export function closingOf({ answers }: ClosingState): IncidentClosing | undefined {
  const { cause, damage, measures, lessons } = answers;
  if (cause === undefined || damage === undefined || measures === undefined || lessons === undefined) {
    return undefined;
  }
  return { cause, damage, measures, lessons };
}
