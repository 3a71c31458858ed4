import { dutyFaults } from '#domain/directives/duty-consistency.ts';
import { below, type DirectiveFault, type Fault } from '#domain/directives/fault.ts';
import { formFaults } from '#domain/directives/form-consistency.ts';
import type { Directive } from '#domain/directives/schema.ts';
import { sharedQuestionFaults } from '#domain/directives/shared-questions.ts';

/** What is wrong within and between directives that fit the schema; none when they can be relied on. */
export function faultsIn(directives: readonly Directive[]): DirectiveFault[] {
  const own = directives.flatMap((directive, index) => {
    const others = directives.slice(0, index);
    const faults = [
      ...takenIds(directive, others),
      ...directive.duties.flatMap((duty, at) => below(['duties', at], dutyFaults(duty, directives))),
      ...directive.forms.flatMap((form, at) => below(['forms', at], formFaults(form, directives))),
    ];
    return faults.map((fault) => ({ directive: index, ...fault }));
  });
  return [...own, ...sharedQuestionFaults(directives)];
}

function takenIds(directive: Directive, earlier: readonly Directive[]): Fault[] {
  const directives = earlier.map(({ id }) => id);
  const formsSoFar = earlier.flatMap(({ forms }) => forms.map(formName));
  return [
    ...repeated([...directives, directive.id], directives.length).map(({ name }) => ({
      path: ['id'],
      reason: `the directive ${name} exists already`,
    })),
    ...repeated(directive.duties.map(({ id }) => id)).map(({ name, at }) => ({
      path: ['duties', at, 'id'],
      reason: `the duty ${name} exists already in this directive`,
    })),
    ...repeated([...formsSoFar, ...directive.forms.map(formName)], formsSoFar.length).map(({ name, at }) => ({
      path: ['forms', at, 'id'],
      reason: `the form ${name} exists already`,
    })),
  ];
}

function formName({ id, version }: { id: string; version: number }): string {
  return `${id} in version ${version}`;
}

/** The names from `start` on that stand earlier in the list as well; `at` counts from `start`. */
function repeated(names: readonly string[], start = 0): { name: string; at: number }[] {
  return names
    .map((name, index) => ({ name, index, at: index - start }))
    .filter(({ name, index, at }) => at >= 0 && names.indexOf(name) < index);
}
