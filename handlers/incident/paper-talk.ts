import { z } from 'zod';
import { dialogueWord } from '#domain/dialogue-word.ts';
import type { Incident } from '#domain/incident/incident.ts';
import { cellsOf, type Paper, type PaperCell } from '#domain/incident/papers.ts';
import { cellKeys, type PaperKind, paperKinds } from '#domain/incident/papers/paper-forms.ts';
import { readCell } from '#domain/incident/papers/read-cell.ts';
import {
  endIncidentTalk,
  findIncidentTalk,
  type StoredIncidentTalk,
} from '#storage/queries/incident-talks.ts';
import { rememberForUnit } from '#storage/queries/paper-facts.ts';
import { giveDraftLink } from '#handlers/incident/give-draft-link.ts';
import { incidentToHandle } from '#handlers/incident/incident-of.ts';
import { inDrill } from '#handlers/incident/incident-words.ts';
import { note } from '#handlers/incident/note.ts';
import { paperFromRecord } from '#handlers/incident/paper-record.ts';
import { cellQuestion, wrongCellWords } from '#handlers/incident/paper-words.ts';
import { beginTalk, endTalk } from '#handlers/incident/working.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** Asks for the cells of a paper that `which` names; with none of them to ask for, here is the link. */
export async function askForCells(
  turn: OfficerTurn,
  incident: Incident,
  kind: PaperKind,
  which: (paper: Paper) => PaperCell[],
): Promise<void> {
  const paper = await paperFromRecord(
    turn.tx,
    { catalogue: turn.deps.catalogue, now: turn.now },
    incident,
    kind,
  );
  const cells = which(paper).filter((cell) => cell.ask);
  if (cells.length === 0) return giveDraftLink(turn, incident, kind);
  const state: PaperTalk = {
    ...{ version: 1, paper: kind, cells: cells.map(({ key }) => key), of: cells.length },
  };
  const before = await findIncidentTalk(turn.tx, turn.officer.id);
  const form = turn.deps.catalogue.papers.papers[kind];
  const words = { name: form.name[turn.language], number: incident.number, count: cells.length };
  await ask(turn, incident, state, { askedBy: before?.askedBy ?? null }, turn.say('paper-asks', words));
}

/** The stage of a talk in which the cells of a paper are asked for. */
export const paperStage = 'paper';

/** A text typed while a cell is being asked for: always an answer to that. */
export async function continuePaperTalk(
  turn: OfficerTurn,
  talk: StoredIncidentTalk,
  typed: string,
): Promise<void> {
  const incident = await incidentOfTalk(turn, talk);
  if (!incident) return;
  const state = paperTalkSchema.parse(talk.state);
  const cell = await cellBeingAsked(turn, incident, state);
  if (!cell?.ask || dialogueWord(typed) === 'skip') return goOn(turn, incident, talk, state);
  const read = readCell(cell.ask.answer, typed);
  if (read.kind !== 'read')
    return ask(turn, incident, state, talk, wrongCellWords(turn, cell.ask.answer, read));
  const { tx, officer, now } = turn;
  if (cell.ask.remember === 'unit') {
    const answer = { cell: cell.key, text: read.text, by: officer.id, at: now };
    await rememberForUnit(tx, incident.unit.id, answer);
  }
  const paperAnswers = { ...incident.paperAnswers, [cell.key]: read.text };
  const event = { kind: 'paper-answered', details: { cell: cell.key } } as const;
  const answered = await note(turn, incident, event, { paperAnswers });
  await goOn(turn, answered.incident, talk, state);
}

/** Asks again for the cell at which it stands, after something else was served. */
export async function resumePaperTalk(
  turn: OfficerTurn,
  talk: StoredIncidentTalk,
  before?: string,
): Promise<void> {
  const incident = await incidentOfTalk(turn, talk);
  if (incident) await ask(turn, incident, paperTalkSchema.parse(talk.state), talk, before);
}

/** "/huy": what was answered is kept, the rest is asked when somebody wants the paper again. */
export async function stopPaperTalk(turn: OfficerTurn, talk: StoredIncidentTalk): Promise<void> {
  const incident = await incidentOfTalk(turn, talk);
  if (!incident) return;
  await leave(turn, incident, talk);
  const text = turn.say('paper-stopped', { number: incident.number });
  await turn.reply({ text: inDrill(turn, incident, text) });
}

/** A button under a question: leave blank what is asked when `left` are left (`skip`), or the draft as it is (`now`). */
export async function tapPaperQuestion(
  turn: OfficerTurn,
  incidentId: string,
  action: string,
  left: string,
): Promise<void> {
  const talk = await findIncidentTalk(turn.tx, turn.officer.id);
  const state = talk?.stage === paperStage ? paperTalkSchema.parse(talk.state) : undefined;
  if (!talk || !state || talk.incidentId !== incidentId) return turn.reply({ text: turn.say('old-button') });
  const incident = await incidentToHandle(turn, incidentId);
  if (!incident) return;
  if (action === 'skip' && left === String(state.cells.length)) return goOn(turn, incident, talk, state);
  if (action === 'now') return finish(turn, incident, talk, state.paper);
  return ask(turn, incident, state, talk, turn.say('old-button'));
}

/** Where the asking for a paper's cells stands; the first of `cells` is being asked. Stored. */
const paperTalkSchema = z.strictObject({
  version: z.literal(1),
  paper: z.enum(paperKinds),
  cells: z.array(z.enum(cellKeys)),
  of: z.int(),
});
type PaperTalk = z.infer<typeof paperTalkSchema>;

/** Whoever may not handle it any more is told so, and asked no further. */
async function incidentOfTalk(
  turn: OfficerTurn,
  { incidentId }: StoredIncidentTalk,
): Promise<Incident | undefined> {
  const incident = await incidentToHandle(turn, incidentId ?? '');
  if (!incident) await endIncidentTalk(turn.tx, turn.officer.id);
  return incident;
}

async function goOn(
  turn: OfficerTurn,
  incident: Incident,
  talk: StoredIncidentTalk,
  state: PaperTalk,
): Promise<void> {
  const left = state.cells.slice(1);
  if (left.length === 0) return finish(turn, incident, talk, state.paper);
  await ask(turn, incident, { ...state, cells: left }, talk);
}

async function finish(
  turn: OfficerTurn,
  incident: Incident,
  talk: StoredIncidentTalk,
  kind: PaperKind,
): Promise<void> {
  await leave(turn, incident, talk);
  await giveDraftLink(turn, incident, kind);
}

async function leave(turn: OfficerTurn, incident: Incident, { askedBy }: StoredIncidentTalk): Promise<void> {
  if (askedBy) await turn.retire(askedBy);
  await endTalk(turn, incident);
}

async function ask(
  turn: OfficerTurn,
  incident: Incident,
  state: PaperTalk,
  { askedBy }: { askedBy: string | null },
  before?: string,
): Promise<void> {
  const cell = await cellBeingAsked(turn, incident, state);
  if (!cell) throw new Error(`a paper's talk asks for no cell: ${state.cells.join(', ')}`);
  if (askedBy) await turn.retire(askedBy);
  const place = { number: state.of - state.cells.length + 1, of: state.of, left: state.cells.length };
  const asked = await turn.ask(cellQuestion(turn, incident, cell, place, before));
  await beginTalk(turn, incident, paperStage, state, asked);
}

async function cellBeingAsked(
  turn: OfficerTurn,
  incident: Incident,
  { paper, cells }: PaperTalk,
): Promise<PaperCell | undefined> {
  const { tx, deps, now } = turn;
  const draft = await paperFromRecord(tx, { catalogue: deps.catalogue, now }, incident, paper);
  return cellsOf(draft).find(({ key }) => key === cells[0]);
}
