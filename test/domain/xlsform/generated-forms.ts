import fc from 'fast-check';
import { formFaults } from '#domain/directives/form-consistency.ts';
import { type Condition, type Form, formSchema, type Question } from '#domain/directives/schema.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';

const { directives } = realCatalogue();
const ids = directives.map(({ id }) => id);

/** Words as people write them, with quotes, line breaks and whatever a spreadsheet might take for a formula. */
const words = fc
  .string({ unit: fc.constantFrom(...'aăđêợ Ữ09"\'=+-<>&\n$_{}.,:'), minLength: 1, maxLength: 20 })
  .filter((text) => text.trim() !== '');
const bilingual = fc.record({ vi: words, en: words });
const key = fc.stringMatching(/^[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}$/).filter((text) => text.length < 14);
const options = fc.uniqueArray(fc.record({ key, label: bilingual }), {
  selector: (option) => option.key,
  minLength: 2,
  maxLength: 5,
});
const limits = fc
  .tuple(fc.option(fc.integer({ min: -50, max: 50 })), fc.option(fc.integer({ min: 51, max: 900 })))
  .map(([min, max]) => ({ ...(min === null ? {} : { min }), ...(max === null ? {} : { max }) }));

const shape = fc.oneof(
  fc
    .record({ type: fc.constantFrom('integer', 'decimal', 'percent'), limits })
    .map((one) => ({ type: one.type, ...one.limits })),
  fc.constant({ type: 'yes-no' }),
  fc.record({ type: fc.constantFrom('choice', 'multi-choice'), options }),
  fc.record({ type: fc.constant('date'), dateRule: fc.constantFrom('in-window', 'not-future') }),
  fc.constantFrom({ type: 'text' }, { type: 'text', maxLength: 300 }),
  fc.record({ parts: options, limits }).map((one) => ({ type: 'numbers', parts: one.parts, ...one.limits })),
);

const question = fc
  .record({
    ...{ key, shape, label: bilingual, shortLabel: bilingual, help: bilingual, example: words },
    scope: fc.constantFrom('stock', 'window'),
    required: fc.boolean(),
    askedBy: fc.option(fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 2 })),
    clause: fc.record({ citation: words, source: fc.constantFrom('text', 'default', 'product') }),
  })
  .map(
    ({ shape: more, askedBy, ...rest }) =>
      ({ ...rest, ...more, ...(askedBy ? { askedBy } : {}) }) as Question,
  );

/** Forms that a YAML file could hold, with the rules in the order of their questions. */
export const formsThatFit: fc.Arbitrary<Form> = fc
  .record({
    ...{ id: key, version: fc.integer({ min: 1, max: 9 }), title: bilingual },
    questions: fc.uniqueArray(question, { selector: (one) => one.key, minLength: 1, maxLength: 6 }),
    seed: fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20), bilingual), { maxLength: 5 }),
  })
  .map(({ seed, questions, ...form }) => {
    const linked = questions.map((one, index) => ({ ...one, ...conditionsOf(questions, index, seed) }));
    const rules = seed
      .map(([one, other, kind, message]) => ruleOf(questions, [one, other, kind], message))
      .toSorted((one, other) => placeOf(questions, one.question) - placeOf(questions, other.question));
    return { ...form, questions: linked, rules } as unknown as Form;
  })
  .filter((form) => formFaults(form, directives).length === 0)
  .map((form) => formSchema.parse(form));

type Seed = [number, number, number, { vi: string; en: string }][];

function placeOf(questions: Question[], name: string): number {
  return questions.findIndex((one) => one.key === name);
}

/** Each question may look at the one before it. */
function conditionsOf(questions: Question[], index: number, seed: Seed): { relevant?: Condition[] } {
  const before = questions[index - 1];
  const [kind = 0, value = 0] = seed[index] ?? [];
  if (!before || kind % 2 === 0) return {};
  const condition = conditionOn(before, kind, value);
  return { relevant: kind % 3 === 0 ? [condition, { question: before.key, is: 'answered' }] : [condition] };
}

function conditionOn(
  { key: name, type, options: list = [] }: Question,
  kind: number,
  value: number,
): Condition {
  const chosen = list[value % Math.max(list.length, 1)]?.key ?? '';
  switch (type) {
    case 'yes-no':
      return { question: name, is: kind % 4 === 1 ? 'equal' : 'not-equal', value: value % 2 === 0 };
    case 'choice':
      return { question: name, is: kind % 4 === 1 ? 'equal' : 'not-equal', value: chosen };
    case 'multi-choice':
      return { question: name, is: 'includes', value: chosen };
    case 'integer':
    case 'decimal':
    case 'percent':
      return { question: name, is: (['equal', 'greater', 'less'] as const)[kind % 3] ?? 'less', value };
    case 'numbers':
      return { question: name, is: kind % 4 === 1 ? 'greater' : 'less', value };
    default:
      return { question: name, is: 'answered' };
  }
}

function ruleOf(questions: Question[], [one, other, kind]: [number, number, number], message: object) {
  const [first, second] = [one, other].map((place) => questions[place % questions.length]?.key ?? '');
  if (kind % 3 === 0) return { rule: 'must-be', question: first ?? '', value: other % 2 === 0, message };
  const rule = kind % 3 === 1 ? 'not-more-than' : 'parts-add-up-to';
  return { rule, question: first ?? '', other: second, message };
}
