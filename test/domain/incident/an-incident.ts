import type { ClockedIncident, ClockedUnit } from '#domain/incident/clocks.ts';
import type { Impact } from '#domain/incident/incident.ts';

/** Files of a department found encrypted at 02:14 on a Saturday; nothing more is known. */
export function anIncident({
  impact,
  ...known
}: Partial<ClockedIncident> & { impact?: Partial<Impact> } = {}): ClockedIncident {
  return {
    status: 'new',
    severity: 'ordinary',
    facts: impact ? { impact: { ...nothingKnown, ...impact } } : {},
    detectedAt: new Date('2026-12-12T02:14:00+07:00'),
    closedAt: null,
    ...known,
  };
}

export const aDepartment: ClockedUnit = { kind: 'department', coordinator: false };

const nothingKnown: Impact = {
  spreading: 'unknown',
  serviceDown: 'unknown',
  dataHarmed: 'unknown',
  personalData: 'unknown',
  beyondCapacity: 'unknown',
};
