import { fileURLToPath } from 'node:url';
import { incidentKindsFile } from '#domain/incident/kinds-schema.ts';
import { type IncidentRules, incidentRulesFile, kindsNamedIn } from '#domain/incident/rules-schema.ts';
import { DataFileError, readYaml, readYamlFile } from '#app/yaml-file.ts';

/**
 * Reads what incidents go by: `domain/incident/rules.yaml` and `kinds.yaml`, or files of the same shapes. A rule of severity that
 * cites a directive which is off stays, as a rule of the product's own.
 * @throws DataFileError that lists every mistake with its line
 */
export function loadIncidentRules(
  on: ReadonlySet<string>,
  { rulesFile = ownRules, kindsFile = ownKinds }: { rulesFile?: string; kindsFile?: string } = {},
): IncidentRules {
  const { kinds } = readYaml(kindsFile, incidentKindsFile);
  const read = readYamlFile(rulesFile, incidentRulesFile);
  if ('mistakes' in read) throw new DataFileError(read.mistakes);
  const { severity, ...others } = read.data;
  const known = new Set([...kinds.map(({ key }) => key), 'unknown']);
  const mistakes = severity.rules.flatMap(({ when }, index) =>
    kindsNamedIn(when)
      .filter((key) => !known.has(key))
      .map((key) => ({
        file: rulesFile,
        line: read.lineOf(['severity', 'rules', index]),
        reason: `no kind "${key}" stands in kinds.yaml`,
      })),
  );
  if (mistakes.length > 0) throw new DataFileError(mistakes);
  const rules = severity.rules.map((rule) => {
    if (!rule.directive || on.has(rule.directive)) return rule;
    const { citation: _, ...uncited } = rule;
    return { ...uncited, source: 'product' as const };
  });
  return { ...others, kinds, severity: { ...severity, rules } };
}

const ownRules = fileURLToPath(new URL('../domain/incident/rules.yaml', import.meta.url));
const ownKinds = fileURLToPath(new URL('../domain/incident/kinds.yaml', import.meta.url));
