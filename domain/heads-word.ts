/**
 * What a unit wants of its head for each report: nothing (the default), a copy once it has gone out, or their consent before
 * it counts as sent. It is the unit's own rule; no directive asks for it.
 */
export type HeadsWord = 'off' | 'told' | 'agree';

export const headsWords = ['off', 'told', 'agree'] as const satisfies HeadsWord[];

/** How a request for the head's consent has ended. `overtaken`: its reports came in another way meanwhile. */
export type HeadOutcome = 'agreed' | 'agreed-in-person' | 'returned' | 'recalled' | 'overtaken';
