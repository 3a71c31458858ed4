import type { Incident, IncidentFacts, Severity } from '#domain/incident/incident.ts';
import type { IncidentRules, SeverityCondition } from '#domain/incident/rules-schema.ts';

/** How severe an incident is, and why, as it is shown. */
export interface JudgedSeverity {
  severity: Severity;
  /** At least one; those that a document gives come first. */
  reasons: SeverityReason[];
  /** `text`: a document says so; `product`: our own rule, on the safe side; `person`: somebody who handles it has said so. */
  source: 'text' | 'default' | 'product' | 'person';
}

interface SeverityReason {
  text: { vi: string; en: string };
  citation?: string;
}

/** What the rules give for what is known so far; whatever has not been said counts as unknown. */
export function severityOf(
  facts: IncidentFacts,
  { severity: { rules, otherwise } }: Pick<IncidentRules, 'severity'>,
): JudgedSeverity {
  const holding = rules.filter(({ when }) => holds(when, facts));
  const [first] = holding;
  if (!first) return { severity: 'ordinary', reasons: [{ text: otherwise.text }], source: 'product' };
  return {
    severity: 'severe',
    reasons: holding.map(({ text, citation }) => ({ text, ...(citation ? { citation } : {}) })),
    source: first.source,
  };
}

/** The severity of an incident as it is now: what somebody who handles it has set goes before the rules. */
export function severityNow(
  { facts, severity, severitySet }: Pick<Incident, 'facts' | 'severity' | 'severitySet'>,
  rules: Pick<IncidentRules, 'severity'>,
): JudgedSeverity {
  if (!severitySet) return severityOf(facts, rules);
  return { severity, reasons: [{ text: { vi: severitySet.why, en: severitySet.why } }], source: 'person' };
}

function holds(when: SeverityCondition, facts: IncidentFacts): boolean {
  if ('all' in when) return when.all.every((one) => holds(one, facts));
  if ('any' in when) return when.any.some((one) => holds(one, facts));
  if ('kindIs' in when) return when.kindIs.includes(facts.kind ?? 'unknown');
  if ('systemLevelAtLeast' in when) return (facts.system?.level ?? 0) >= when.systemLevelAtLeast;
  return when.is.includes(facts.impact?.[when.impact] ?? 'unknown');
}
