import { describe, expect, test } from 'vitest';
import { clockCode, clockedDuty, clocksInDoubt, clocksOf } from '#domain/incident/clocks.ts';
import { isoInstant } from '#domain/time.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';
import { aDepartment, anIncident } from '#test/domain/incident/an-incident.ts';

const catalogue = realCatalogue();
const nothingOn = realCatalogue([]);

/** "incident-causes until 2026-12-15T02:14:00+07:00", in the order of the files. */
function clocks(incident = anIncident(), { of = nothingOn, unit = aDepartment } = {}): string[] {
  return clocksOf(of, incident, unit).map(
    ({ duty, dueAt }) => `${duty} until ${isoInstant(dueAt, of.zone).slice(0, 16)}`,
  );
}

const duties = (...args: Parameters<typeof clocks>) => clocks(...args).map((line) => line.split(' ')[0]);

describe('the clocks of an incident', () => {
  test('of which nothing is known yet: 72 hours and 5 days from when it was noticed', () => {
    expect(clocks()).toEqual([
      'incident-causes until 2026-12-15T02:14',
      'incident-report until 2026-12-17T02:14',
    ]);
  });

  test('that is severe: at once and 24 hours as well', () => {
    expect(clocks(anIncident({ severity: 'severe' }))).toEqual([
      'incident-immediate until 2026-12-12T03:14',
      'incident-initial until 2026-12-13T02:14',
      'incident-causes until 2026-12-15T02:14',
      'incident-report until 2026-12-17T02:14',
    ]);
  });

  test.each([
    ['a service that is down', { serviceDown: 'yes' } as const, 'incident-immediate'],
    ['personal data among what was read', { personalData: 'yes' } as const, 'personal-data-breach'],
    ['more than the unit can deal with', { beyondCapacity: 'yes' } as const, 'incident-beyond-capacity'],
  ])('%s adds one', (_, impact, added) => {
    const known = duties(anIncident({ impact }));
    expect(known).toHaveLength(3);
    expect(known).toContain(added);
  });

  test('what nobody knows, or what does not hold, starts none', () => {
    const impact = { serviceDown: 'no', personalData: 'unknown', beyondCapacity: 'no' } as const;
    expect(duties(anIncident({ impact }))).toEqual(['incident-causes', 'incident-report']);
  });

  test('what nobody knows yet is in doubt, until somebody does', () => {
    const inDoubt = (incident = anIncident()) =>
      clocksInDoubt(nothingOn, incident, aDepartment).map(({ duty }) => duty);
    const all = ['incident-immediate', 'personal-data-breach', 'incident-beyond-capacity'];
    expect(inDoubt()).toEqual(all);
    expect(inDoubt(anIncident({ severity: 'severe' }))).toEqual(all.slice(1));
    const impact = { serviceDown: 'no', personalData: 'unknown', beyondCapacity: 'yes' } as const;
    expect(inDoubt(anIncident({ impact }))).toEqual(['personal-data-breach']);
    expect(inDoubt(anIncident({ status: 'false-alarm' }))).toEqual([]);
  });

  test('move when it turns out to have been noticed earlier', () => {
    const incident = anIncident({ detectedAt: new Date('2026-12-11T17:30:00+07:00') });
    expect(clocks(incident)).toEqual([
      'incident-causes until 2026-12-14T17:30',
      'incident-report until 2026-12-16T17:30',
    ]);
  });

  test('that is closed: those that run go on, and 5 days for the closing report', () => {
    const closed = anIncident({ status: 'closed', closedAt: new Date('2026-12-12T16:00:00+07:00') });
    expect(clocks(closed)).toEqual([
      'incident-causes until 2026-12-15T02:14',
      'incident-report until 2026-12-17T02:14',
      'incident-closing until 2026-12-17T16:00',
    ]);
  });

  test.each(['false-alarm', 'duplicate'] as const)('none for a %s', (status) => {
    expect(clocks(anIncident({ status, severity: 'severe' }))).toEqual([]);
  });
});

describe('nights, weekends and holidays count', () => {
  test('over the Tết of 2027', () => {
    const incident = anIncident({ severity: 'severe', detectedAt: new Date('2027-02-04T23:50:00+07:00') });
    expect(clocks(incident)).toEqual([
      'incident-immediate until 2027-02-05T00:50',
      'incident-initial until 2027-02-05T23:50',
      'incident-causes until 2027-02-07T23:50',
      'incident-report until 2027-02-09T23:50',
    ]);
  });

  test('over 30 April and 1 May', () => {
    const incident = anIncident({ detectedAt: new Date('2027-04-29T16:45:00+07:00') });
    expect(clocks(incident)[0]).toBe('incident-causes until 2027-05-02T16:45');
  });
});

describe('whose clocks they are', () => {
  test('the decree is in force for what is noticed from 19 August 2026 on', () => {
    const before = anIncident({ detectedAt: new Date('2026-08-18T23:59:00+07:00') });
    expect(duties(before)).toEqual(['incident-report']);
    const since = anIncident({ detectedAt: new Date('2026-08-19T00:00:00+07:00') });
    expect(duties(since)).toEqual(['incident-causes', 'incident-report']);
  });

  test('a province’s own "at once" counts only while its directive is on', () => {
    const incident = anIncident({ impact: { beyondCapacity: 'yes' } });
    expect(duties(incident)).not.toContain('incident-severe');
    expect(clocks(incident, { of: catalogue })).toContain('incident-severe until 2026-12-12T03:14');
    const elsewhere = { of: realCatalogue(['thanh-hoa-22-2015', 'quang-nam-15-2022']) };
    expect(clocksOf(elsewhere.of, anIncident(), aDepartment)).toMatchObject([
      { directive: 'nd-331-2026' },
      { directive: 'qd-05-2017' },
      { directive: 'quang-nam-15-2022', duty: 'incident' },
      { directive: 'thanh-hoa-22-2015', duty: 'incident' },
    ]);
  });

  test('and only for the kinds of unit that it addresses; what binds everywhere binds every unit', () => {
    const incident = anIncident({ severity: 'severe' });
    const of = catalogue;
    const everywhere = ['incident-immediate', 'incident-initial', 'incident-causes', 'incident-report'];
    expect(duties(incident, { of, unit: { kind: 'party-office', coordinator: false } })).toEqual(everywhere);
    expect(duties(incident, { of, unit: { kind: 'department', coordinator: true } })).toEqual(everywhere);
    expect(duties(incident, { of })).toEqual([...everywhere, 'incident-severe']);
  });

  test('each is found with its clause', () => {
    const found = clockedDuty(catalogue, { directive: 'nd-331-2026', duty: 'incident-initial' });
    expect(found?.duty.citation).toBe('Nghị định số 331/2026/NĐ-CP, Điều 31 khoản 2 điểm d');
    expect(clockedDuty(catalogue, { directive: 'nd-331-2026', duty: 'annual-owner' })).toBeUndefined();
    expect(clockedDuty(catalogue, { directive: 'gone', duty: 'incident-initial' })).toBeUndefined();
  });

  test('each has a short name of its own for buttons', () => {
    const refs = catalogue.directives.flatMap(({ id, duties: all }) =>
      all.filter(({ clock }) => clock).map((duty) => ({ directive: id, duty: duty.id })),
    );
    const codes = refs.map(clockCode);
    expect(new Set(codes).size).toBe(codes.length);
    expect(clockCode({ directive: 'nd-331-2026', duty: 'incident-initial' })).toMatch(/^[0-9a-z]{1,7}$/);
  });
});
