import { z } from 'zod';

/**
 * The shape of one file in `domain/directives/`: a source document and what it obliges whom to do.
 * Every field of a duty says where it comes from (`source`): `text` — the directive says so; `default` — the
 * text is silent and an administrator may set it; `product` — a service of ours that no text demands.
 */

const source = z.enum(['text', 'default', 'product']);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a slug: lower-case letters, digits and hyphens');
const day = z.iso.date();
const monthDay = z
  .string()
  .regex(
    /^((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|1\d|2[0-8]))$/,
    'a day that every year has: MM-DD',
  );
const dutyId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'directive-id/duty-id');
const bilingual = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });

/** Kinds of unit that a duty can be addressed to. */
export const unitKinds = [
  'province-committee', // UBND tỉnh
  'department', // sở
  'board', // ban, ngành
  'mass-organisation', // đoàn thể
  'association', // hội
  'district', // huyện, thị xã, thành phố (đến 30/6/2025)
  'commune', // xã, phường
  'party-office', // Văn phòng Tỉnh ủy
  'central-agency', // cơ quan Trung ương đóng trên địa bàn
  'provincial-police', // Công an tỉnh
  'provincial-military', // Bộ Chỉ huy quân sự tỉnh
  'telecom-company', // doanh nghiệp viễn thông, Internet
  'security-company', // doanh nghiệp an toàn thông tin
  'office', // văn phòng UBND tỉnh
  'portal-unit', // cổng thông tin điện tử thuộc văn phòng
  'sub-unit', // phòng, ban, trung tâm trực thuộc
] as const;
export type UnitKind = (typeof unitKinds)[number];

const owedBy = z.enum(['agency', 'coordinator', 'chair', 'portal-unit', 'provincial-police', 'company']);

/** What a time limit may hang on; each is known of an incident, or not. */
const clockConditions = ['severe', 'service-down', 'personal-data', 'beyond-capacity'] as const;
export type ClockCondition = (typeof clockConditions)[number];

/** What `before` means: strictly before 00:00 of that day; the last day is the day before it. */
const due = z.discriminatedUnion('recurrence', [
  z.strictObject({ recurrence: z.literal('monthly'), beforeDay: z.int().min(1).max(28), source }),
  /** Before that day of the months 3, 6, 9 and 12. */
  z.strictObject({ recurrence: z.literal('quarterly'), beforeDay: z.int().min(1).max(28), source }),
  /** Two days a year, for the first and for the second half: `['07-01', '01-01']`. */
  z.strictObject({
    recurrence: z.literal('half-yearly'),
    before: z.tuple([monthDay, monthDay]),
    /** Which halves are owed, both unless it says so: `[1]` where a yearly report takes the second half in. */
    halves: z
      .array(z.union([z.literal(1), z.literal(2)]))
      .min(1)
      .optional(),
    source,
  }),
  z.strictObject({ recurrence: z.literal('yearly'), before: monthDay, source }),
  /** So many working days before another duty's base (the last working day on or before its last day). */
  z.strictObject({
    recurrence: z.literal('yearly-relative'),
    workingDaysBefore: z.int().min(1).max(60),
    of: dutyId,
    source,
  }),
  z.strictObject({ recurrence: z.literal('once'), before: day, source }),
  /** "chậm nhất trong tháng 9/2024": to the end of that month, `2024-09`. */
  z.strictObject({
    recurrence: z.literal('once-within-month'),
    month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'YYYY-MM'),
    source,
  }),
  /** The last working day before each Tết holiday. */
  z.strictObject({ recurrence: z.literal('before-tet'), source }),
  /** Each day of the Tết holiday, at an hour. */
  z.strictObject({
    recurrence: z.literal('tet-days'),
    at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:mm'),
    source,
  }),
  /** When something happens: the words say when. */
  z.strictObject({ recurrence: z.literal('event'), when: bilingual, source }),
]);

/**
 * From when to when the figures count. `since-previous-deadline`: from the day of the previous deadline to the
 * last day of this one. `same-as`: the window of another duty of the same period (the province's report takes its
 * agencies'). `calendar`: the calendar year or half-year that the period is named after. `yearly`: from that day
 * of the year before to the day before it in the year of the period (`12-15`: 15/12/2025–14/12/2026 for `2026`).
 * `once`: from that day to the last day. A duty without a window asks how things stand, since no day in particular.
 */
const window = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('since-previous-deadline'), source }),
  z.strictObject({ rule: z.literal('same-as'), duty: dutyId, source }),
  z.strictObject({ rule: z.literal('calendar'), source }),
  z.strictObject({ rule: z.literal('yearly'), from: monthDay, source }),
  z.strictObject({ rule: z.literal('once'), from: day, source }),
]);

/** Steps of reminding; the default of each kind of duty is in `domain/reminder-plan.ts`. */
const cadence = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('report'), source }),
  z.strictObject({ rule: z.literal('milestone'), source }),
  z.strictObject({ rule: z.literal('none'), source }),
  z.strictObject({
    rule: z.literal('custom'),
    workingDaysBefore: z.array(z.int().min(0)),
    baseAfternoon: z.boolean(),
    overdueWorkingDays: z.array(z.int().min(1)),
    source,
  }),
]);

/**
 * The time limit of an event duty, which runs for each incident that it applies to. `at-once` where the text names no
 * hours; days are calendar days of 24 hours. None of them stops for nights, weekends or holidays.
 */
const clock = z.strictObject({
  limit: z.strictObject({
    value: z.union([
      z.literal('at-once'),
      z.strictObject({ hours: z.int().min(1).max(240) }),
      z.strictObject({ days: z.int().min(1).max(60) }),
    ]),
    source,
  }),
  /** Runs from when it was noticed, or from when it was closed. */
  from: z.strictObject({ value: z.enum(['detection', 'closing']), source }),
  /** To every incident, or to those of which one of these is known to hold. */
  appliesTo: z.strictObject({
    value: z.union([z.literal('every-incident'), z.array(z.enum(clockConditions)).min(1)]),
    source,
  }),
  /** What is to be done, to stand after "còn 4 giờ để …". */
  what: bilingual,
});

const duty = z.strictObject({
  id: slug,
  /** `report` and `milestone` have a date; `event` is owed when something happens. */
  kind: z.enum(['report', 'milestone', 'event']),
  name: bilingual,
  /** What a person calls it in a list: "Báo cáo tháng". */
  shortName: bilingual,
  /** `also`: others who owe the same, each for their own part ("coordinator, for shared systems"). */
  owedBy: z.strictObject({ value: owedBy, also: z.array(owedBy).min(1).optional(), source }),
  /**
   * All kinds of unit that owe it; none where whoever holds the role of `owedBy` owes it. `byDefault` lists those of
   * `kinds` that the text does not name (communes, since there are no districts), whatever `source` says of the rest.
   */
  addressees: z.strictObject({
    kinds: z.array(z.enum(unitKinds)),
    byDefault: z.array(z.enum(unitKinds)).min(1).optional(),
    source,
  }),
  /** Whom it goes to; none where the text names nobody. `role` when it is a role in the system, `name` as shown. */
  recipient: z.strictObject({ role: z.enum(['coordinator', 'none']), name: bilingual, source }).optional(),
  /** Document number, date and point, as a person cites it. */
  citation: z.string().min(1),
  /** Exact words of the document, as scanned; none where only its content is known to us. */
  quote: z.string().min(1).optional(),
  /** The quote with the scan's reading errors mended, where it has any. */
  correctedQuote: z.string().min(1).optional(),
  due,
  /** The first period. Deadlines before it do not exist. */
  from: z.strictObject({ period: z.string(), source }).optional(),
  window: window.optional(),
  cadence,
  /** For an event duty with a time limit. */
  clock: clock.optional(),
  /** The form's id, in this file or another; without one the duty is met by recording how it was sent. */
  form: z.strictObject({ id: slug, source }).optional(),
  /** A drill that was held and closed by chat may be recorded as this. */
  recordedFrom: z.strictObject({ value: z.literal('drill'), source }).optional(),
  /** Another duty that the same report meets: "một báo cáo chung". */
  oneReportWith: dutyId.optional(),
  /** Said beside the duty: "ngày 31/10/2022 có trước ngày ban hành văn bản", "dự thảo, tỉnh ký". */
  note: bilingual.optional(),
});

const condition = z.strictObject({
  question: slug,
  /** For a yes-no question `value` is true or false; for a choice its key; `includes` is for multi-choice. */
  is: z.enum(['equal', 'not-equal', 'greater', 'less', 'includes', 'answered']),
  value: z.union([z.number(), z.boolean(), z.string()]).optional(),
});

const option = z.strictObject({ key: slug, label: bilingual });

const question = z.strictObject({
  key: slug,
  type: z.enum([
    'integer',
    'decimal',
    'percent',
    'yes-no',
    'choice',
    'multi-choice',
    'date',
    'text',
    'numbers',
  ]),
  /** `stock`: how it stands on the day of sending. `window`: what happened within the data window. */
  scope: z.enum(['stock', 'window']),
  label: bilingual,
  /** A short word for lists and summaries: "Hệ thống đã duyệt cấp độ". */
  shortLabel: bilingual,
  help: bilingual,
  /** An answer as a person would type it. */
  example: z.string().min(1),
  required: z.boolean().default(true),
  min: z.number().optional(),
  max: z.number().optional(),
  /** For text: longest answer, in characters. */
  maxLength: z.int().min(1).max(2000).optional(),
  /** For choice and multi-choice. */
  options: z.array(option).min(2).optional(),
  /** For numbers: what each of them counts, in the order in which one message may give them. */
  parts: z.array(option).min(2).max(12).optional(),
  /** For date: must it lie inside the data window, or only not in the future? */
  dateRule: z.enum(['in-window', 'not-future']).optional(),
  /** All must hold, else the question is not asked and has no answer. */
  relevant: z.array(condition).optional(),
  /**
   * For what happened within a window: when an answer for a narrower window (the month's) is also that for a wider one
   * around it (the quarter's, the year's), so that it is asked once. `always`: the latest day, a description. `yes`: what was done in the
   * month was done in the year. `same`: where both windows have the same answer to that question, as the same incidents.
   */
  carries: z
    .discriminatedUnion('when', [
      z.strictObject({ when: z.enum(['always', 'yes']) }),
      z.strictObject({ when: z.literal('same'), question: slug }),
    ])
    .optional(),
  /** For what happened within a window: the answer when nothing did ("Không phát sinh"). Without it, it is asked all the same. */
  whenNothing: z.union([z.number(), z.boolean(), z.array(z.number())]).optional(),
  /** Directives that want it asked: left out when none of them is on. Without it, asked whenever the form is. */
  askedBy: z.array(slug).min(1).optional(),
  /** The clause that asks for it; where no text does, `source` says default or product. */
  clause: z.strictObject({ citation: z.string().min(1), source }),
});

/** A rule, most often across questions: checked when the later of them is answered and again before sending. */
const rule = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('not-more-than'), question: slug, other: slug, message: bilingual }),
  z.strictObject({ rule: z.literal('parts-add-up-to'), question: slug, other: slug, message: bilingual }),
  /** Nothing is sent while it is otherwise: a task that is not done yet is not reported as done. */
  z.strictObject({ rule: z.literal('must-be'), question: slug, value: z.boolean(), message: bilingual }),
]);

/** What is asked for one kind of report; a file may also hold nothing but `forms`. */
export const formSchema = z.strictObject({
  id: slug,
  version: z.int().min(1),
  title: bilingual,
  questions: z.array(question).min(1),
  rules: z.array(rule).default([]),
});

export const directiveSchema = z.strictObject({
  id: slug,
  document: z.strictObject({
    number: z.string().min(1),
    date: day,
    kind: bilingual,
    authority: bilingual,
    subject: bilingual,
  }),
  /** On when DIRECTIVES is not set. */
  onByDefault: z.boolean(),
  /**
   * In force everywhere for incidents noticed on that day or later: its clocks run whether or not it is switched on for its
   * reports. Without this, they run only while it is on, as those of a province's own document do.
   */
  incidentClocksFrom: z.strictObject({ day, source }).optional(),
  /** Shown beside everything that this directive asks for, e.g. that it is an example of another province. */
  note: bilingual.optional(),
  duties: z.array(duty).min(1),
  forms: z.array(formSchema).default([]),
});

export type Source = z.infer<typeof source>;
export type Bilingual = z.infer<typeof bilingual>;
export type Directive = z.infer<typeof directiveSchema>;
export type Duty = z.infer<typeof duty>;
export type DueRule = z.infer<typeof due>;
export type WindowRule = z.infer<typeof window>;
export type ClockRule = z.infer<typeof clock>;
export type Cadence = z.infer<typeof cadence>;
export type OwedBy = z.infer<typeof owedBy>;
export type Form = z.infer<typeof formSchema>;
export type Question = z.infer<typeof question>;
export type Condition = z.infer<typeof condition>;
export type FormRule = z.infer<typeof rule>;
