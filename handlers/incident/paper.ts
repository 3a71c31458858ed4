import type { Incident } from '#domain/incident/incident.ts';
import { missingCells, optionalCells, unitCells } from '#domain/incident/papers.ts';
import { type PaperKind, paperKinds } from '#domain/incident/papers/paper-forms.ts';
import { incidentToHandle } from '#handlers/incident/incident-of.ts';
import { inDrill } from '#handlers/incident/incident-words.ts';
import { askForCells, tapPaperQuestion } from '#handlers/incident/paper-talk.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** A draft of a paper: what it still lacks is asked for, one cell at a time, then comes the link to fetch it by. */
async function offerPaper(turn: OfficerTurn, incidentId: string, kind: PaperKind): Promise<void> {
  const incident = await incidentForPaper(turn, incidentId, kind);
  if (incident) await askForCells(turn, incident, kind, missingCells);
}

/**
 * A button about papers. `first`, `closing`: a draft; `more-…`: what may be filled in besides; `unit-…`: what is kept of
 * the unit, again; `skip-N`: leave the cell blank that is asked when N are left; `now`: the draft as it is.
 */
export async function tapPaper(turn: OfficerTurn, incidentId: string, arg: string): Promise<void> {
  const [first = '', second = ''] = arg.split('-');
  const kind = paperKinds.find((known) => known === (second === '' ? first : second));
  if (kind && second === '') return offerPaper(turn, incidentId, kind);
  if (kind && (first === 'more' || first === 'unit')) {
    const incident = await incidentForPaper(turn, incidentId, kind);
    return incident && askForCells(turn, incident, kind, first === 'more' ? optionalCells : unitCells);
  }
  return tapPaperQuestion(turn, incidentId, first, second);
}

/** The incident, for somebody who may have this paper of it; whoever may not, or not yet, is told why. */
async function incidentForPaper(
  turn: OfficerTurn,
  incidentId: string,
  kind: PaperKind,
): Promise<Incident | undefined> {
  const incident = await incidentToHandle(turn, incidentId);
  if (!incident) return undefined;
  const { status, closing, number } = incident;
  if (status !== 'false-alarm' && (kind === 'first' || closing)) return incident;
  const why = status === 'false-alarm' ? 'paper-of-false-alarm' : 'paper-closing-too-early';
  await turn.reply({ text: inDrill(turn, incident, turn.say(why, { number })) });
  return undefined;
}
