import type { Instant } from '#domain/time.ts';

/** Where "now" comes from. Decisions take an instant; only the outermost code asks a clock. */
export interface Clock {
  now(): Instant;
}

/** Makes an id that sorts by its time of making (UUID version 7). */
export type NewId = () => string;
