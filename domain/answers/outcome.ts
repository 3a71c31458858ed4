import type { AnswerValue } from '#domain/answers/answer-value.ts';
import type { Bilingual } from '#domain/directives/schema.ts';
import type { Day } from '#domain/time.ts';

/** What an answer is read against: the day on which it is given, and from when to when the figures count. */
export interface AnswerContext {
  today: Day;
  windowFrom: Day;
  /** The last day that counts. */
  windowTo: Day;
  /**
   * For a group of numbers: what a rule of the form wants its parts to add up to, where that is answered. Then parts that
   * are not named are 0 once the named ones make up all of it.
   */
  partsTotal?: number | undefined;
}

export type ParsedAnswer =
  | { kind: 'understood'; value: AnswerValue }
  /** A possible answer that an honest person rarely means: taken once it is confirmed. */
  | { kind: 'doubtful'; value: AnswerValue; doubt: Doubt }
  | Refusal;

export type Doubt =
  | { reason: 'outside-window'; windowFrom: Day; windowTo: Day }
  /** Ten times the last period's figure, a tenth of it, or a total that has become less. */
  | { reason: 'tenfold' | 'tenth' | 'less'; last: number }
  /** "Khoảng 8 %": taken as 8 once confirmed. */
  | { reason: 'approximate' };

/** Why there is no answer, and what was expected; words for it are the locale's. */
export type Refusal = { expected: Expected } & (
  | { kind: 'empty' }
  /** Longer than `limit` characters. */
  | { kind: 'too-long'; limit: number }
  | { kind: 'misunderstood' }
  /** It can be read in several ways, none of which is better. */
  | { kind: 'ambiguous'; between: AnswerValue[] }
  /** A group of numbers with too few or too many of them. */
  | { kind: 'wrong-count'; given: number; wanted: number }
  /** The figure of a window is less than that of a window inside it. */
  | { kind: 'wider-is-less'; narrower: number; wider: number }
  | { kind: 'no-such-day' }
  | { kind: 'future-date'; day: Day; today: Day }
  | { kind: 'out-of-range'; why: 'negative' | 'below-min' | 'above-max'; limit: number }
);

/** What a question takes, with the example of an answer that it carries. */
export type Expected = { example: string } & (
  | { type: 'integer' | 'decimal' | 'percent'; min: number; max: number }
  | { type: 'yes-no' }
  | { type: 'choice' | 'multi-choice'; options: Labelled[] }
  | { type: 'date'; rule: 'in-window' | 'not-future'; windowFrom: Day; windowTo: Day }
  | { type: 'text'; maxLength: number }
  | { type: 'numbers'; parts: Labelled[]; min: number; max: number }
);

export interface Labelled {
  key: string;
  label: Bilingual;
}

/** What the reader of one type makes of a typed text, before the question's limits are looked at. */
export type Reading =
  | { kind: 'read'; value: AnswerValue }
  | { kind: 'misunderstood' }
  | { kind: 'negative' }
  | { kind: 'no-such-day' }
  | { kind: 'ambiguous'; between: AnswerValue[] }
  | { kind: 'wrong-count'; given: number; wanted: number };
