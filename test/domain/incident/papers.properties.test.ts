import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadPaperForms } from '#app/load-paper-forms.ts';
import { impactKeys, incidentStatuses, type IncidentFacts } from '#domain/incident/incident.ts';
import { cellsOf, missingCells, optionalCells, paperOf } from '#domain/incident/papers.ts';
import { cellKeys, paperKinds } from '#domain/incident/papers/paper-forms.ts';
import { closedRecord, sampleRecord } from '#test/domain/incident/sample-record.ts';

const forms = loadPaperForms();
const words = fc.string({ minLength: 1 });
const known = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const);
const facts = fc.record(
  {
    kind: words,
    system: fc.record({ name: words, level: fc.integer({ min: 1, max: 5 }) }, { requiredKeys: ['name'] }),
    impact: fc.record(Object.fromEntries(impactKeys.map((key) => [key, known]))),
    since: words,
    done: words,
    contact: words,
    foundBy: words,
  },
  { requiredKeys: [] },
) as fc.Arbitrary<IncidentFacts>;

test('whatever is known: a cell is blank and without a source, or filled and with one', () => {
  const given = fc.record({
    facts,
    description: words,
    status: fc.constantFrom(...incidentStatuses),
    kind: fc.constantFrom(...paperKinds),
    closed: fc.boolean(),
    answered: fc.uniqueArray(fc.constantFrom(...cellKeys)),
  });
  fc.assert(
    fc.property(given, ({ kind, closed, answered, ...incident }) => {
      const { events, ...rest } = closed ? closedRecord() : sampleRecord();
      const answer = { officer: { id: 'an', name: 'An' }, kind: 'paper-answered', text: null } as const;
      const paper = paperOf(forms, kind, {
        ...rest,
        incident: {
          ...rest.incident,
          ...incident,
          paperAnswers: Object.fromEntries(answered.map((key) => [key, '1'])),
        },
        events: [
          ...events,
          ...answered.map((cell) => ({ ...answer, id: cell, at: rest.now, details: { cell } })),
        ],
      });
      for (const { key, value, sources } of cellsOf(paper)) {
        expect(value === undefined || value !== '', key).toBe(true);
        expect(sources.length > 0, key).toBe(value !== undefined);
        if (answered.includes(key)) expect(value, key).toBeDefined();
      }
      const asked = [...missingCells(paper), ...optionalCells(paper)].map(({ key }) => key);
      expect(new Set(asked).size).toBe(asked.length);
      expect(asked.filter((key) => answered.includes(key))).toEqual([]);
    }),
  );
});
