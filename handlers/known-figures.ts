import type { QuestionInstance } from '#domain/dialogue/plan.ts';
import type { DialogueSay } from '#domain/dialogue/say.ts';
import { asksForIncidentFigures, proposedFigure } from '#domain/incident/report-figures.ts';
import { addDays, startOfDay } from '#domain/time.ts';
import { findAssignments } from '#storage/queries/assignments.ts';
import { countIncidents } from '#storage/queries/incident-figures.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** What the record of incidents answers to the question that is being asked, as it would be typed: "1 1 3". */
export async function figuresKnown(turn: OfficerTurn, say: DialogueSay[]): Promise<string | undefined> {
  const asked = say.find((item) => item.kind === 'question');
  if (asked?.kind !== 'question' || !asksForIncidentFigures(asked.instance.question)) return undefined;
  const figures: (string | undefined)[] = [];
  for (const instance of asked.together ?? [asked.instance]) figures.push(await figureOf(turn, instance));
  return figures.every((figure) => figure !== undefined) ? figures.join(' ') : undefined;
}

/** Undefined where no incident of the unit was recorded within the window: the record may not have been kept. */
async function figureOf(
  { tx, deps }: OfficerTurn,
  { question, serves, windowFrom, windowTo }: QuestionInstance,
): Promise<string | undefined> {
  const [served] = serves;
  const [assignment] = served ? await findAssignments(tx, [served.assignmentId]) : [];
  if (!assignment) return undefined;
  const { zone } = deps.catalogue;
  const window = { from: startOfDay(windowFrom, zone), to: startOfDay(addDays(windowTo, 1), zone) };
  const counts = await countIncidents(tx, { unitId: assignment.unitId, ...window });
  if (counts.size === 0) return undefined;
  const figure = proposedFigure(question, counts);
  return figure === undefined ? undefined : [figure].flat().join(' ');
}
