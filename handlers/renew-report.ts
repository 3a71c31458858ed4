import { z } from 'zod';
import { findForm, isAskedFor } from '#domain/catalogue.ts';
import type { FormChange } from '#domain/dialogue/form-change.ts';
import { type DialogueAssignment, dialogueStateSchema } from '#domain/dialogue/state.ts';
import { upgradeDialogue } from '#domain/dialogue/upgrade.ts';
import { findAssignments } from '#storage/queries/assignments.ts';
import type { StoredDialogue } from '#storage/queries/dialogues.ts';
import { begunReport } from '#handlers/begun-report.ts';
import { dutyNamed } from '#handlers/duty-words.ts';
import { contextOf } from '#handlers/keep-report.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** A conversation as it can be gone on with. */
export interface CurrentDialogue extends StoredDialogue {
  /** How it differs from the one that is stored; until somebody goes on with it, nothing is written. */
  renewed?: { changes: FormChange[]; asksTheSame: boolean };
}

/**
 * The stored conversation about reports under the forms of now: as it is where they have not changed; else, and where it
 * was stored in a way that cannot be read any more, made anew from the drafts. Undefined where what it asks is not asked
 * for any more.
 */
export async function renewedReport(
  turn: OfficerTurn,
  dialogue: StoredDialogue,
): Promise<CurrentDialogue | undefined> {
  const read = dialogueStateSchema.safeParse(dialogue.state);
  if (read.success && read.data.assignments.every((one) => isCurrent(turn, one))) return dialogue;

  const named = assignmentsSchema.safeParse(dialogue.state);
  if (!named.success) return undefined;
  const ids = named.data.assignments.map(({ assignmentId }) => assignmentId);
  const rows = await findAssignments(turn.tx, ids);
  const asked = rows.filter((one) => isAskedFor(turn.deps.catalogue, one));
  const reports = asked.flatMap((one) => begunReport(turn, one) ?? []);
  if (reports.length < ids.length) return undefined;
  reports.sort(
    (one, other) => ids.indexOf(one.assignment.assignmentId) - ids.indexOf(other.assignment.assignmentId),
  );
  const context = await contextOf(
    turn,
    reports.map(({ assignment }) => assignment),
  );
  const { state, ...renewed } = upgradeDialogue(read.success ? read.data : undefined, reports, context);
  return { ...dialogue, state, renewed };
}

/** Whatever else a state holds, in any version: which reports it is about. */
const assignmentsSchema = z.object({
  assignments: z.array(z.object({ assignmentId: z.guid() })).min(1),
});

function isCurrent({ deps: { catalogue } }: OfficerTurn, one: DialogueAssignment): boolean {
  if (!isAskedFor(catalogue, one)) return false;
  const form = findForm(catalogue, dutyNamed(catalogue, one).duty.form?.id ?? '');
  return form?.id === one.formId && form.version === one.formVersion;
}
