import type { Fault } from '#domain/directives/fault.ts';
import type { Directive, DueRule, Duty } from '#domain/directives/schema.ts';
import { parsePeriod, type PeriodKind } from '#domain/period.ts';

/** What the shape of a duty cannot rule out: rules that do not go together, names of what is in none of `directives`. */
export function dutyFaults(duty: Duty, directives: readonly Directive[]): Fault[] {
  return [
    ...kindFaults(duty),
    ...clockFaults(duty),
    ...recordedFaults(duty),
    ...firstPeriodFaults(duty),
    ...addresseeFaults(duty),
    ...relativeDueFaults(duty, directives),
    ...windowFaults(duty, directives),
    ...nameFaults(duty, directives),
  ];
}

/** The kind of period that a recurrence makes; none where nothing recurs. */
const periodKinds: Record<DueRule['recurrence'], Exclude<PeriodKind, 'once'> | undefined> = {
  monthly: 'month',
  quarterly: 'quarter',
  'half-yearly': 'half',
  yearly: 'year',
  'yearly-relative': 'year',
  'before-tet': 'year',
  'tet-days': 'year',
  once: undefined,
  'once-within-month': undefined,
  event: undefined,
};

function kindFaults({ kind, due: { recurrence } }: Duty): Fault[] {
  const hasNoDeadline = recurrence === 'event' || recurrence === 'tet-days';
  if (hasNoDeadline === (kind === 'event')) return [];
  return [
    {
      path: ['kind'],
      reason: `"${recurrence}" goes with ${hasNoDeadline ? 'event' : 'report or milestone'}`,
    },
  ];
}

function clockFaults({ clock, due }: Duty): Fault[] {
  if (!clock || due.recurrence === 'event') return [];
  return [{ path: ['clock'], reason: 'only what is owed when something happens has a clock' }];
}

function recordedFaults({ recordedFrom, form, window }: Duty): Fault[] {
  if (!recordedFrom || (form && window)) return [];
  return [{ path: ['recordedFrom'], reason: 'needs a form to fill in, and a window to fall into' }];
}

function firstPeriodFaults({ due, from }: Duty): Fault[] {
  const kind = periodKinds[due.recurrence];
  if (kind === undefined)
    return from ? [{ path: ['from'], reason: 'there is no first period of what does not recur' }] : [];
  if (!from) return [{ path: ['due'], reason: 'what recurs needs "from", its first period' }];
  if (parsePeriod(from.period)?.kind === kind) return [];
  return [{ path: ['from', 'period'], reason: `${from.period} does not name a ${kind}` }];
}

function addresseeFaults({ addressees: { kinds, byDefault } }: Duty): Fault[] {
  const strays = (byDefault ?? []).filter((kind) => !kinds.includes(kind));
  return strays.map((kind) => ({
    path: ['addressees', 'byDefault'],
    reason: `${kind} is not among the kinds`,
  }));
}

/** It is counted back from a day that does not itself hang on another duty's. */
function relativeDueFaults({ due }: Duty, directives: readonly Directive[]): Fault[] {
  if (due.recurrence !== 'yearly-relative') return [];
  const other = dutyNamed(due.of, directives);
  if (!other) return [{ path: ['due', 'of'], reason: `there is no duty ${due.of}` }];
  if (other.due.recurrence === 'yearly') return [];
  return [{ path: ['due', 'of'], reason: `${due.of} is not due on a day of every year` }];
}

/** A window is taken from a duty with the same kind of period that does not take it from yet another one. */
function windowFaults({ window, due }: Duty, directives: readonly Directive[]): Fault[] {
  if (window?.rule !== 'same-as') return [];
  const path = ['window', 'duty'];
  const other = dutyNamed(window.duty, directives);
  if (!other) return [{ path, reason: `there is no duty ${window.duty}` }];
  if (other.window?.rule === 'same-as') {
    return [{ path, reason: `${window.duty} takes its window from ${other.window.duty}: name that one` }];
  }
  if (periodKinds[other.due.recurrence] === periodKinds[due.recurrence]) return [];
  return [{ path, reason: `${window.duty} does not recur as this duty does` }];
}

function nameFaults({ form, oneReportWith }: Duty, directives: readonly Directive[]): Fault[] {
  const faults: Fault[] = [];
  if (form && !directives.some(({ forms }) => forms.some(({ id }) => id === form.id))) {
    faults.push({ path: ['form', 'id'], reason: `there is no form ${form.id}` });
  }
  if (oneReportWith && !dutyNamed(oneReportWith, directives)) {
    faults.push({ path: ['oneReportWith'], reason: `there is no duty ${oneReportWith}` });
  }
  return faults;
}

function dutyNamed(name: string, directives: readonly Directive[]): Duty | undefined {
  for (const directive of directives) {
    const duty = directive.duties.find(({ id }) => `${directive.id}/${id}` === name);
    if (duty) return duty;
  }
  return undefined;
}
