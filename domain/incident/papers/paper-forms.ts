import { z } from 'zod';
import { impactKeys, incidentStatuses } from '#domain/incident/incident.ts';

/** The two papers: the initial report (Biểu mẫu 03) and the closing report (Biểu mẫu 04) of Thông tư 20/2017/TT-BTTTT. */
export const paperKinds = ['first', 'closing'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Every cell that the record knows how to fill, or that may be asked for; the file says which form has which. */
export const cellKeys = [
  'org-name',
  'org-address',
  'org-phone',
  'org-email',
  'contact-name',
  'contact-title',
  'contact-phone',
  'contact-email',
  'first-report',
  'operator',
  'owner',
  'system-name',
  'system-level',
  'security-provider',
  'connection-provider',
  'description',
  'detected-date',
  'detected-time',
  'current-state',
  'found-by',
  'told',
  'os-version',
  'services',
  'measures',
  'ip-addresses',
  'domains',
  'purpose',
  'attachments',
  'keep-secret',
  'proposals',
  'report-time',
  'result',
] as const;
export type CellKey = (typeof cellKeys)[number];

const text = z.string().min(1);
const bilingual = z.strictObject({ vi: text, en: text });
const known = z.strictObject({ yes: text, no: text, unknown: text });

const cell = z.strictObject({
  key: z.enum(cellKeys),
  /** `vi` as the form has it. */
  label: bilingual,
  /** What people call it in Vietnamese, where its place in the form is not seen: "Email" is whose? */
  spoken: text.optional(),
  /** The form marks it with an asterisk. */
  required: z.boolean().default(false),
  /** No asterisk, but nobody would sign the paper without it: asked for along with the required ones. */
  wanted: z.boolean().default(false),
  /** How it is asked for in a chat; without it, it is filled in in the draft itself. */
  ask: z
    .strictObject({
      question: bilingual,
      answer: z.enum(['text', 'phone', 'email', 'level', 'yes-no']).default('text'),
      /** The same for every incident of a unit: asked once. */
      remember: z.literal('unit').optional(),
    })
    .optional(),
});

const paperForm = z.strictObject({
  /** As people cite it: "Biểu mẫu 03". */
  form: text,
  title: text,
  name: bilingual,
  /** Where the form stands. */
  source: text,
  /** What the file is called, before the incident's number. */
  file: z.string().regex(/^[a-z0-9-]+$/),
  sections: z
    .array(z.strictObject({ title: text.optional(), cells: z.array(cell).min(1) }))
    .min(1)
    .refine((sections) => {
      const keys = sections.flatMap(({ cells }) => cells.map(({ key }) => key));
      return new Set(keys).size === keys.length;
    }, 'each cell stands once'),
});

/** The shape of `forms.yaml`. */
export const paperFormsSchema = z.strictObject({
  heading: z.strictObject({
    country: text,
    motto: text,
    draft: text,
    drill: text,
    number: text,
    place: text,
    to: text,
    recipients: z.array(text).min(1),
    signature: z.array(text).min(1),
    /** What stands in a cell that nobody has filled. */
    blank: text,
    required: text,
  }),
  /** What the record is turned into; `{name}` is where something stands. */
  words: z.strictObject({
    time: text,
    moment: text,
    level: text,
    answer: z.strictObject({ yes: text, no: text }),
    kind: text,
    since: text,
    severity: z.strictObject({ severe: text, ordinary: text }),
    status: z.record(z.enum(incidentStatuses), text),
    reported: text,
    impact: z.record(z.enum(impactKeys), known),
    done: text,
    update: text,
    told: text,
    mentioned: text,
    attachments: text,
    photos: text,
    voices: text,
    closing: z.strictObject({ cause: text, damage: text, measures: text, lessons: text }),
  }),
  papers: z.strictObject({ first: paperForm, closing: paperForm }),
});

/** The forms as the file gives them: the official wording, and how the record is put into words for them. */
export type PaperForms = z.infer<typeof paperFormsSchema>;
export type FormCell = z.infer<typeof cell>;
export type PaperWords = PaperForms['words'];
