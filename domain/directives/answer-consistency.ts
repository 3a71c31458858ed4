import { checkAnswer } from '#domain/answer.ts';
import type { Fault } from '#domain/directives/fault.ts';
import type { Question } from '#domain/directives/schema.ts';

/** What a question says of answers that nobody gives: they fit it, and are about what happened within a window. */
export function standingAnswerFaults(question: Question, all: readonly Question[]): Fault[] {
  return [...carriedFaults(question, all), ...nothingFaults(question)];
}

function carriedFaults({ carries, scope, type }: Question, all: readonly Question[]): Fault[] {
  if (!carries) return [];
  const path = ['carries'];
  if (scope !== 'window')
    return [{ path, reason: 'only what happened within a window carries to a wider one' }];
  if (carries.when === 'yes' && type !== 'yes-no')
    return [{ path, reason: 'only a yes-no question carries a yes' }];
  if (carries.when !== 'same' || all.some(({ key }) => key === carries.question)) return [];
  return [{ path: ['carries', 'question'], reason: `there is no question ${carries.question} in this form` }];
}

function nothingFaults(question: Question): Fault[] {
  const { whenNothing, scope, type } = question;
  if (whenNothing === undefined) return [];
  const path = ['whenNothing'];
  if (scope !== 'window')
    return [{ path, reason: 'only of what happens within a window there can be nothing' }];
  if (checkAnswer(question, whenNothing, anyDay).kind === 'understood') return [];
  return [{ path, reason: `${String(whenNothing)} is no answer to this question of type ${type}` }];
}

/** Neither a number nor a yes depends on the day. */
const anyDay = { today: '2026-01-01', windowFrom: '2026-01-01', windowTo: '2026-01-01' };
