import { type Answers, type AnswerValue, sameValue } from '#domain/answers/answer-value.ts';

/** An answer in which two versions of a report differ; absent where that version has none. */
export interface ChangedAnswer {
  key: string;
  before?: AnswerValue;
  after?: AnswerValue;
}

/** What is other in the later version, in its order; then what it does not say any more. */
export function changedAnswers(before: Answers, after: Answers): ChangedAnswer[] {
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return keys
    .filter((key) => !sameValue(before[key], after[key]))
    .map((key) => ({
      key,
      ...(before[key] === undefined ? {} : { before: before[key] }),
      ...(after[key] === undefined ? {} : { after: after[key] }),
    }));
}
