import type { Expected, Refusal } from '#domain/answers/outcome.ts';
import type { Question } from '#domain/directives/schema.ts';
import { shortDay } from '#locales/dates.ts';
import { answerWords } from '#handlers/answer-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** Why an answer was not taken, and what would be: one sentence and an example. */
export function refusalWords(turn: OfficerTurn, question: Question, refusal: Refusal): string {
  return [reason(turn, question, refusal), expectation(turn, refusal.expected)].join(' ');
}

function reason(turn: OfficerTurn, question: Question, refusal: Refusal): string {
  const { say } = turn;
  switch (refusal.kind) {
    case 'empty':
      return say('refused-empty');
    case 'too-long':
      return say('refused-too-long', { limit: refusal.limit });
    case 'misunderstood':
      return say('refused-misunderstood');
    case 'ambiguous':
      return say('refused-ambiguous', {
        between: refusal.between.map((value) => answerWords(turn, question, value)).join(' / '),
      });
    case 'wrong-count':
      return say('refused-wrong-count', { given: refusal.given, wanted: refusal.wanted });
    case 'wider-is-less':
      return say('refused-wider-is-less', { narrower: refusal.narrower, wider: refusal.wider });
    case 'no-such-day':
      return say('refused-no-such-day');
    case 'future-date':
      return say('refused-future-date', { day: shortDay(refusal.day) });
    case 'out-of-range':
      switch (refusal.why) {
        case 'negative':
          return say('refused-negative');
        case 'below-min':
          return say('refused-below', { limit: refusal.limit });
        case 'above-max':
          return say('refused-above', { limit: refusal.limit });
      }
  }
}

function expectation({ say, language }: OfficerTurn, expected: Expected): string {
  const { example } = expected;
  switch (expected.type) {
    case 'integer':
      return say('expected-integer', { example });
    case 'decimal':
      return say('expected-decimal', { example });
    case 'percent':
      return say('expected-percent', { example });
    case 'yes-no':
      return say('expected-yes-no');
    case 'choice':
      return say('expected-choice', { options: labels(expected.options) });
    case 'multi-choice':
      return say('expected-choices', { options: labels(expected.options) });
    case 'date':
      return say('expected-date', { example });
    case 'text':
      return say('expected-text', { limit: expected.maxLength, example });
    case 'numbers':
      return say('expected-numbers', { count: expected.parts.length, example });
  }

  function labels(options: { label: { vi: string; en: string } }[]): string {
    return options.map((option) => option.label[language]).join(' · ');
  }
}
