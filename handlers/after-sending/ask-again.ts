import { mayConfirmFiling } from '#domain/access.ts';
import { encodeTap } from '#domain/callback.ts';
import type { Choice } from '#domain/channel.ts';
import { newLastDay } from '#domain/closing-of-figures.ts';
import { planQuestions, type QuestionInstance } from '#domain/dialogue/plan.ts';
import { tagOf } from '#domain/dialogue/tag.ts';
import { relevantQuestions } from '#domain/form.ts';
import { isAskedFor } from '#domain/catalogue.ts';
import { dayWithoutYear } from '#locales/dates.ts';
import { type Language, textIn } from '#locales/text.ts';
import { type Assignment, findAssignments, lockAssignments } from '#storage/queries/assignments.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { reportersOf } from '#storage/queries/officers.ts';
import { putReturn } from '#storage/queries/returns.ts';
import { lastSent, sentTogether } from '#storage/queries/sent-reports.ts';
import { questionsOf } from '#handlers/after-sending/difference-words.ts';
import { wasAnswered } from '#handlers/after-sending/may-correct.ts';
import { sentAction } from '#handlers/after-sending/sent-action.ts';
import { askAside } from '#handlers/aside.ts';
import { begunReport } from '#handlers/begun-report.ts';
import { titlesOf } from '#handlers/duty-words.ts';
import { formsIn } from '#handlers/keep-report.ts';
import { type Conversation, labelOf } from '#handlers/label-words.ts';
import { tell } from '#handlers/tell.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** Questions on one page of the list. */
const pageSize = 8;

/** "Đề nghị bổ sung": which question? `scope`: all that was sent in one go with the submission, or its report alone. */
export async function askWhichQuestion(
  turn: OfficerTurn,
  submissionId: string,
  scope: string,
  page = 1,
): Promise<void> {
  const { say, deps, language } = turn;
  const reports = await receivedWith(turn, submissionId, scope);
  if (!reports) return;
  const questions = await questionsSent(turn, reports);
  const pages = Math.max(1, Math.ceil(questions.length / pageSize));
  const shown = Math.min(Math.max(page, 1), pages);
  const tap = (...args: string[]) => encodeTap(sentAction, ...args);
  const more = (to: number, label: string): Choice => ({
    label,
    data: tap('ask', submissionId, scope, String(to)),
  });
  await turn.reply({
    text: say('ask-again-which', { titles: titlesOf(deps.catalogue, language, reports) }),
    choices: [
      ...questions
        .slice((shown - 1) * pageSize, shown * pageSize)
        .map(({ label, instance }) => [
          { label, data: tap('meant', submissionId, scope, tagOf(instance.slot)) },
        ]),
      [{ label: say('button-whole-report'), data: tap('meant', submissionId, scope, wholeReport) }],
      ...(pages > 1
        ? [
            [
              ...(shown > 1 ? [more(shown - 1, say('button-previous-page'))] : []),
              ...(shown < pages ? [more(shown + 1, say('button-next-page'))] : []),
            ],
          ]
        : []),
    ],
  });
}

/** No tag of a question is called so. */
const wholeReport = '-';

/** A question was chosen: what is to be said about it? */
export async function askForRemark(
  turn: OfficerTurn,
  submissionId: string,
  scope: string,
  tag: string,
): Promise<void> {
  const { say, deps, language } = turn;
  const reports = await receivedWith(turn, submissionId, scope);
  if (!reports) return;
  const questions = await questionsSent(turn, reports);
  const meant = questions.find(({ instance }) => tagOf(instance.slot) === tag);
  if (!meant && tag !== wholeReport) return turn.reply({ text: say('old-button') });
  const served = new Set(meant?.instance.serves.map(({ assignmentId }) => assignmentId));
  const asked = meant ? reports.filter(({ id }) => served.has(id)) : reports;
  const titles = titlesOf(deps.catalogue, language, asked);
  await askAside(
    turn,
    {
      about: 'return',
      assignmentIds: asked.map(({ id }) => id),
      question: meant?.instance.question.key ?? null,
    },
    meant
      ? say('ask-again-remark', { titles, question: meant.label })
      : say('ask-again-remark-whole', { titles }),
  );
}

/** The remark was typed: the reports are the unit's again, by a new last day, and whoever reports for it is told. */
export async function returnReports(
  turn: OfficerTurn,
  assignmentIds: string[],
  question: string | null,
  remark: string,
): Promise<void> {
  const { tx, say, deps, officer, now, today, language } = turn;
  if (!mayConfirmFiling(officer)) return turn.reply({ text: say('filing-not-yours') });
  const reports = (await lockAssignments(tx, assignmentIds)).filter(wasAnswered);
  const [first] = reports;
  if (!first) return turn.reply({ text: say('ask-again-too-late') });
  const id = deps.newId();
  const sent = await lastSent(tx, assignmentIds);
  const lastDay = reports
    .map((one) => newLastDay(today, one.lastDay, deps.catalogue))
    .sort()
    .at(-1) as string;
  for (const report of reports) {
    const version = sent.get(report.id);
    if (!version) continue;
    await putReturn(
      tx,
      { id, assignmentId: report.id, question, remark, returnedBy: officer.id, lastDay, at: now },
      version,
      { keepDraft: report.correctionReason !== null },
    );
    await recordAudit(tx, {
      ...{ at: now, actorId: officer.id, action: 'returned', subjectId: report.id },
      details: { submission: version.submissionId, version: version.version },
    });
  }
  const by = officer.positions.find(({ kind, unit }) => kind === 'coordinator' && unit.coordinator)?.unit
    .name;
  const figures = (theirs: Language) => ({
    ...{ unit: first.unitName, by: by ?? '', titles: titlesOf(deps.catalogue, theirs, reports), remark },
    until: dayWithoutYear(theirs, lastDay),
  });
  const data = encodeTap(sentAction, 'supplement', lastDay, first.unitId);
  for (const reporter of await reportersOf(tx, first.unitId)) {
    await tell(turn, reporter, `returned:${id}:${reporter}`, (theirs) => ({
      ...{ kind: 'text', text: textIn(theirs)('returned-told', figures(theirs)) },
      choices: [[{ label: textIn(theirs)('button-supplement'), data }]],
    }));
  }
  await turn.reply({ text: say('ask-again-done', figures(language)) });
}

/** What the submission stands for, received and not asked for again yet; the person is told where there is none, or why not. */
async function receivedWith(
  turn: OfficerTurn,
  submissionId: string,
  scope: string,
): Promise<Assignment[] | undefined> {
  const { tx, say, officer, deps } = turn;
  if (!mayConfirmFiling(officer)) {
    await turn.reply({ text: say('filing-not-yours') });
    return undefined;
  }
  const [own, ...others] = await sentTogether(tx, submissionId);
  const ids = own === undefined ? [] : scope === 'all' ? [own, ...others] : [own];
  const reports = (await findAssignments(tx, ids)).filter(
    (one) => wasAnswered(one) && isAskedFor(deps.catalogue, one),
  );
  if (reports.length > 0) return reports;
  await turn.reply({ text: say('ask-again-too-late') });
  return undefined;
}

/** The questions that were to be answered, each once, as lists call them. */
async function questionsSent(
  turn: OfficerTurn,
  reports: Assignment[],
): Promise<{ label: string; instance: QuestionInstance }[]> {
  const { tx, deps } = turn;
  const begun = reports.flatMap((one) => begunReport(turn, one) ?? []);
  const assignments = begun.map(({ assignment }) => assignment);
  const conversation: Conversation = { id: '', assignments };
  const sent = await lastSent(
    tx,
    reports.map(({ id }) => id),
  );
  const wasAsked = (assignmentId: string, key: string) => {
    const version = sent.get(assignmentId);
    if (!version) return false;
    const questions = questionsOf(deps.catalogue, version);
    return relevantQuestions({ questions }, version.answers).some((question) => question.key === key);
  };
  return planQuestions(assignments, formsIn(deps.catalogue))
    .filter(({ serves }) => serves.some(({ assignmentId, question }) => wasAsked(assignmentId, question.key)))
    .map((instance) => ({ label: labelOf(turn, conversation, instance), instance }));
}
