import { z } from 'zod';
import { impactKeys, type ImpactKey, type Known } from '#domain/incident/incident.ts';
import type { IncidentKind } from '#domain/incident/kinds-schema.ts';

/** What incidents go by, as it was read from data files: kinds, severity, whom to alert when, when to ask again. */
export interface IncidentRules extends Omit<IncidentRulesFile, 'severity'> {
  kinds: readonly IncidentKind[];
  severity: { rules: readonly SeverityRule[]; otherwise: Said };
}

const bilingual = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const source = z.enum(['text', 'default', 'product']);
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:mm');
const minutes = (most: number) => z.int().min(0).max(most);

/** A text in both languages; `citation` where a document says so. */
interface Said {
  text: { vi: string; en: string };
  citation?: string | undefined;
}

/** When a rule of severity holds. What nobody has said yet counts as `unknown`, for the kind as for the impact. */
export type SeverityCondition =
  | { all: SeverityCondition[] }
  | { any: SeverityCondition[] }
  | { kindIs: string[] }
  | { systemLevelAtLeast: number }
  | { impact: ImpactKey; is: Known[] };

const condition: z.ZodType<SeverityCondition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ kindIs: z.array(z.string().min(1)).min(1) }),
    z.strictObject({ systemLevelAtLeast: z.int().min(1).max(5) }),
    z.strictObject({
      impact: z.enum(impactKeys),
      is: z.array(z.enum(['yes', 'no', 'unknown'])).min(1),
    }),
  ]),
);

const severityRule = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'a slug: lower-case letters, digits and hyphens'),
  when: condition,
  /** Why, as people are told. */
  text: bilingual,
  citation: z.string().min(1).optional(),
  /** The rule is of this directive: its citation is shown only where that is on. */
  directive: z.string().min(1).optional(),
  source,
});
/** An incident for which it holds is severe. */
type SeverityRule = z.infer<typeof severityRule>;

const recipient = z.strictObject({
  position: z.enum(['head', 'responder', 'coordinator', 'reporter', 'administrator']),
  /** At the incident's unit, at every unit above it, or at every unit that holds the coordinator role. */
  at: z.enum(['unit', 'above', 'coordinator']),
});
export type StepRecipient = z.infer<typeof recipient>;

const step = z.strictObject({
  /** Counted from the beginning of its round. */
  afterMinutes: minutes(7 * 24 * 60),
  to: z.array(recipient).min(1),
  /** `wake` at any hour; `wait` for the end of the night. */
  atNight: z.enum(['wake', 'wait']),
});

const policy = z.strictObject({
  /** How often the steps are gone through while nobody has taken the incident on. */
  rounds: z.int().min(1).max(20),
  /** From the last step of a round to the beginning of the next. */
  minutesBetweenRounds: minutes(24 * 60).min(1),
  steps: z
    .array(step)
    .min(1)
    .refine(
      (steps) => steps.every(({ afterMinutes }, at) => afterMinutes >= (steps[at - 1]?.afterMinutes ?? 0)),
      'the steps stand in the order of their minutes',
    ),
});
export type EscalationPolicy = z.infer<typeof policy>;

/** Whom an incident is told to, and when, by its severity: the default, or a unit's own. */
export const escalationPolicies = z.strictObject({ severe: policy, ordinary: policy });
export type EscalationPolicies = z.infer<typeof escalationPolicies>;

const night = z.strictObject({ from: timeOfDay, to: timeOfDay, waitUntil: timeOfDay });
/** What waits for the end of the night, from `from` on and before `to`, comes at `waitUntil`. */
export type Night = z.infer<typeof night>;

const askedAgain = z.strictObject({
  /** An incident that is being handled is asked about when nobody has written for so long. */
  afterMinutes: z
    .int()
    .min(1)
    .max(7 * 24 * 60),
  /** Only this time of working days counts, and only then it is asked; absent: all of it, at any hour. */
  within: z.strictObject({ from: timeOfDay, to: timeOfDay }).optional(),
});
export type AskedAgain = z.infer<typeof askedAgain>;

/** The shape of `rules.yaml`. */
export const incidentRulesFile = z.strictObject({
  severity: z.strictObject({
    rules: z.array(severityRule).min(1),
    otherwise: z.strictObject({ text: bilingual }),
  }),
  escalation: escalationPolicies,
  night,
  askedAgain: z.strictObject({
    severe: askedAgain,
    ordinary: askedAgain,
    /** So many questions without an answer, and everyone is alerted from the first step again. */
    timesBeforeEscalating: z.int().min(1).max(10),
  }),
});
type IncidentRulesFile = z.infer<typeof incidentRulesFile>;

/** Kinds that the rules of severity name; each has to be one that there is, or `unknown`. */
export function kindsNamedIn(when: SeverityCondition): string[] {
  if ('all' in when) return when.all.flatMap(kindsNamedIn);
  if ('any' in when) return when.any.flatMap(kindsNamedIn);
  return 'kindIs' in when ? when.kindIs : [];
}
