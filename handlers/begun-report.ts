import { type Answers, answersSchema } from '#domain/answers/answer-value.ts';
import { type Catalogue, findForm } from '#domain/catalogue.ts';
import type { BegunReport } from '#domain/dialogue/form-change.ts';
import type { DialogueAssignment } from '#domain/dialogue/state.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import { dutyNamed } from '#handlers/duty-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * A report that is asked for, with its form in the newest version and the draft that was begun. Undefined where the form
 * is not in the files any more.
 */
export function begunReport({ deps }: OfficerTurn, one: Assignment): BegunReport | undefined {
  const { catalogue } = deps;
  const assignment = dialogueAssignmentOf(catalogue, one);
  return (
    assignment && {
      assignment,
      draft: draftAnswers(one),
      under: findForm(catalogue, one.draftFormId ?? '', one.draftFormVersion ?? 0),
    }
  );
}

/** A report as a conversation fills it in, in the newest version of its form; undefined where it has none. */
export function dialogueAssignmentOf(catalogue: Catalogue, one: Assignment): DialogueAssignment | undefined {
  const form = findForm(catalogue, dutyNamed(catalogue, one).duty.form?.id ?? '');
  if (!form) return undefined;
  const { id, directive, duty, period, unitId, unitName, windowFrom, windowTo } = one;
  return {
    ...{ assignmentId: id, directive, duty, period, windowFrom, windowTo },
    unit: { id: unitId, name: unitName },
    formId: form.id,
    formVersion: form.version,
  };
}

/** What has been answered so far, by question key. */
export function draftAnswers({ draft }: Pick<Assignment, 'draft'>): Answers {
  return draftSchema.parse(draft ?? {});
}

const draftSchema = answersSchema.catch({});
