import { expect } from 'vitest';
import type { Received } from '#test/fakes/telegram/chats.ts';
import type { Person } from '#test/fakes/telegram/person.ts';
import type { Answered } from '#test/journeys/december-answers.ts';

/** A process of its own on a busy machine, whose chats get one message a second, ms. */
const patience = 20_000;

/** The next message that the person gets, whatever it says. */
export function next(person: Person): Promise<Received> {
  return person.receives(() => true, patience);
}

/** Answers one question after the other, from the one that is shown; returns what comes after the last. */
export async function answerAll(
  person: Person,
  shown: Received,
  answers: readonly Answered[],
): Promise<Received> {
  let question = shown;
  for (const answer of answers) {
    expect(question.text).toContain(answer.asks);
    if ('taps' in answer) person.taps(answer.taps, question);
    else person.types(answer.types);
    question = await next(person);
  }
  return question;
}
