import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Form, formSchema, type Question } from '#domain/directives/schema.ts';
import { readXlsform } from '#domain/xlsform/read.ts';
import { writeXlsform } from '#domain/xlsform/write.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';
import { formsThatFit } from '#test/domain/xlsform/generated-forms.ts';

const { directives } = realCatalogue();
const words = { yes: { vi: 'Có', en: 'Yes' }, no: { vi: 'Không', en: 'No' } };

function thereAndBack(form: Form) {
  const read = readXlsform(writeXlsform(form, words), { directives });
  return read.kind === 'read' ? read.form : read.mistakes;
}

describe('a form written as XLSForm and read again is the same form', () => {
  const forms = directives.flatMap((directive) => directive.forms);
  test.each(forms.map((form) => ({ name: `${form.id} ${form.version}`, form })))('$name', ({ form }) => {
    expect(thereAndBack(form)).toEqual(form);
  });

  test('whatever its questions are', () => {
    fc.assert(
      fc.property(formsThatFit, (form) => {
        expect(thereAndBack(form)).toEqual(form);
      }),
      { numRuns: 200 },
    );
  });

  test('the real ones have questions of every type but two, which the generated ones have', () => {
    const types = new Set(forms.flatMap((form) => form.questions).map(({ type }) => type));
    const all: Question['type'][] = [...formSchema.shape.questions.element.shape.type.options];
    expect(all.filter((type) => !types.has(type))).toEqual(['decimal', 'multi-choice']);
  });
});
