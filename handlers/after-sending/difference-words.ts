import type { AnswerValue } from '#domain/answers/answer-value.ts';
import type { Doubt } from '#domain/answers/outcome.ts';
import { type Catalogue, findForm } from '#domain/catalogue.ts';
import { changedAnswers } from '#domain/changed-answers.ts';
import type { AnswerRemark } from '#domain/dialogue/say.ts';
import type { Question } from '#domain/directives/schema.ts';
import { shorten } from '#domain/shorten.ts';
import { shortSpan } from '#locales/dates.ts';
import type { Language, Say } from '#locales/text.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import type { SentVersion } from '#storage/queries/sent-reports.ts';
import { answerWords } from '#handlers/answer-words.ts';

export interface Words {
  catalogue: Catalogue;
  language: Language;
  say: Say;
}

/** A report with its last version and the one before, if there is one. */
export interface Versions {
  report: Assignment;
  last: SentVersion;
  before?: SentVersion;
}

/** The questions of the form that a version was answered under; in the newest one where that is not in the files any more. */
export function questionsOf(
  catalogue: Catalogue,
  version: Pick<SentVersion, 'formId' | 'formVersion'>,
): Question[] {
  const form =
    findForm(catalogue, version.formId, version.formVersion) ?? findForm(catalogue, version.formId);
  return form?.questions ?? [];
}

/** "Hệ thống đang quản lý: 12 → 120 (kỳ trước 12, đã xác nhận)": what is other than in the version before, each line once. */
export function differenceLines(words: Words, versions: Versions[]): string[] {
  return once(
    versions.flatMap(({ report, last, before }) => {
      const questions = questionsOf(words.catalogue, last);
      const older = before ? questionsOf(words.catalogue, before) : [];
      return changedAnswers(before?.answers ?? {}, last.answers).flatMap((change) => {
        const question = [...questions, ...older].find(({ key }) => key === change.key);
        if (!question) return [];
        return words.say('difference-line', {
          label: labelOf(words, versions, report, question),
          before: shown(words, question, change.before),
          after: shown(words, question, change.after),
          note: noteOf(words, last.remarks[change.key]),
        });
      });
    }),
  );
}

/** Figures of the last versions that looked wrong and were confirmed, each line once. */
export function oddLines(words: Words, versions: Versions[]): string[] {
  return once(
    versions.flatMap(({ report, last }) =>
      questionsOf(words.catalogue, last).flatMap((question) => {
        const value = last.answers[question.key];
        const remark = last.remarks[question.key];
        if (value === undefined || !remark?.confirmed) return [];
        return words.say('odd-line', {
          label: labelOf(words, versions, report, question),
          answer: shown(words, question, value),
          note: noteOf(words, remark),
        });
      }),
    ),
  );
}

/** " (kỳ trước 12, đã xác nhận)"; empty where there is nothing to be known besides. */
export function noteOf({ say, language }: Words, remark: AnswerRemark | undefined): string {
  if (remark?.confirmed) return say('note', { note: doubtNote({ say, language }, remark.confirmed) });
  if (remark?.from === 'last-period') return say('note', { note: say('note-last-period') });
  return '';
}

function doubtNote({ say, language }: Pick<Words, 'say' | 'language'>, doubt: Doubt): string {
  switch (doubt.reason) {
    case 'tenfold':
    case 'tenth':
    case 'less':
      return say('note-unlike-last', { last: new Intl.NumberFormat(language).format(doubt.last) });
    case 'outside-window':
      return say('note-outside', shortSpan(doubt.windowFrom, doubt.windowTo));
    case 'approximate':
      return say('note-approximate');
  }
}

/** In characters. */
const longestAnswer = 120;

function shown(words: Words, question: Question, value: AnswerValue | undefined): string {
  if (value === undefined) return words.say('difference-none');
  return shorten(answerWords(words, question, value), longestAnswer);
}

/** With its days where reports count different ones. */
function labelOf(
  { say, language }: Words,
  versions: Versions[],
  { windowFrom, windowTo }: Assignment,
  { shortLabel, scope }: Question,
): string {
  const windows = new Set(versions.map(({ report }) => `${report.windowFrom} ${report.windowTo}`));
  const label = shortLabel[language];
  if (scope !== 'window' || windows.size === 1) return label;
  return `${label} ${say('label-window', shortSpan(windowFrom, windowTo))}`;
}

function once(lines: string[]): string[] {
  return [...new Set(lines)];
}
