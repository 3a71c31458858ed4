import type { Answering } from '#domain/incident/recognise.ts';

/** What is typed, what it is, and the question of a report that is open, if any. Adding a row is one line. */
export type Utterance = [text: string, expected: 'incident' | 'doubt' | 'none', answering?: Answering];
