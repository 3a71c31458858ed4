import type { AnswerValue } from '#domain/answers/answer-value.ts';
import { isSupposed } from '#domain/answers/as-typed.ts';
import { readChoice, readChoices } from '#domain/answers/choice.ts';
import { readDate } from '#domain/answers/date.ts';
import { expectedOf, numberLimits, textLimit } from '#domain/answers/expected.ts';
import { readNumber } from '#domain/answers/number.ts';
import { readNumbers } from '#domain/answers/numbers.ts';
import type { AnswerContext, ParsedAnswer, Reading, Refusal } from '#domain/answers/outcome.ts';
import { readYesNo } from '#domain/answers/yes-no.ts';
import type { Question } from '#domain/directives/schema.ts';
import { isDay } from '#domain/time.ts';
import { tidy } from '#domain/vietnamese.ts';

/**
 * What a typed text says in answer to a question. What can be read in two ways, or holds a word that is not
 * understood, is never guessed: the outcome names what was expected, as data.
 */
export function parseAnswer(question: Question, text: string, context: AnswerContext): ParsedAnswer {
  const typed = text.normalize('NFC').trim();
  const expected = expectedOf(question, context);
  const limit = question.type === 'text' ? textLimit(question) : longestTyped;
  if (tidy(typed) === '') return { kind: 'empty', expected };
  if ([...typed].length > limit) return { kind: 'too-long', limit, expected };
  const reading = readTyped(question, typed, context);
  if (reading.kind === 'read') return checkAnswer(question, reading.value, context);
  if (reading.kind === 'negative') {
    return {
      kind: 'out-of-range',
      why: 'negative',
      limit: Math.max(0, numberLimits(question).min),
      expected,
    };
  }
  return { ...reading, expected };
}

/** Whether a value (from a button, a draft, or read from a text) is an answer to the question. */
export function checkAnswer(question: Question, value: AnswerValue, context: AnswerContext): ParsedAnswer {
  const expected = expectedOf(question, context);
  if (!hasType(question, value)) return { kind: 'misunderstood', expected };
  if (typeof value === 'number')
    return outOfRange(question, [value], context) ?? { kind: 'understood', value };
  if (question.type === 'numbers') {
    const counts = (value as (number | string)[]).map(Number);
    return outOfRange(question, counts, context) ?? { kind: 'understood', value };
  }
  if (question.type === 'date') return checkDate(question, String(value), context);
  if (question.type === 'text' && [...String(value)].length > textLimit(question)) {
    return { kind: 'too-long', limit: textLimit(question), expected };
  }
  return { kind: 'understood', value };
}

function readTyped(question: Question, typed: string, context: AnswerContext): Reading {
  if (question.type !== 'text' && isSupposed(typed)) return { kind: 'misunderstood' };
  switch (question.type) {
    case 'integer':
    case 'decimal':
    case 'percent':
      return readNumber(question, typed);
    case 'numbers':
      return readNumbers(question, typed, context);
    case 'choice':
      return readChoice(question, typed);
    case 'multi-choice':
      return readChoices(question, typed);
    case 'date':
      return readDate(typed, context, question);
    case 'yes-no': {
      const value = readYesNo(typed, question);
      return value === undefined ? { kind: 'misunderstood' } : { kind: 'read', value };
    }
    case 'text':
      return { kind: 'read', value: typed };
  }
}

function hasType(question: Question, value: AnswerValue): boolean {
  const keys = (question.options ?? []).map((option) => option.key);
  switch (question.type) {
    case 'integer':
      return Number.isInteger(value);
    case 'decimal':
    case 'percent':
      return Number.isFinite(value);
    case 'yes-no':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && keys.includes(value);
    case 'multi-choice': {
      const chosen = Array.isArray(value) ? value.map(String) : [];
      const known = keys.filter((key) => chosen.includes(key));
      // The options' order, each once: so that two equal answers are equal as JSON.
      return known.length > 0 && known.join() === chosen.join();
    }
    case 'numbers':
      return Array.isArray(value) && value.length === question.parts?.length && value.every(Number.isInteger);
    case 'date':
      return typeof value === 'string' && isDay(value);
    case 'text':
      return typeof value === 'string' && /[\p{L}\p{N}]/u.test(value);
  }
}

function outOfRange(question: Question, values: number[], context: AnswerContext): Refusal | undefined {
  const { min, max } = numberLimits(question);
  const low = values.find((value) => value < min);
  const expected = expectedOf(question, context);
  if (low !== undefined) {
    return {
      kind: 'out-of-range',
      why: low < 0 && min >= 0 ? 'negative' : 'below-min',
      limit: min,
      expected,
    };
  }
  const tooHigh = values.some((value) => value > max);
  return tooHigh ? { kind: 'out-of-range', why: 'above-max', limit: max, expected } : undefined;
}

function checkDate(question: Question, day: string, context: AnswerContext): ParsedAnswer {
  const { today, windowFrom, windowTo } = context;
  if (day > today) return { kind: 'future-date', day, today, expected: expectedOf(question, context) };
  const inside = day >= windowFrom && day <= windowTo;
  if (question.dateRule !== 'in-window' || inside) return { kind: 'understood', value: day };
  return { kind: 'doubtful', value: day, doubt: { reason: 'outside-window', windowFrom, windowTo } };
}

/** Longest text that can still be meant as a number, a day or a choice, in characters. */
const longestTyped = 300;
