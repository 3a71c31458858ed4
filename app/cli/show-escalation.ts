import type { EscalationPolicy, StepRecipient } from '#domain/incident/rules-schema.ts';
import { textIn } from '#locales/text.ts';
import { table } from '#app/cli/table.ts';
import type { ShownPolicies } from '#app/commands/escalation.ts';

const say = textIn('vi');

/** What `escalation show` prints for people. */
export function showPolicies({ unit, from, severe, ordinary }: ShownPolicies): string {
  const whose =
    from === null ? say('cli-escalation-default') : say('cli-escalation-from', { unit: unit ?? '', from });
  return [whose, showPolicy('severe', severe), showPolicy('ordinary', ordinary)].join('\n\n');
}

function showPolicy(severity: 'severe' | 'ordinary', policy: EscalationPolicy): string {
  const { rounds, minutesBetweenRounds, steps } = policy;
  const title = say('cli-escalation-policy', {
    ...{ severity: say(`incident-severity-${severity}`), rounds, minutes: minutesBetweenRounds },
  });
  const headings = [say('cli-escalation-minute'), say('cli-escalation-to'), say('cli-escalation-night')];
  const rows = steps.map(({ afterMinutes, to, atNight }) => [
    ...[String(afterMinutes), to.map(recipientWords).join(', ')],
    say(`cli-escalation-night-${atNight}`),
  ]);
  return `${title}\n${table(headings, rows)}`;
}

function recipientWords({ position, at }: StepRecipient): string {
  return say('cli-escalation-recipient', {
    position: say(`position-${position}`),
    place: say(`cli-escalation-at-${at}`),
  });
}
