import { isHeadOf, unitsReportedFor } from '#domain/access.ts';
import { answersSchema } from '#domain/answers/answer-value.ts';
import { encodeTap } from '#domain/callback.ts';
import type { Choice } from '#domain/channel.ts';
import type { HeadOutcome } from '#domain/heads-word.ts';
import { textIn, type Language } from '#locales/text.ts';
import { type Assignment, lockAssignments } from '#storage/queries/assignments.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import {
  type AwaitingReport,
  type HeadRequest,
  lockHeadRequest,
  reachableHeads,
  reportsAwaiting,
  settleHeadRequest,
} from '#storage/queries/head-requests.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { isOwed } from '#storage/tables.ts';
import { sentAction } from '#handlers/after-sending/sent-action.ts';
import { tellCoordinators } from '#handlers/after-sending/tell-coordinators.ts';
import { askAside } from '#handlers/aside.ts';
import { titlesOf } from '#handlers/duty-words.ts';
import { headChoices, waitingForHead } from '#handlers/head-words.ts';
import { receiptWords, storeSubmission } from '#handlers/store-submission.ts';
import { tell } from '#handlers/tell.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "Đồng ý gửi": what waits is received now. */
export async function agreeByHead(turn: OfficerTurn, requestId: string): Promise<void> {
  const waiting = await waitingUnder(turn, requestId, 'head');
  if (!waiting) return;
  const { say, officer, deps, language: mine } = turn;
  const { request, reports } = waiting;
  const receipt = await send(turn, waiting, 'agreed');
  const titles = titlesOf(deps.catalogue, mine, reports);
  await turn.reply({ text: say('head-agreed', { titles, unit: reports[0]?.unitName ?? '' }) });
  await tell(turn, request.askedBy, `head-agreed:${requestId}`, (language) => ({
    kind: 'text',
    text: textIn(language)('head-agreed-told', { name: officer.name, receipt }),
  }));
  await tellOtherHeads(turn, request, (language) =>
    textIn(language)('head-agreed-by-other', {
      name: officer.name,
      titles: titlesOf(deps.catalogue, language, reports),
    }),
  );
}

/** "Lãnh đạo đã đồng ý trực tiếp": where no head can be reached here, the officer's word for it is recorded and it is sent. */
export async function agreedInPerson(turn: OfficerTurn, requestId: string): Promise<void> {
  const waiting = await waitingUnder(turn, requestId, 'reporter');
  if (!waiting) return;
  const heads = await reachableHeads(turn.tx, waiting.request.unitId);
  if (heads.length > 0) {
    const names = heads.map(({ name }) => name).join(', ');
    await askThem(turn, waiting, heads);
    return turn.reply({ text: turn.say('head-reachable-now', { names }) });
  }
  const receipt = await send(turn, waiting, 'agreed-in-person');
  await turn.reply({ text: turn.say('head-in-person-sent', { receipt }) });
}

/** "Trả lại để sửa": why? */
export async function askWhyReturned(turn: OfficerTurn, requestId: string): Promise<void> {
  if (!(await waitingUnder(turn, requestId, 'head'))) return;
  await askAside(turn, { about: 'head-return', requestId }, turn.say('head-return-ask'));
}

/** The remark was typed: the report is the officer's again, with the draft as it was. */
export async function returnByHead(turn: OfficerTurn, requestId: string, remark: string): Promise<void> {
  const waiting = await waitingUnder(turn, requestId, 'head');
  if (!waiting) return;
  const { tx, say, officer, deps, language } = turn;
  const { request, reports } = waiting;
  await settle(turn, request, 'returned', remark);
  await tell(turn, request.askedBy, `head-returned:${requestId}`, (theirs) => ({
    kind: 'text',
    text: textIn(theirs)('head-returned-told', {
      ...{ name: officer.name, remark, titles: titlesOf(deps.catalogue, theirs, reports) },
    }),
    choices: [fillAgain(theirs, reports)],
  }));
  const asker = await findOfficer(tx, request.askedBy);
  await turn.reply({
    text: say('head-returned', {
      name: asker?.name ?? '',
      titles: titlesOf(deps.catalogue, language, reports),
    }),
  });
}

/** "Thu hồi để sửa": whoever reports for the unit takes it back. */
export async function recallFromHead(turn: OfficerTurn, requestId: string): Promise<void> {
  const waiting = await waitingUnder(turn, requestId, 'reporter');
  if (!waiting) return;
  const { say, officer, deps, language } = turn;
  const { request, reports } = waiting;
  await settle(turn, request, 'recalled');
  await tellOtherHeads(turn, request, (theirs) =>
    textIn(theirs)('head-recalled-told', {
      name: officer.name,
      titles: titlesOf(deps.catalogue, theirs, reports),
    }),
  );
  await turn.reply({
    text: say('head-recalled', { titles: titlesOf(deps.catalogue, language, reports) }),
    choices: [fillAgain(language, reports)],
  });
}

/** "Xem số liệu", under a reminder. */
export async function showToHead(turn: OfficerTurn, requestId: string): Promise<void> {
  const waiting = await waitingUnder(turn, requestId, 'head');
  if (!waiting) return;
  await turn.reply({
    text: await wordsOf(turn, waiting, turn.language),
    choices: headChoices(turn.say, requestId),
  });
}

interface Waiting {
  request: HeadRequest;
  /** Still owed, and locked. */
  reports: Assignment[];
  submissions: AwaitingReport[];
}

/** What waits under a request, if that is this person's business; else they are told why not. */
async function waitingUnder(
  turn: OfficerTurn,
  requestId: string,
  as: 'head' | 'reporter',
): Promise<Waiting | undefined> {
  const { tx, say, officer } = turn;
  const request = await lockHeadRequest(tx, requestId);
  const mine =
    request &&
    (as === 'head' ? isHeadOf(officer, request.unitId) : unitsReportedFor(officer).includes(request.unitId));
  if (!request || !mine) {
    await turn.reply({ text: say('old-button') });
    return undefined;
  }
  if (request.outcome !== null) {
    await turn.reply({ text: say(settledKeys[request.outcome]) });
    return undefined;
  }
  const submissions = await reportsAwaiting(tx, requestId);
  const locked = await lockAssignments(
    tx,
    submissions.map(({ assignmentId }) => assignmentId),
  );
  const reports = locked.filter(({ state, correctionReason }) => isOwed(state) || correctionReason !== null);
  if (reports.length > 0) return { request, reports, submissions };
  await settle(turn, request, 'overtaken');
  await turn.reply({ text: say('head-overtaken') });
  return undefined;
}

const settledKeys = {
  agreed: 'head-settled-agreed',
  'agreed-in-person': 'head-settled-agreed',
  returned: 'head-settled-returned',
  recalled: 'head-settled-recalled',
  overtaken: 'head-overtaken',
} as const satisfies Record<HeadOutcome, string>;

/** Stores what waits as sent by whoever filled it in, received now; returns their receipt. */
async function send(
  turn: OfficerTurn,
  { request, reports, submissions }: Waiting,
  outcome: 'agreed' | 'agreed-in-person',
): Promise<string> {
  await settle(turn, request, outcome);
  const sender = await findOfficer(turn.tx, request.askedBy);
  if (!sender) throw new Error(`Officer ${request.askedBy} has asked a head and is not there.`);
  const theirs = { ...turn, officer: sender, language: sender.language, say: textIn(sender.language) };
  const lines: string[] = [];
  for (const report of reports) {
    const waiting = submissions.find(({ assignmentId }) => assignmentId === report.id);
    if (!waiting) continue;
    const { formId, formVersion, answers, remarks } = waiting;
    lines.push(
      await storeSubmission(theirs, report, {
        ...{ formId, formVersion, answers: answersSchema.parse(answers) },
        // As the conversation made them.
        remarks: remarks as Record<string, never>,
      }),
    );
  }
  await tellCoordinators(theirs, reports);
  return receiptWords(theirs, reports, lines);
}

async function settle(
  turn: OfficerTurn,
  { id }: HeadRequest,
  outcome: HeadOutcome,
  remark?: string,
): Promise<void> {
  const { tx, officer, now } = turn;
  await settleHeadRequest(tx, id, {
    ...{ outcome, settledBy: officer.id, settledAt: now },
    ...(remark === undefined ? {} : { remark }),
  });
  await recordAudit(tx, { at: now, actorId: officer.id, action: `head-${outcome}`, subjectId: id });
}

async function askThem(turn: OfficerTurn, waiting: Waiting, heads: { id: string }[]): Promise<void> {
  const { id } = waiting.request;
  const texts = { vi: await wordsOf(turn, waiting, 'vi'), en: await wordsOf(turn, waiting, 'en') };
  for (const head of heads) {
    await tell(turn, head.id, `head-asked:${id}:${head.id}`, (theirs) => ({
      ...{ kind: 'text', text: texts[theirs], choices: headChoices(textIn(theirs), id) },
    }));
  }
}

async function wordsOf({ tx, deps }: OfficerTurn, waiting: Waiting, language: Language): Promise<string> {
  const { request, reports, submissions } = waiting;
  const asker = await findOfficer(tx, request.askedBy);
  return waitingForHead(
    { catalogue: deps.catalogue, language, say: textIn(language) },
    { unitName: reports[0]?.unitName ?? '', by: asker?.name ?? '', reports, submissions },
  );
}

async function tellOtherHeads(
  turn: OfficerTurn,
  { id, unitId }: HeadRequest,
  text: (language: Language) => string,
): Promise<void> {
  for (const head of await reachableHeads(turn.tx, unitId)) {
    if (head.id === turn.officer.id) continue;
    await tell(turn, head.id, `head-settled:${id}:${head.id}`, (language) => ({
      kind: 'text',
      text: text(language),
    }));
  }
}

/** Back into just these reports, as far as a button can name them. */
function fillAgain(language: Language, reports: Assignment[]): Choice[] {
  const [first] = reports;
  if (!first) return [];
  const { lastDay, unitId, correctionReason } = first;
  if (correctionReason !== null) {
    const data = encodeTap(sentAction, 'correct', lastDay, unitId);
    return [{ label: textIn(language)('button-correct'), data }];
  }
  const which = reports.every(({ period }) => period === first.period) ? first.period : first.lastDay;
  return [{ label: textIn(language)('button-fill'), data: encodeTap('fill', which, first.unitId) }];
}
