import { z } from 'zod';
import { impactKeys, type IncidentFacts } from '#domain/incident/incident.ts';

/**
 * Where the conversation with whoever reports stands. Before anything is recorded: `doubt` (is it one at all?), `kind`
 * (what is happening?) and `photo` (is this picture of one?). After that the three questions and what may be added.
 * `again`: the one they have reported, or another?
 */
const talkStages = ['doubt', 'photo', 'kind', 'system', 'impact', 'more', 'again'] as const;
export type TalkStage = (typeof talkStages)[number];

export function isTalkStage(stage: string): stage is TalkStage {
  return talkStages.some((known) => known === stage);
}

/** What is kept of the conversation between two messages; everything that is known of the incident is in its row. */
export type TalkState = z.infer<typeof talkStateSchema>;

export const talkStateSchema = z.strictObject({
  version: z.literal(1),
  drill: z.boolean(),
  /** What was written before anything was recorded, or what may be another incident, oldest first. */
  said: z.array(z.string()),
  /** Questions that have been put, so that nobody is asked twice what they do not know. */
  asked: z.array(z.enum(talkStages)),
  /** Marked so far of how bad it is. */
  impact: z.array(z.enum(impactKeys)),
  /** An answer about how bad it is was not understood once already. */
  misread: z.boolean(),
  /** Pictures and voice messages since then (ms) belong to it. */
  mediaSince: z.number().nullable(),
});

export function startTalk(begun: Partial<Omit<TalkState, 'version'>> = {}): TalkState {
  return {
    version: 1,
    drill: false,
    said: [],
    asked: [],
    impact: [],
    misread: false,
    mediaSince: null,
    ...begun,
  };
}

/** The next question to whoever reported: what is not known yet and has not been asked; `more` once nothing is left. */
export function nextStage({ kind, system, impact }: IncidentFacts, { asked }: TalkState): TalkStage {
  const open = [
    ...(kind === undefined ? (['kind'] as const) : []),
    ...(system === undefined ? (['system'] as const) : []),
    ...(impact === undefined ? (['impact'] as const) : []),
  ];
  return open.find((stage) => !asked.includes(stage)) ?? 'more';
}

/** The number of a question among the three; of these, what was answered by itself counts as asked. */
export function placeOf(stage: 'kind' | 'system' | 'impact'): number {
  return ['kind', 'system', 'impact'].indexOf(stage) + 1;
}

/** Silence is an answer: after so long those on duty are told all the same, ms. */
export const silenceMs = {
  kind: 2 * 60_000,
  photo: 2 * 60_000,
  again: 2 * 60_000,
  doubt: 5 * 60_000,
} as const;

/** A question that nobody has answered for so long is forgotten; what is typed then means something else. */
export const forgottenAfterMs = 6 * 3_600_000;
