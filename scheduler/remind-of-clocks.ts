import type { Catalogue, DutyRef } from '#domain/catalogue.ts';
import type { NewId } from '#domain/clock.ts';
import { type ClockStep, nextStepAt, stepDue } from '#domain/incident/clock-steps.ts';
import { clockCode, clockedDuty } from '#domain/incident/clocks.ts';
import type { Incident } from '#domain/incident/incident.ts';
import type { Log } from '#domain/log.ts';
import type { Instant } from '#domain/time.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { clockRecipients } from '#storage/queries/clock-recipients.ts';
import {
  changeClock,
  clocksOfIncident,
  type IncidentClock,
  runningClocks,
} from '#storage/queries/incident-clocks.ts';
import { addEvent } from '#storage/queries/incident-events.ts';
import { lockIncident } from '#storage/queries/incidents.ts';
import { putInLine } from '#storage/queries/messages.ts';
import type { Reader, Store, Tx } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';

interface ClockDeps {
  store: Store;
  catalogue: Catalogue;
  newId: NewId;
  log: Log;
}

/** A clock of which somebody has to be reminded now. */
interface DueClock {
  clock: IncidentClock;
  step: ClockStep;
}

/**
 * Puts in line what is to be reminded of at `now`, at any hour of any day: for each incident one message for everybody
 * concerned, whatever number of its clocks have come to a step. Which step was told is in the clock's row, and keys are made of
 * incident, clocks, step and chat, so looking again tells nothing twice. One incident that fails holds up no other. Returns
 * how many messages were put in line.
 */
export async function remindOfClocks(deps: ClockDeps, now: Instant): Promise<number> {
  const due = dueOf(deps, await runningClocks(deps.store.db), now);
  let count = 0;
  for (const incidentId of new Set(due.map(({ clock }) => clock.incidentId))) {
    try {
      count += await inTransaction(deps.store, (tx) => remindOf(deps, tx, incidentId, now));
    } catch (error) {
      deps.log.error({ error, incident: incidentId }, 'time limits of an incident could not be reminded of');
    }
  }
  return count;
}

/** When a clock next comes to a step, strictly after an instant. */
export async function nextClockStepAt(db: Reader, after: Instant): Promise<Instant | undefined> {
  const steps = (await runningClocks(db)).map((clock) => nextStepAt(clock, after));
  return steps.filter((at) => at !== undefined).sort((a, b) => a.getTime() - b.getTime())[0];
}

async function remindOf(deps: ClockDeps, tx: Tx, incidentId: string, now: Instant): Promise<number> {
  const incident = await lockIncident(tx, incidentId);
  const running = (await clocksOfIncident(tx, incidentId)).filter(isRunning);
  const due = dueOf(deps, running, now);
  if (!incident || due.length === 0) return 0;
  for (const { clock, step } of due) {
    await changeClock(tx, clock, { remindedAt: step.at });
    if (step.step === 'missed') await recordMissed(deps, tx, clock, now);
  }
  return putReminder(deps, tx, incident, due, now);
}

function dueOf({ catalogue }: ClockDeps, clocks: IncidentClock[], now: Instant): DueClock[] {
  return clocks.flatMap((clock) => {
    const step = clockedDuty(catalogue, clock) && stepDue(clock, now);
    return step ? [{ clock, step }] : [];
  });
}

function isRunning({ metAt, waivedAt, missedAt }: IncidentClock): boolean {
  return metAt === null && waivedAt === null && missedAt === null;
}

async function recordMissed({ newId }: ClockDeps, tx: Tx, clock: IncidentClock, at: Instant): Promise<void> {
  const { incidentId, directive, duty } = clock;
  await changeClock(tx, clock, { missedAt: at });
  const id = newId();
  await addEvent(tx, { id, incidentId, at, kind: 'clock-missed', details: { directive, duty } });
  await recordAudit(tx, {
    ...{ at, action: 'incident-clock-missed', subjectId: incidentId },
    details: { directive, duty, event: id },
  });
}

async function putReminder(
  { newId }: ClockDeps,
  tx: Tx,
  incident: Incident,
  due: DueClock[],
  now: Instant,
): Promise<number> {
  const heads = due.some(({ step }) => step.step === 'last-hour' || step.step === 'missed');
  const recipients = await clockRecipients(tx, incident, { heads });
  const clocks: DutyRef[] = due.map(({ clock: { directive, duty } }) => ({ directive, duty }));
  const messages = recipients.flatMap(({ officerId, chats }) =>
    chats.map(({ bot, chatId }) => ({
      ...{ id: newId(), key: `clock:${incident.id}:${stepsKey(due)}:${officerId}:${bot}:${chatId}` },
      ...{ bot, chatId, officerId, kind: 'incident-clock', priority: 'urgent' as const, createdAt: now },
      content: { kind: 'incident-clock' as const, incidentId: incident.id, clocks },
    })),
  );
  if (messages.length > 0) await putInLine(tx, messages);
  return messages.length;
}

/** The same for the same clocks at the same steps; another when a clock has moved. */
function stepsKey(due: DueClock[]): string {
  const codes = due.map(({ clock, step }) => `${clockCode(clock)}-${step.step}-${clock.dueAt.getTime()}`);
  return codes.sort().join('+');
}
