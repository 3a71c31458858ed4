import { z } from 'zod';
import { viewScope } from '#domain/access.ts';
import type { Incident } from '#domain/incident/incident.ts';
import { type IncidentPerson, peopleToWarn } from '#storage/queries/incident-people.ts';
import type { StoredIncidentTalk } from '#storage/queries/incident-talks.ts';
import { addWarning } from '#storage/queries/warnings.ts';
import { parentOf } from '#storage/queries/units.ts';
import { incidentToHandle } from '#handlers/incident/incident-of.ts';
import { incidentTap, kindWords, warningTap } from '#handlers/incident/incident-words.ts';
import { note } from '#handlers/incident/note.ts';
import { tellPeople } from '#handlers/incident/tell-people.ts';
import { beginTalk, endTalk } from '#handlers/incident/working.ts';
import { languageOf } from '#handlers/incident/language-of.ts';
import { findIncidentTalk } from '#storage/queries/incident-talks.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** `near`: units under the same superior. `all`: every unit; a coordinator's alone. */
const scopes = ['near', 'all'] as const;
type Scope = (typeof scopes)[number];

const stateSchema = z.strictObject({
  version: z.literal(1),
  scope: z.enum(scopes),
  /** What they are told; null until it was typed. */
  text: z.string().nullable(),
});

/** "Cảnh báo đơn vị khác": which units? */
export async function askWarning(turn: OfficerTurn, incidentId: string): Promise<void> {
  const { say } = turn;
  const incident = await incidentToHandle(turn, incidentId);
  if (!incident) return;
  const near = await peopleIn(turn, incident, 'near');
  const all = viewScope(turn.officer).kind === 'all' ? await peopleIn(turn, incident, 'all') : [];
  if (near.length + all.length === 0) return turn.reply({ text: say('incident-warn-nobody') });
  await turn.reply({
    text: say('incident-warn-whom', { number: incident.number }),
    choices: [
      ...(near.length > 0
        ? [
            [
              {
                label: say('button-incident-warn-near', { count: near.length }),
                data: incidentTap('warn', incident, 'near'),
              },
            ],
          ]
        : []),
      ...(all.length > 0
        ? [
            [
              {
                label: say('button-incident-warn-all', { count: all.length }),
                data: incidentTap('warn', incident, 'all'),
              },
            ],
          ]
        : []),
      [{ label: say('button-incident-never-mind'), data: incidentTap('view', incident) }],
    ],
  });
}

/** They were chosen: what are they to be told? */
export async function askWarningText(turn: OfficerTurn, incidentId: string, chosen: string): Promise<void> {
  const { say } = turn;
  const incident = await incidentToHandle(turn, incidentId);
  if (!incident) return;
  const scope = scopes.find((one) => one === chosen);
  if (!scope || !mayWarn(turn, scope)) return turn.reply({ text: say('old-button') });
  await beginTalk(turn, incident, 'warn', { version: 1, scope, text: null });
  await turn.reply({
    text: say('incident-warn-what', { kind: kindWords(languageOf(turn), incident) }),
    choices: [[{ label: say('button-incident-never-mind'), data: incidentTap('view', incident) }]],
  });
}

/** It was typed: shown as it will go out, to be sent with one tap. */
export async function continueWarning(
  turn: OfficerTurn,
  talk: StoredIncidentTalk,
  typed: string,
): Promise<boolean> {
  const { say } = turn;
  const incident = await incidentToHandle(turn, talk.incidentId ?? '');
  if (!incident) return true;
  const { scope } = stateSchema.parse(talk.state);
  await beginTalk(turn, incident, 'warn', { version: 1, scope, text: typed });
  const people = await peopleIn(turn, incident, scope);
  await turn.reply({
    text: say('incident-warn-preview', { count: people.length, text: warning(say, typed) }),
    choices: [
      [{ label: say('button-incident-warn-send'), data: incidentTap('warn-yes', incident) }],
      [{ label: say('button-incident-never-mind'), data: incidentTap('view', incident) }],
    ],
  });
  return true;
}

/** Sends it. The unit that it happened to is not named: that is for its own head to tell. */
export async function sendWarning(turn: OfficerTurn, incidentId: string): Promise<void> {
  const { say, tx, officer, deps, now } = turn;
  const incident = await incidentToHandle(turn, incidentId);
  if (!incident) return;
  const talk = await findIncidentTalk(tx, officer.id);
  const state =
    talk?.stage === 'warn' && talk.incidentId === incident.id ? stateSchema.parse(talk.state) : undefined;
  const text = state?.text;
  if (!state || !text || !mayWarn(turn, state.scope)) return turn.reply({ text: say('old-button') });
  const people = await peopleIn(turn, incident, state.scope);
  const id = deps.newId();
  const reached = await tellPeople(turn, incident, people, (theirs) => ({
    text: warning(theirs, text),
    choices: [[{ label: theirs('button-incident-warned'), data: warningTap(id) }]],
  }));
  await addWarning(
    tx,
    { id, incidentId: incident.id, text, sentBy: officer.id, sentAt: now },
    reached.map((person) => person.id),
  );
  await note(turn, incident, { kind: 'unit-warned', text, details: { people: reached.length } });
  await endTalk(turn, incident);
  await turn.reply({ text: say('incident-warn-sent', { count: reached.length }) });
}

function warning(say: OfficerTurn['say'], text: string): string {
  return say('incident-warning', { text });
}

function mayWarn({ officer }: OfficerTurn, scope: Scope): boolean {
  return scope === 'near' || viewScope(officer).kind === 'all';
}

async function peopleIn({ tx }: OfficerTurn, { unit }: Incident, scope: Scope): Promise<IncidentPerson[]> {
  if (scope === 'all') return peopleToWarn(tx, { exceptUnit: unit.id });
  const parent = await parentOf(tx, unit.id);
  return parent === undefined ? [] : peopleToWarn(tx, { exceptUnit: unit.id, below: parent });
}
