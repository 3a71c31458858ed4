import type { Unit } from '#domain/organisation.ts';
import { words } from '#domain/vietnamese.ts';

/** The unit that a text names, by its code or its whole name, without diacritics too; of several the longest name. */
export function unitNamed<T extends Pick<Unit, 'code' | 'name'>>(
  text: string,
  units: readonly T[],
): T | undefined {
  const said = ` ${words(text).join(' ')} `;
  const found = units
    .map((unit) => ({ unit, called: [unit.name, unit.code].map((name) => words(name).join(' ')) }))
    .flatMap(({ unit, called }) => called.map((name) => ({ unit, name })))
    .filter(({ name }) => name !== '' && said.includes(` ${name} `))
    .sort((one, other) => other.name.length - one.name.length);
  return found[0]?.unit;
}
