import type { Outcome } from '#app/commands/command.ts';

/** What came of a command line: something to print, a refusal (exit 1), or a mistake in how it was called (exit 2). */
export type Came =
  /** `json` is for `--json`, `text` for people; `failed` makes the exit 1 although there is a result. */
  | { kind: 'shown'; json: unknown; text: string; failed?: boolean }
  | { kind: 'refused'; error: string }
  | { kind: 'misused'; error: string };

export function cameOf<T>(outcome: Outcome<T>, textOf: (result: T) => string): Came {
  if (!outcome.ok) return { kind: 'refused', error: outcome.error };
  return { kind: 'shown', json: outcome.result, text: textOf(outcome.result) };
}
