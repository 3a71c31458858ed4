import type { Catalogue } from '#domain/catalogue.ts';
import { advance } from '#domain/dialogue.ts';
import { dialogueStateSchema } from '#domain/dialogue/state.ts';
import type { Day, Instant } from '#domain/time.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import { findDialogue } from '#storage/queries/dialogues.ts';
import { pastAnswersOf } from '#storage/queries/past-answers.ts';
import type { Tx } from '#storage/store.ts';
import { formsIn, reportDialogue } from '#handlers/keep-report.ts';

/** A conversation that was left so long is recalled, ms. */
const untouchedForMs = 24 * 3_600_000;

/** Where an officer has left the conversation about any of these reports, a day ago or more: "câu 5/14". */
export async function draftStanding(
  tx: Tx,
  { catalogue, now, today }: { catalogue: Catalogue; now: Instant; today: Day },
  officerId: string,
  owed: readonly Assignment[],
): Promise<{ number: number; total: number } | undefined> {
  const dialogue = await findDialogue(tx, officerId);
  if (dialogue?.kind !== reportDialogue) return undefined;
  if (dialogue.updatedAt.getTime() > now.getTime() - untouchedForMs) return undefined;
  const read = dialogueStateSchema.safeParse(dialogue.state);
  if (!read.success) return undefined;
  const state = read.data;
  const source = formsIn(catalogue);
  // Made under a form that is not there any more, it is begun anew from the drafts.
  const isCurrent = state.assignments.every(({ formId, formVersion }) => source.formOf(formId, formVersion));
  const ids = state.assignments.map(({ assignmentId }) => assignmentId);
  if (!isCurrent || !owed.some(({ id }) => ids.includes(id))) return undefined;
  const past = await pastAnswersOf(tx, ids);
  const { say } = advance(state, { kind: 'resume' }, { today, ...source, past });
  const asked = say.find((item) => item.kind === 'question');
  return asked && { number: asked.number, total: asked.total };
}
