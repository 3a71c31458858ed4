import { z } from 'zod';

const bilingual = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
/** What fits a button on the narrowest phone. */
const onAButton = z.string().min(1).max(28);
const phrases = z.array(z.string().regex(/^[^,\n]+$/, 'a phrase without commas')).min(1);
const lines = z.array(z.string().min(1).max(120)).min(3).max(5);

const incidentKind = z.strictObject({
  /** As the forms and the period's reports count it. */
  key: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'a slug: lower-case letters and hyphens'),
  /** In the words of the forms. */
  label: bilingual,
  /** On a button and in a headline: "Mã hóa dữ liệu". */
  shortLabel: z.strictObject({ vi: onAButton, en: onAButton }),
  /** What people write about one, with marks; read without them too. */
  words: phrases,
  /** What to do, and what not to do, until somebody who handles it is there; three to five lines. */
  firstAid: z.strictObject({ vi: lines, en: lines }),
});

/** A kind of incident of the forms. "Chưa rõ" is the answer `unknown` and no kind. */
export type IncidentKind = z.infer<typeof incidentKind>;

/** The shape of `kinds.yaml`. */
export const incidentKindsFile = z.strictObject({
  kinds: z
    .array(incidentKind)
    .min(1)
    .refine((kinds) => new Set(kinds.map(({ key }) => key)).size === kinds.length, 'each key stands once')
    .refine((kinds) => kinds.some(({ key }) => key === 'other'), 'one kind is called "other"'),
});
