import { answersSchema } from '#domain/answers/answer-value.ts';
import { encodeTap } from '#domain/callback.ts';
import { type Catalogue, findForm } from '#domain/catalogue.ts';
import type { Choice } from '#domain/channel.ts';
import { shorten } from '#domain/shorten.ts';
import { longestMessage } from '#domain/split-text.ts';
import type { Language, Say } from '#locales/text.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import type { AwaitingReport } from '#storage/queries/head-requests.ts';
import { answerWords } from '#handlers/answer-words.ts';
import { dueOf, titleOf } from '#handlers/duty-words.ts';

interface Context {
  catalogue: Catalogue;
  language: Language;
  say: Say;
}

interface Waiting {
  unitName: string;
  /** Who filled them in. */
  by: string;
  reports: readonly Assignment[];
  submissions: readonly Pick<AwaitingReport, 'assignmentId' | 'formId' | 'formVersion' | 'answers'>[];
}

/** What waits for the head, with every figure once: what is asked of several reports stands under the first. */
export function waitingForHead(context: Context, { unitName, by, reports, submissions }: Waiting): string {
  const { say, language, catalogue } = context;
  const told = new Set<string>();
  const parts = reports.map((report) => {
    const lines = linesOf(
      context,
      submissions.find(({ assignmentId }) => assignmentId === report.id),
    );
    const fresh = lines.filter((line) => !told.has(`${report.windowFrom} ${line}`));
    for (const line of lines) told.add(`${report.windowFrom} ${line}`);
    const title = titleOf(catalogue, language, report);
    return [
      say('head-report', { title, due: dueOf(language, report.lastDay) }),
      ...fresh,
      ...(fresh.length < lines.length
        ? [say('head-same-figures', { count: lines.length - fresh.length })]
        : []),
    ].join('\n');
  });
  return shorten([say('head-asked', { unit: unitName, name: by }), ...parts].join('\n\n'), longestMessage);
}

/** Yes, no, and what it says, under whatever tells the head of it. */
export function headChoices(say: Say, requestId: string, { canShow = false } = {}): Choice[][] {
  return [
    [{ label: say('button-head-agree'), data: encodeTap('head-agree', requestId) }],
    [
      { label: say('button-head-return'), data: encodeTap('head-return', requestId) },
      ...(canShow ? [{ label: say('button-head-show'), data: encodeTap('head-show', requestId) }] : []),
    ],
  ];
}

/** In characters. */
const longestAnswer = 100;

function linesOf(
  { catalogue, language, say }: Context,
  submission: Waiting['submissions'][number] | undefined,
) {
  const form = submission && findForm(catalogue, submission.formId, submission.formVersion);
  if (!form) return [];
  const answers = answersSchema.parse(submission.answers);
  return form.questions.flatMap((question) => {
    const value = answers[question.key];
    if (value === undefined) return [];
    const answer = shorten(answerWords({ say, language }, question, value), longestAnswer);
    return [say('summary-line', { label: question.shortLabel[language], answer })];
  });
}
