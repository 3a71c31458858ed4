import { unitsReportedFor } from '#domain/access.ts';
import { encodeTap } from '#domain/callback.ts';
import type { OutgoingMessage } from '#domain/channel.ts';
import {
  answerFiling,
  changeFiling,
  choose,
  filingStateSchema,
  startFiling,
  type FilingState,
} from '#domain/filing.ts';
import { periodAsked } from '#domain/period-phrase.ts';
import { addDays } from '#domain/time.ts';
import { shortDay } from '#locales/dates.ts';
import { findAssignments, type Assignment } from '#storage/queries/assignments.ts';
import { endDialogue, putDialogue, type StoredDialogue } from '#storage/queries/dialogues.ts';
import { isOwed } from '#storage/tables.ts';
import { dueGroups } from '#handlers/due-groups.ts';
import { dueSoon } from '#handlers/due-soon.ts';
import { titleOf, titlesOf } from '#handlers/duty-words.ts';
import { recordFiling } from '#handlers/filing-record.ts';
import { owedByOfficer } from '#handlers/owed-by-officer.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

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
  if (candidates.length === 0) return turn.reply({ text: turn.say('filing-nothing') });
  const state = startFiling(
    candidates.map(({ id }) => id),
    typed,
    turn.today,
  );
  await keepAndAsk(turn, { id: turn.deps.newId(), askedBy: null }, state);
}

export async function continueFiling(
  turn: OfficerTurn,
  dialogue: StoredDialogue,
  typed: string,
): Promise<void> {
  const { say, today } = turn;
  const state = filingStateSchema.parse(dialogue.state);
  if (
    state.step === 'confirm' &&
    /^(có|co|đúng|dung|ok|ghi nhận|ghi nhan|xác nhận|xac nhan|yes)$/iu.test(typed.trim())
  ) {
    return finish(turn, state);
  }
  const step = answerFiling(state, typed, today);
  switch (step.kind) {
    case 'moved':
      return keepAndAsk(turn, dialogue, step.state);
    case 'misunderstood':
      return keepAndAsk(turn, dialogue, state, say(`filing-expected-${state.step}`));
    case 'future-day':
      return keepAndAsk(turn, dialogue, state, say('filing-future-day'));
  }
}

/** A button of this conversation; one of an earlier one is answered, not obeyed. */
export async function tapFiling(
  turn: OfficerTurn,
  dialogue: StoredDialogue | undefined,
  [id, action, value = '']: readonly string[],
): Promise<void> {
  const { say, today, tx, officer } = turn;
  if (!dialogue || dialogue.id !== id || dialogue.kind !== filingDialogue)
    return turn.reply({ text: say('old-button') });
  const state = filingStateSchema.parse(dialogue.state);
  if (action === 'cancel') {
    await endDialogue(tx, officer.id);
    if (dialogue.askedBy) await turn.retire(dialogue.askedBy);
    return turn.reply({ text: say('filing-cancelled') });
  }
  if (action !== state.step && action !== 'change')
    return keepAndAsk(turn, dialogue, state, say('old-button'));
  switch (action) {
    case 'choose': {
      const chosen =
        value === 'all' ? state.assignmentIds : state.assignmentIds.slice(Number(value), Number(value) + 1);
      return keepAndAsk(turn, dialogue, chosen.length > 0 ? choose(state, chosen) : state);
    }
    case 'date':
      return continueFiling(turn, dialogue, shortDay(value === 'yesterday' ? addDays(today, -1) : today));
    case 'change':
      return keepAndAsk(turn, dialogue, changeFiling(state));
    default:
      return finish(turn, state);
  }
}

/** Asks again what the conversation stands at, after something else was served. */
export async function resumeFiling(turn: OfficerTurn, dialogue: StoredDialogue): Promise<void> {
  await keepAndAsk(turn, dialogue, filingStateSchema.parse(dialogue.state));
}

async function keepAndAsk(
  turn: OfficerTurn,
  dialogue: { id: string; askedBy: string | null },
  state: FilingState,
  before?: string,
): Promise<void> {
  const { tx, officer, now } = turn;
  if (dialogue.askedBy) await turn.retire(dialogue.askedBy);
  const message = await question(turn, dialogue.id, state);
  const text = before ? `${before}\n\n${message.text}` : message.text;
  const askedBy = await turn.ask({ ...message, text });
  const { id } = dialogue;
  await putDialogue(tx, { id, officerId: officer.id, kind: filingDialogue, state, askedBy, updatedAt: now });
}

async function question(turn: OfficerTurn, id: string, state: FilingState): Promise<OutgoingMessage> {
  const { say, deps, language } = turn;
  const assignments = await assignmentsOf(turn, state);
  const titles = titlesOf(deps.catalogue, language, assignments);
  const cancel = { label: say('button-cancel'), data: encodeTap('filing', id, 'cancel') };
  switch (state.step) {
    case 'choose': {
      const sameUnit = new Set(assignments.map(({ unitId }) => unitId)).size === 1;
      const together = dueGroups(assignments).length === 1;
      const each = assignments.map((one, index) => {
        const title = titleOf(deps.catalogue, language, one);
        const label = sameUnit ? title : `${one.unitName}: ${title}`;
        return [{ label, data: encodeTap('filing', id, 'choose', String(index)) }];
      });
      const all = {
        label: say('filing-all', { count: assignments.length }),
        data: encodeTap('filing', id, 'choose', 'all'),
      };
      return { text: say('filing-ask-which'), choices: [...each, ...(together ? [[all]] : []), [cancel]] };
    }
    case 'number':
      return { text: say('filing-ask-number', { titles }), choices: [[cancel]], takesNumbers: true };
    case 'date':
      return {
        text: say('filing-ask-date', { number: state.documentNumber ?? '' }),
        choices: [
          [
            { label: say('today'), data: encodeTap('filing', id, 'date', 'today') },
            { label: say('yesterday'), data: encodeTap('filing', id, 'date', 'yesterday') },
          ],
          [cancel],
        ],
        takesNumbers: true,
      };
    case 'confirm':
      return {
        text: say('filing-confirm', {
          titles,
          unit: assignments[0]?.unitName ?? '',
          number: state.documentNumber ?? '',
          date: shortDay(state.documentDate ?? ''),
        }),
        choices: [
          [{ label: say('button-record'), data: encodeTap('filing', id, 'confirm') }],
          [{ label: say('button-change'), data: encodeTap('filing', id, 'change') }, cancel],
        ],
      };
  }
}

async function finish(turn: OfficerTurn, state: FilingState): Promise<void> {
  const { tx, officer, say } = turn;
  const { documentNumber, documentDate } = state;
  if (!documentNumber || !documentDate) throw new Error('A filing was confirmed without its number or day.');
  await endDialogue(tx, officer.id);
  const owed = (await assignmentsOf(turn, state)).filter((one) => isOwed(one.state));
  if (owed.length === 0) return turn.reply({ text: say('fill-already-sent') });
  await recordFiling(
    turn,
    owed.map(({ id }) => id),
    { documentNumber, documentDate },
  );
}

/** In the order of the state; a report that is no longer this officer's business is left out. */
async function assignmentsOf(turn: OfficerTurn, state: FilingState): Promise<Assignment[]> {
  const mine = new Set(unitsReportedFor(turn.officer));
  const found = new Map((await findAssignments(turn.tx, state.assignmentIds)).map((one) => [one.id, one]));
  return state.assignmentIds
    .map((id) => found.get(id))
    .filter((one) => one !== undefined && mine.has(one.unitId)) as Assignment[];
}
