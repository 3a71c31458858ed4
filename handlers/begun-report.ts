import { type Answers, answersSchema } from '#domain/answers/answer-value.ts';
import { findForm } from '#domain/catalogue.ts';
import type { BegunReport } from '#domain/dialogue/form-change.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import { dutyNamed } from '#handlers/duty-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * A report that is asked for, with its form in the newest version and the draft that was begun. Undefined where the form
 * is not in the files any more.
 */
export function begunReport({ deps }: OfficerTurn, one: Assignment): BegunReport | undefined {
  const { catalogue } = deps;
  const form = findForm(catalogue, dutyNamed(catalogue, one).duty.form?.id ?? '');
  if (!form) return undefined;
  const { id, directive, duty, period, unitId, unitName, windowFrom, windowTo } = one;
  return {
    assignment: {
      ...{ assignmentId: id, directive, duty, period, windowFrom, windowTo },
      unit: { id: unitId, name: unitName },
      formId: form.id,
      formVersion: form.version,
    },
    draft: draftAnswers(one),
    under: findForm(catalogue, one.draftFormId ?? '', one.draftFormVersion ?? 0),
  };
}

/** What has been answered so far, by question key. */
export function draftAnswers({ draft }: Pick<Assignment, 'draft'>): Answers {
  return draftSchema.parse(draft ?? {});
}

const draftSchema = answersSchema.catch({});
