import type { AnswerValue } from '#domain/answers/answer-value.ts';
import type { FormChange } from '#domain/dialogue/form-change.ts';
import type { Question } from '#domain/directives/schema.ts';
import { answerWords } from '#handlers/answer-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** What is new in forms that were begun under another version; undefined where nobody would notice. */
export function formChangeWords(turn: OfficerTurn, changes: readonly FormChange[]): string | undefined {
  const { say, language } = turn;
  const lines: string[] = [];
  const added = labels(changes.flatMap((change) => change.added));
  const reworded = labels(changes.flatMap((change) => change.reworded));
  const reasked = unique(
    changes.flatMap((change) =>
      change.reasked.map(({ question, was, answer }) =>
        was ? answered(was, answer) : question.shortLabel[language],
      ),
    ),
  );
  const gone = unique(
    changes.flatMap((change) =>
      change.gone.map(({ question, answer }) =>
        question ? answered(question, answer) : `“${[answer].flat().join(' ')}”`,
      ),
    ),
  );
  if (added) lines.push(say('form-added', { questions: added }));
  if (reworded) lines.push(say('form-reworded', { questions: reworded }));
  if (reasked) lines.push(say('form-reasked', { questions: reasked }));
  if (gone) lines.push(say('form-gone', { questions: gone }));
  if (lines.length === 0) return undefined;
  const titles = unique(changes.map(({ form }) => form.title[language]));
  return [say('form-changed', { titles }), ...lines].join('\n');

  function labels(questions: Question[]): string {
    return unique(questions.map(({ shortLabel }) => shortLabel[language]));
  }

  function answered(question: Question, answer: AnswerValue): string {
    const words = answerWords(turn, question, answer);
    return say('form-answered', { label: question.shortLabel[language], answer: words });
  }
}

/** Several reports share questions: each is named once. */
function unique(names: readonly string[]): string {
  return [...new Set(names)].join('; ');
}
