import { describe, expect, test } from 'vitest';
import { mayConfirmFiling, unitsReportedFor, viewScope } from '#domain/access.ts';
import { owes, ownersOf } from '#domain/duty-owner.ts';
import type { Duty } from '#domain/directives/schema.ts';
import type { Officer, PositionKind, Unit } from '#domain/organisation.ts';

const finance: Unit = { id: 'f', code: 'STC', name: 'Sở Tài chính', kind: 'department', coordinator: false };
const science: Unit = { id: 's', code: 'SKHCN', name: 'Sở KH&CN', kind: 'department', coordinator: true };

function holding(...held: [PositionKind, Unit][]): Officer {
  const positions = held.map(([kind, unit]) => ({ kind, unit }));
  return { id: 'o', name: 'Trần Thị Bình', language: 'vi', positions };
}

describe('who sees what', () => {
  test('a coordinator sees all, a head what is theirs, a reporter no list', () => {
    expect(viewScope(holding(['coordinator', science]))).toEqual({ kind: 'all' });
    expect(viewScope(holding(['head', finance]))).toEqual({ kind: 'below', unitIds: ['f'] });
    expect(viewScope(holding(['reporter', finance]))).toEqual({ kind: 'none' });
    expect(viewScope(holding())).toEqual({ kind: 'none' });
  });

  test('the name of coordinator at a unit that does not hold the role gives nothing', () => {
    const officer = holding(['coordinator', finance]);
    expect(viewScope(officer)).toEqual({ kind: 'none' });
    expect(mayConfirmFiling(officer)).toBe(false);
    expect(unitsReportedFor(officer)).toEqual([]);
  });

  test('only a coordinator confirms a paper; reporters fill in for each of their units', () => {
    expect(mayConfirmFiling(holding(['coordinator', science]))).toBe(true);
    expect(mayConfirmFiling(holding(['head', finance]))).toBe(false);
    expect(
      unitsReportedFor(holding(['reporter', finance], ['coordinator', science], ['head', finance])),
    ).toEqual(['f', 's']);
  });
});

describe('who owes a duty', () => {
  const duty = (value: string, kinds: string[], also?: string[]) =>
    ({ owedBy: { value, also, source: 'text' }, addressees: { kinds, source: 'text' } }) as unknown as Duty;

  test('an agency duty is never the coordinator’s, and a coordinator duty nobody else’s', () => {
    const agency = duty('agency', ['department']);
    expect([owes(agency, finance), owes(agency, science)]).toEqual([true, false]);
    const coordinator = duty('coordinator', []);
    expect([owes(coordinator, finance), owes(coordinator, science)]).toEqual([false, true]);
  });

  test('only the kinds of unit that the text addresses', () => {
    expect(owes(duty('agency', ['district']), finance)).toBe(false);
  });

  test('a duty of both is owed by both', () => {
    expect(ownersOf(duty('agency', ['department'], ['coordinator']))).toEqual([
      { coordinator: false, kinds: ['department'] },
      { coordinator: true, kinds: 'any' },
    ]);
  });
});
