import { expect } from 'vitest';
import type { Received } from '#test/fakes/zalo/chats.ts';
import type { Person } from '#test/fakes/zalo/person.ts';
import type { Answered } from '#test/journeys/december-answers.ts';

/** A process of its own on a busy machine, whose chats get one message a second, ms. */
const usualPatience = 20_000;

/** The next message that the person gets; one that came in several parts is put together again. */
export async function nextOnZalo(person: Person, patience = usualPatience): Promise<Received> {
  const first = await person.receives(() => true, patience);
  const [, parts] = partMark.exec(first.text) ?? [];
  let whole = first.text.replace(partMark, '');
  for (let part = 2; part <= Number(parts ?? 1); part += 1) {
    const { text } = await person.receives(`(${part}/${parts})\n`, patience);
    whole += `\n${text.replace(partMark, '')}`;
  }
  return { ...first, text: whole };
}

const partMark = /^\(\d+\/(\d+)\)\n/;

/**
 * Answers one question after the other, from the one that is shown; returns what comes after the last. Where a button
 * would be tapped, the person types by turns what stands before the choice, and its label.
 */
export async function answerAllOnZalo(
  person: Person,
  shown: Received,
  answers: readonly Answered[],
): Promise<Received> {
  let question = shown;
  let choices = 0;
  for (const answer of answers) {
    expect(question.text).toContain(answer.asks);
    if ('types' in answer) person.types(answer.types);
    else if (++choices % 2 === 1) person.picks(answer.taps, question);
    else person.types(answer.taps);
    question = await nextOnZalo(person);
  }
  return question;
}
