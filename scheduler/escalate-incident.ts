import type { Catalogue } from '#domain/catalogue.ts';
import type { NewId } from '#domain/clock.ts';
import { dueSteps, type Escalated, nextStepAt, type StepAhead } from '#domain/incident/escalation.ts';
import type { Incident } from '#domain/incident/incident.ts';
import { type EscalationPolicy, escalationPolicies } from '#domain/incident/rules-schema.ts';
import type { Log } from '#domain/log.ts';
import type { Instant } from '#domain/time.ts';
import { textIn } from '#locales/text.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { policyFor } from '#storage/queries/escalation-policies.ts';
import {
  type AlertRecipient,
  alertRecipients,
  cancelAlerts,
  recordStep,
  takenSteps,
} from '#storage/queries/incident-alerts.ts';
import { addEvent } from '#storage/queries/incident-events.ts';
import { awayAmong } from '#storage/queries/leaves.ts';
import { putInLine } from '#storage/queries/messages.ts';
import type { Reader, Tx } from '#storage/store.ts';
import { tellAdministrators } from '#scheduler/tell-administrators.ts';

export interface EscalateDeps {
  catalogue: Catalogue;
  newId: NewId;
  log: Log;
}

/**
 * Takes every step of an incident's escalation that is due at `now`: whoever holds what a step names is alerted in every
 * chat that reaches them, at any hour and before all else. The incident's row is locked by the caller. A step that
 * reaches nobody brings the next one forward; where a whole round reaches nobody, the administrators are told.
 */
export async function escalateIncident(
  deps: EscalateDeps,
  tx: Tx,
  incident: Incident,
  now: Instant,
): Promise<Escalated> {
  const { night } = deps.catalogue.incidents;
  const nights = { night, zone: deps.catalogue.zone };
  const policy = await policyOf(deps, tx, incident);
  const taken = await takenSteps(tx, incident);
  const told = new Map<string, AlertRecipient>();
  for (;;) {
    const [step] = dueSteps(policy, incident, taken, nights, now);
    if (!step) break;
    taken.push(await take(deps, tx, { incident, step, now, told }));
    const inRound = taken.filter(({ round }) => round === step.round);
    if (inRound.length === policy.steps.length && inRound.every(({ reached }) => reached === 0)) {
      await tellThatNobodyIsReached(deps, tx, incident, now);
    }
  }
  const nextAt = nextStepAt(policy, incident, taken, nights, now);
  return { told: [...told.values()].map(({ id, name }) => ({ id, name })), ...(nextAt ? { nextAt } : {}) };
}

/** When the next step of an incident is to be taken, which may be past already; undefined when none is left. */
export async function nextEscalation(
  deps: EscalateDeps,
  db: Reader,
  incident: Incident,
  now: Instant,
): Promise<Instant | undefined> {
  if (incident.handler !== null) return undefined;
  const { incidents, zone } = deps.catalogue;
  const policy = await policyOf(deps, db, incident);
  return nextStepAt(policy, incident, await takenSteps(db, incident), { night: incidents.night, zone }, now);
}

/** Whatever another version may have stored: an incident is never left without a policy. */
async function policyOf(
  { catalogue, log }: EscalateDeps,
  db: Reader,
  { unit, severity }: Incident,
): Promise<EscalationPolicy> {
  const stored = await policyFor(db, unit.id);
  const read = escalationPolicies.safeParse(stored?.policy);
  if (stored && !read.success) {
    log.error(
      { unit: stored.unit.id },
      'the escalation policy of a unit cannot be read; the default is used',
    );
  }
  return (read.data ?? catalogue.incidents.escalation)[severity];
}

async function take(
  { newId }: EscalateDeps,
  tx: Tx,
  {
    incident,
    step: { round, step, to },
    now,
    told,
  }: { incident: Incident; step: StepAhead; now: Instant; told: Map<string, AlertRecipient> },
) {
  const { id: incidentId, escalatedFrom, reportedBy, unit } = incident;
  // Nobody is alerted of their own word.
  const reachable = (await alertRecipients(tx, unit.id, to)).filter(({ id }) => id !== reportedBy);
  const people = await sparingThoseAway(tx, reachable);
  // Steps that come together, as after an outage, alert everyone once.
  const fresh = people.filter(({ id }) => !told.has(id));
  for (const person of fresh) told.set(person.id, person);
  const officerIds = people.map(({ id }) => id);
  await recordStep(tx, incident, { round, step, at: now, officerIds });
  // What has not gone out so far, as on a bot whose month is used up, comes once, as what it is now.
  await cancelAlerts(
    tx,
    incidentId,
    fresh.map(({ id }) => id),
  );
  const escalation = `${incidentId}:${escalatedFrom.getTime()}`;
  await putInLine(
    tx,
    fresh.flatMap(({ id: officerId, chats }) =>
      chats.map(({ bot, chatId }) => ({
        ...{ id: newId(), key: `alert:${escalation}:${round}:${step}:${officerId}:${bot}:${chatId}` },
        ...{ bot, chatId, officerId, kind: 'incident-alert', priority: 'urgent' as const, createdAt: now },
        content: { kind: 'incident-alert' as const, incidentId, round, step },
      })),
    ),
  );
  await addEvent(tx, {
    ...{ id: newId(), incidentId, at: now, kind: 'alerted' },
    details: { round, step, reached: people.length, names: people.map(({ name }) => name).join(', ') },
  });
  await recordAudit(tx, {
    ...{ at: now, action: 'incident-alerted', subjectId: incidentId },
    details: { round, step, reached: people.length },
  });
  return { round, step, at: now, reached: people.length };
}

/** Whoever is away is woken only where nobody else can be reached; who stands in for them is among the others. */
async function sparingThoseAway(tx: Tx, people: AlertRecipient[]): Promise<AlertRecipient[]> {
  const away = await awayAmong(
    tx,
    people.map(({ id }) => id),
  );
  const present = people.filter(({ id }) => !away.has(id));
  return present.length > 0 ? present : people;
}

async function tellThatNobodyIsReached(
  { newId, log }: EscalateDeps,
  tx: Tx,
  { id, number, drill, unit, escalatedFrom }: Incident,
  now: Instant,
): Promise<void> {
  log.error({ incident: id, unit: unit.id }, 'nobody could be alerted of an incident');
  await tellAdministrators(
    tx,
    { newId, now },
    {
      ...{ key: `incident-unreached:${id}:${escalatedFrom.getTime()}`, avoid: new Set(), priority: 'urgent' },
      text(language) {
        const say = textIn(language);
        const text = say('incident-nobody-reached', { number, unit: unit.name });
        return drill ? say('incident-drill', { text }) : text;
      },
    },
  );
}
