import { type Answers, type AnswerValue, sameValue } from '#domain/answers/answer-value.ts';
import type { QuestionInstance } from '#domain/dialogue/plan.ts';
import type { Slot } from '#domain/dialogue/state.ts';

/** What a slot takes from the same question over a narrower window, because it was not answered itself. */
export interface Carried {
  from: Slot;
  /** Absent where the narrower one was passed over, so that this one is too. */
  value?: AnswerValue;
}

interface CarryDeps {
  /** Whether a question of a slot is to be answered at all, given the answers that are known by then. */
  isRelevant(slot: Slot, known: Answers): boolean;
  isPassedOver(slot: Slot): boolean;
}

/**
 * The answers that hold for a wider window since they were given for a narrower one inside it, by slot, as `carries` of the
 * question allows. What was answered itself is never replaced.
 */
export function carriedAnswers(
  plan: readonly QuestionInstance[],
  answers: Answers,
  deps: CarryDeps,
): Map<Slot, Carried> {
  const carried = new Map<Slot, Carried>();
  const known: Record<Slot, AnswerValue> = { ...answers };
  const families = Map.groupBy(plan, ({ family }) => family);
  const besides = questionsBeside(plan);
  for (const wider of fromNarrowest(plan.filter(({ question }) => question.carries))) {
    if (known[wider.slot] !== undefined || deps.isPassedOver(wider.slot)) continue;
    const narrower = families
      .get(wider.family)
      ?.findLast((one) => isInside(one, wider) && deps.isRelevant(one.slot, known));
    if (!narrower || !carries(besides, narrower, wider, known)) continue;
    const value = known[narrower.slot];
    if (value !== undefined) {
      carried.set(wider.slot, { from: narrower.slot, value });
      known[wider.slot] = value;
    } else if (deps.isPassedOver(narrower.slot) || carried.has(narrower.slot)) {
      carried.set(wider.slot, { from: narrower.slot });
    }
  }
  return carried;
}

/** The same question over a window that lies inside the other's. */
export function isInside(one: QuestionInstance, other: QuestionInstance): boolean {
  return (
    one.family === other.family &&
    one.slot !== other.slot &&
    one.question.scope === 'window' &&
    other.windowFrom <= one.windowFrom &&
    one.windowTo <= other.windowTo
  );
}

function carries(
  besides: (instance: QuestionInstance, key: string) => QuestionInstance | undefined,
  narrower: QuestionInstance,
  wider: QuestionInstance,
  known: Answers,
): boolean {
  const { carries: rule } = wider.question;
  switch (rule?.when) {
    case 'always':
      return true;
    case 'yes':
      return known[narrower.slot] === true;
    case 'same': {
      const [one, other] = [narrower, wider].map((instance) => besides(instance, rule.question));
      const answer = one && known[one.slot];
      return answer !== undefined && other !== undefined && sameValue(answer, known[other.slot]);
    }
    default:
      return false;
  }
}

/** Finds another question that is asked for one of the same reports. In a province's desk there are thousands of them. */
function questionsBeside(plan: readonly QuestionInstance[]) {
  const byReport = new Map<string, QuestionInstance>();
  for (const instance of plan) {
    for (const { assignmentId, question } of instance.serves) {
      byReport.set(`${assignmentId} ${question.key}`, instance);
    }
  }
  return ({ serves }: QuestionInstance, key: string) =>
    serves.map(({ assignmentId }) => byReport.get(`${assignmentId} ${key}`)).find((found) => found);
}

function fromNarrowest(plan: readonly QuestionInstance[]): QuestionInstance[] {
  return plan.toSorted((one, other) =>
    one.windowFrom === other.windowFrom
      ? one.windowTo.localeCompare(other.windowTo)
      : other.windowFrom.localeCompare(one.windowFrom),
  );
}
