import type { Form, Question } from '#domain/directives/schema.ts';
import { type DialogueAssignment, type Slot, summary } from '#domain/dialogue/state.ts';
import type { Day } from '#domain/time.ts';
import { formAsked } from '#domain/form.ts';

/** One question as a dialogue asks it, once for all the assignments that need its answer. */
export interface QuestionInstance {
  slot: Slot;
  /** Equal for instances that ask the same of the same unit over different windows. */
  family: string;
  /** As the first of the forms words it, within the narrowest limits of them all. */
  question: Question;
  serves: { assignmentId: string; question: Question }[];
  /** The data window of the assignments that it serves, all of theirs together for a stock question. */
  windowFrom: Day;
  windowTo: Day;
  /** Only where the dialogue spans several units. */
  unitName?: string;
}

export interface FormSource {
  /** A form in the version that a state names; older versions have to stay available. */
  formOf(id: string, version: number): Form | undefined;
  /** Ids of the directives that are switched on. */
  on: ReadonlySet<string>;
}

/**
 * All questions of all assignments in the order of asking, relevant or not. Two assignments share a question when it
 * has the same key and shape, is asked of the same unit, and is a stock question or counts over the same window.
 */
export function planQuestions(
  assignments: readonly DialogueAssignment[],
  source: FormSource,
): QuestionInstance[] {
  const severalUnits = new Set(assignments.map(({ unit }) => unit.id)).size > 1;
  const instances = new Map<string, QuestionInstance>();
  const taken = new Set<Slot>([summary]);
  for (const assignment of assignments) {
    const { assignmentId, windowFrom, windowTo, unit } = assignment;
    for (const question of formOfAssignment(assignment, source).questions) {
      const sameness = samenessOf(question, assignment);
      const known = instances.get(sameness);
      if (known) {
        known.serves.push({ assignmentId, question });
        known.question = narrowed(known.question, question);
        if (windowFrom < known.windowFrom) known.windowFrom = windowFrom;
        if (windowTo > known.windowTo) known.windowTo = windowTo;
        continue;
      }
      const slot = freeSlot(question, windowFrom, taken);
      taken.add(slot);
      const serves = [{ assignmentId, question }];
      const named = severalUnits ? { unitName: unit.name } : {};
      const family = familyOf(question, assignment);
      instances.set(sameness, { slot, family, question, serves, windowFrom, windowTo, ...named });
    }
  }
  return [...instances.values()];
}

/** The form that an assignment was begun with, less what no directive that is on asks for. */
export function formOfAssignment({ formId, formVersion }: DialogueAssignment, source: FormSource): Form {
  const form = source.formOf(formId, formVersion);
  if (!form) throw new Error(`form ${formId} version ${formVersion} is named by a dialogue and not known`);
  return formAsked(form, source.on);
}

function freeSlot({ key, scope }: Question, windowFrom: Day, taken: ReadonlySet<Slot>): Slot {
  const base = scope === 'window' ? `${key}@${windowFrom}` : key;
  let slot = base;
  for (let count = 2; taken.has(slot); count += 1) slot = `${base}~${count}`;
  return slot;
}

/** Equal for two questions exactly when one answer does for both; words, clauses and limits may differ. */
function samenessOf(question: Question, assignment: DialogueAssignment): string {
  const { windowFrom, windowTo } = assignment;
  const window = question.scope === 'window' ? [windowFrom, windowTo] : [];
  return JSON.stringify([familyOf(question, assignment), window]);
}

function familyOf({ key, type, scope, options, parts }: Question, { unit }: DialogueAssignment): string {
  const keys = [options, parts].map((list) => list?.map((option) => option.key));
  return JSON.stringify([unit.id, key, type, scope, keys]);
}

function narrowed(one: Question, other: Question): Question {
  const min = extreme(Math.max, one.min, other.min);
  const max = extreme(Math.min, one.max, other.max);
  const maxLength = extreme(Math.min, one.maxLength, other.maxLength);
  const dateRule = [one.dateRule, other.dateRule].includes('in-window') ? 'in-window' : one.dateRule;
  return { ...one, min, max, maxLength, dateRule };
}

function extreme(pick: (...of: number[]) => number, ...of: (number | undefined)[]): number | undefined {
  const given = of.filter((limit) => limit !== undefined);
  return given.length === 0 ? undefined : pick(...given);
}
