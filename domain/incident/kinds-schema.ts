import { z } from 'zod';

const bilingual = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const lines = z.array(z.string().min(1)).min(1);

const incidentKind = z.strictObject({
  /** As the forms and the period's reports count it. */
  key: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'a slug: lower-case letters and hyphens'),
  /** In the words of the forms. */
  label: bilingual,
  /** On a button and in a headline: "Mã hóa dữ liệu". */
  shortLabel: bilingual,
  /** What people call it. */
  words: lines,
  /** What to do, and what not to do, until somebody who handles it is there. */
  firstAid: z.strictObject({ vi: lines, en: lines }),
});

/** A kind of incident of the forms. */
export type IncidentKind = z.infer<typeof incidentKind>;

/** The shape of `kinds.yaml`. */
export const incidentKindsFile = z.strictObject({ kinds: z.array(incidentKind).min(1) });
