import {
  answerFiling,
  changeFiling,
  choose,
  filingStateSchema,
  startFiling,
  type FilingState,
} from '#domain/filing.ts';
import { periodAsked } from '#domain/period-phrase.ts';
import { isDay } from '#domain/time.ts';
import { shortDay } from '#locales/dates.ts';
import { findAssignments, type Assignment } from '#storage/queries/assignments.ts';
import { endDialogue, findDialogue, putDialogue, type StoredDialogue } from '#storage/queries/dialogues.ts';
import { dueSoon } from '#handlers/due-soon.ts';
import { recordFiling } from '#handlers/filing-record.ts';
import { filingQuestion } from '#handlers/filing-words.ts';
import { owedByOfficer } from '#handlers/owed-by-officer.ts';
import type { OfficerTurn } from '#handlers/turn.ts';
import { stillTheirs, whyOver } from '#handlers/why-over.ts';

/** The kind under which this conversation is stored. */
export const filingDialogue = 'filing';

/** The button "Đã gửi bằng văn bản" under reports of one unit with one last day. */
export async function beginFilingOf(turn: OfficerTurn, lastDay: string, unitId: string): Promise<void> {
  const owed = await owedByOfficer(turn);
  await begin(
    turn,
    owed.filter((one) => one.lastDay === lastDay && one.unitId === unitId),
    '',
  );
}

/** "Gửi qua trục rồi, số 214/BC-STC": typed at any time; a period in it says which report, else it is one that is due soon. */
export async function beginFiling(turn: OfficerTurn, typed: string): Promise<void> {
  const owed = await owedByOfficer(turn);
  const asked = periodAsked(typed, turn.today);
  if (asked.kind === 'period') {
    return begin(
      turn,
      owed.filter(({ period }) => period === asked.period),
      typed,
    );
  }
  const { soon } = dueSoon(owed, turn.today);
  await begin(turn, soon.length > 0 ? soon : owed, typed);
}

async function begin(turn: OfficerTurn, candidates: Assignment[], typed: string): Promise<void> {
  const { tx, officer, deps, today, say } = turn;
  if (candidates.length === 0) return turn.reply({ text: say('filing-nothing') });
  const state = startFiling(
    candidates.map(({ id }) => id),
    typed,
    today,
  );
  // It takes the place of the conversation that the person was in, whose buttons go.
  const askedBy = (await findDialogue(tx, officer.id))?.askedBy ?? null;
  await keepAndAsk(turn, { id: deps.newId(), askedBy }, state, candidates);
}

/** A text typed while a paper is being recorded. */
export async function continueFiling(
  turn: OfficerTurn,
  dialogue: StoredDialogue,
  typed: string,
): Promise<void> {
  const { say, today } = turn;
  const state = filingStateSchema.parse(dialogue.state);
  const reports = await reportsOf(turn, dialogue, state);
  if (!reports) return;
  if (state.step === 'confirm' && yesWords.test(typed.trim())) return finish(turn, dialogue, state, reports);
  const step = answerFiling(state, typed, today);
  switch (step.kind) {
    case 'moved':
      return keepAndAsk(turn, dialogue, step.state, reports);
    case 'misunderstood':
      return keepAndAsk(turn, dialogue, state, reports, say(`filing-expected-${state.step}`));
    case 'future-day':
      return keepAndAsk(turn, dialogue, state, reports, say('filing-future-day'));
  }
}

const yesWords = /^(có|co|đúng|dung|ok|ghi nhận|ghi nhan|xác nhận|xac nhan|yes)$/iu;

/** A button of this conversation; one of an earlier one, or of an earlier question, is answered, not obeyed. */
export async function tapFiling(
  turn: OfficerTurn,
  dialogue: StoredDialogue | undefined,
  [id, action, value = '']: readonly string[],
): Promise<void> {
  const { say } = turn;
  if (!dialogue || dialogue.id !== id || dialogue.kind !== filingDialogue)
    return turn.reply({ text: say('old-button') });
  if (action === 'cancel') return cancelFiling(turn, dialogue);
  const state = filingStateSchema.parse(dialogue.state);
  const reports = await reportsOf(turn, dialogue, state);
  if (!reports) return;
  if (action === 'change' && state.step !== 'choose') {
    return keepAndAsk(turn, dialogue, changeFiling(state), reports);
  }
  if (action !== state.step) return keepAndAsk(turn, dialogue, state, reports, say('old-button'));
  switch (action) {
    case 'choose': {
      const chosen = value === 'all' ? reports : reports.filter((one) => one.id === chosenId(state, value));
      if (chosen.length === 0) return keepAndAsk(turn, dialogue, state, reports, say('old-button'));
      const ids = chosen.map((one) => one.id);
      return keepAndAsk(turn, dialogue, choose(state, ids), chosen);
    }
    case 'date':
      return isDay(value)
        ? continueFiling(turn, dialogue, shortDay(value))
        : keepAndAsk(turn, dialogue, state, reports, say('old-button'));
    case 'confirm':
      return finish(turn, dialogue, state, reports);
    default:
      return keepAndAsk(turn, dialogue, state, reports, say('old-button'));
  }
}

function chosenId({ assignmentIds }: FilingState, index: string): string | undefined {
  return /^\d+$/.test(index) ? assignmentIds[Number(index)] : undefined;
}

/** Asks again what the conversation stands at, after something else was served. */
export async function resumeFiling(
  turn: OfficerTurn,
  dialogue: StoredDialogue,
  before?: string,
): Promise<void> {
  const state = filingStateSchema.parse(dialogue.state);
  const reports = await reportsOf(turn, dialogue, state);
  if (reports) await keepAndAsk(turn, dialogue, state, reports, before);
}

/** "Thôi, không ghi nhận": nothing has been recorded, and nothing is kept. */
export async function cancelFiling(turn: OfficerTurn, dialogue: StoredDialogue): Promise<void> {
  await end(turn, dialogue);
  await turn.reply({ text: turn.say('filing-cancelled') });
}

/** The reports that the paper is or may be; with none left the conversation is over and the person is told why. */
async function reportsOf(
  turn: OfficerTurn,
  dialogue: StoredDialogue,
  { assignmentIds }: FilingState,
): Promise<Assignment[] | undefined> {
  const found = await findAssignments(turn.tx, assignmentIds);
  const theirs = stillTheirs(turn, found);
  // As they were listed: a number that is typed means a place in that list.
  if (theirs.length > 0)
    return theirs.sort((a, b) => assignmentIds.indexOf(a.id) - assignmentIds.indexOf(b.id));
  await end(turn, dialogue);
  await turn.reply({ text: whyOver(turn, found) });
  return undefined;
}

async function end(turn: OfficerTurn, { askedBy }: StoredDialogue): Promise<void> {
  await endDialogue(turn.tx, turn.officer.id);
  if (askedBy) await turn.retire(askedBy);
}

async function keepAndAsk(
  turn: OfficerTurn,
  { id, askedBy: askedBefore }: { id: string; askedBy: string | null },
  state: FilingState,
  reports: Assignment[],
  before?: string,
): Promise<void> {
  const { tx, officer, now } = turn;
  if (askedBefore) await turn.retire(askedBefore);
  const message = filingQuestion(turn, id, state, reports);
  const text = before ? `${before}\n\n${message.text}` : message.text;
  const askedBy = await turn.ask({ ...message, text });
  await putDialogue(tx, { id, officerId: officer.id, kind: filingDialogue, state, askedBy, updatedAt: now });
}

async function finish(
  turn: OfficerTurn,
  dialogue: StoredDialogue,
  { documentNumber, documentDate }: FilingState,
  reports: Assignment[],
): Promise<void> {
  if (!documentNumber || !documentDate) throw new Error('A filing was confirmed without its number or day.');
  await end(turn, dialogue);
  await recordFiling(
    turn,
    reports.map(({ id }) => id),
    { documentNumber, documentDate },
  );
}
