import { mayConfirmFiling, unitsReportedFor } from '#domain/access.ts';
import { encodeTap } from '#domain/callback.ts';
import { isAskedFor } from '#domain/catalogue.ts';
import type { Choice } from '#domain/channel.ts';
import { shorten } from '#domain/shorten.ts';
import { dayOf, type Instant, timeOf } from '#domain/time.ts';
import { shortDay } from '#locales/dates.ts';
import { type Assignment, findAssignments, lockAssignments } from '#storage/queries/assignments.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { acceptReport } from '#storage/queries/corrections.ts';
import { returnsOf } from '#storage/queries/returns.ts';
import { lastPaper, sentVersions, type SentVersion } from '#storage/queries/sent-reports.ts';
import { differenceLines, noteOf, questionsOf } from '#handlers/after-sending/difference-words.ts';
import { mayCorrect, wasAnswered } from '#handlers/after-sending/may-correct.ts';
import { sentAction } from '#handlers/after-sending/sent-action.ts';
import { answerWords } from '#handlers/answer-words.ts';
import { dutyNamed, titleOf } from '#handlers/duty-words.ts';
import { unitsInView } from '#handlers/status-in-view.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** A report that was received: its answers, its versions, what was asked of it, and what may be done about it. */
export async function showReport(turn: OfficerTurn, assignmentId: string): Promise<void> {
  const { tx, say } = turn;
  const [report] = await findAssignments(tx, [assignmentId]);
  if (!report || !isAskedFor(turn.deps.catalogue, report) || !(await maySee(turn, report)))
    return turn.reply({ text: say('view-refused') });
  const versions = await sentVersions(tx, [assignmentId]);
  const last = versions.at(-1);
  const heading = [
    say('view-title', {
      unit: report.unitName,
      title: titleOf(turn.deps.catalogue, turn.language, report),
    }),
    await stateWords(turn, report),
  ].join('\n');
  const parts = [
    heading,
    ...(last ? [answersIn(turn, last)] : []),
    ...(versions.length > 1 ? [versionWords(turn, report, versions)] : []),
    ...(await remarkWords(turn, report)),
  ];
  const choices = last ? choicesFor(turn, report, last) : [];
  await turn.reply({ text: parts.join('\n\n'), ...(choices.length > 0 ? { choices } : {}) });
}

/** "Chấp nhận": the coordinator's word that nothing more is to be done about it. */
export async function accept(turn: OfficerTurn, assignmentId: string): Promise<void> {
  const { tx, say, officer, now, deps, language } = turn;
  if (!mayConfirmFiling(officer)) return turn.reply({ text: say('filing-not-yours') });
  const [report] = await lockAssignments(tx, [assignmentId]);
  if (report?.state !== 'submitted') return turn.reply({ text: say('accept-not-now') });
  await acceptReport(tx, report.id);
  await recordAudit(tx, { at: now, actorId: officer.id, action: 'accepted', subjectId: report.id });
  const title = titleOf(deps.catalogue, language, report);
  await turn.reply({ text: say('accepted', { unit: report.unitName, title }) });
}

async function maySee(turn: OfficerTurn, { unitId }: Assignment): Promise<boolean> {
  if (unitsReportedFor(turn.officer).includes(unitId)) return true;
  const units = await unitsInView(turn);
  return units === 'all' || (units !== 'none' && units.includes(unitId));
}

async function stateWords(turn: OfficerTurn, report: Assignment): Promise<string> {
  const { say, tx } = turn;
  const paper = report.state === 'filed' ? await lastPaper(tx, report.id) : undefined;
  if (paper) {
    const { documentNumber: number, documentDate } = paper;
    const figures = { number, date: shortDay(documentDate) };
    return paper.confirmed ? say('view-filed-confirmed', figures) : say('view-filed', figures);
  }
  if (report.isReturned) return say('view-returned', { day: shortDay(report.lastDay) });
  if (!report.receivedAt) return say('view-not-received', { day: shortDay(report.lastDay) });
  const at = moment(turn, report.receivedAt);
  const standing = report.onTime ? say('receipt-on-time') : say('receipt-late');
  return report.state === 'accepted'
    ? say('view-accepted', { ...at, standing })
    : say('view-received', { ...at, standing });
}

/** In characters. */
const longestAnswer = 200;

function answersIn(turn: OfficerTurn, version: SentVersion): string {
  const { say, language, deps } = turn;
  const words = { say, language, catalogue: deps.catalogue };
  return questionsOf(deps.catalogue, version)
    .flatMap((question) => {
      const value = version.answers[question.key];
      if (value === undefined) return [];
      const answer = shorten(answerWords(turn, question, value), longestAnswer);
      const note = noteOf(words, version.remarks[question.key]);
      return [say('odd-line', { label: question.shortLabel[language], answer, note })];
    })
    .join('\n');
}

function versionWords(turn: OfficerTurn, report: Assignment, versions: SentVersion[]): string {
  const { say, language, deps } = turn;
  const words = { say, language, catalogue: deps.catalogue };
  return versions
    .flatMap((version, index) => {
      const before = versions[index - 1];
      const { reason, officerName: name } = version;
      const line = say('view-version', {
        version: version.version,
        name,
        ...moment(turn, version.receivedAt),
      });
      if (!before) return [line];
      return [
        line,
        ...(reason === null ? [] : [say('news-reason', { reason })]),
        ...differenceLines(words, [{ report, last: version, before }]),
      ];
    })
    .join('\n');
}

async function remarkWords(turn: OfficerTurn, report: Assignment): Promise<string[]> {
  const returns = await returnsOf(turn.tx, [report.id]);
  if (returns.length === 0) return [];
  return [
    returns
      .map(({ remark, returnedAt }) => turn.say('view-remark', { remark, ...moment(turn, returnedAt) }))
      .join('\n'),
  ];
}

function choicesFor(turn: OfficerTurn, report: Assignment, { submissionId }: SentVersion): Choice[][] {
  const { say, officer, today, deps } = turn;
  if (!wasAnswered(report)) return [];
  const tap = (...args: string[]) => encodeTap(sentAction, ...args);
  const isToCoordinator = dutyNamed(deps.catalogue, report).duty.recipient?.role === 'coordinator';
  const isOpen = mayCorrect(report, today, deps.catalogue);
  const coordinates = mayConfirmFiling(officer) && isToCoordinator;
  const reports = unitsReportedFor(officer).includes(report.unitId);
  return [
    ...(reports
      ? [[{ label: say('button-correct'), data: tap('correct', report.lastDay, report.unitId) }]]
      : []),
    ...(coordinates ? [[{ label: say('button-ask-again'), data: tap('ask', submissionId, 'one') }]] : []),
    ...(coordinates && report.state === 'submitted'
      ? [[{ label: say('button-accept'), data: tap('accept', report.id) }]]
      : []),
    ...(coordinates && !isOpen
      ? [[{ label: say('button-reopen'), data: tap('reopen-one', report.id) }]]
      : []),
  ];
}

function moment({ deps }: OfficerTurn, at: Instant): { time: string; day: string } {
  const { zone } = deps.catalogue;
  return { time: timeOf(at, zone), day: shortDay(dayOf(at, zone)) };
}
