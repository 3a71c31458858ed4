import {
  answerClosing,
  beginClosing,
  closingKeys,
  closingOf,
  type ClosingState,
  closingStateSchema,
  editClosing,
} from '#domain/incident/closing.ts';
import { type Incident, isOpen } from '#domain/incident/incident.ts';
import { cancelAlerts } from '#storage/queries/incident-alerts.ts';
import { findIncidentTalk, type StoredIncidentTalk } from '#storage/queries/incident-talks.ts';
import { sayItIsOver } from '#handlers/incident/acknowledge.ts';
import { incidentChoices } from '#handlers/incident/incident-choices.ts';
import { incidentToHandle } from '#handlers/incident/incident-of.ts';
import { headline, inDrill, incidentTap } from '#handlers/incident/incident-words.ts';
import { languageOf } from '#handlers/incident/language-of.ts';
import { note } from '#handlers/incident/note.ts';
import { offerToRecordDrill } from '#handlers/incident/record-drill.ts';
import { tellEveryone } from '#handlers/incident/tell-people.ts';
import { beginTalk, leaveTalk } from '#handlers/incident/working.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "Đóng sự cố": cause, damage, measures and lessons are asked for first. */
export async function askClosing(turn: OfficerTurn, incidentId: string): Promise<void> {
  const incident = await incidentToHandle(turn, incidentId);
  if (!incident) return;
  if (!isOpen(incident.status)) return sayItIsOver(turn, incident);
  await keepAndAsk(turn, incident, beginClosing(incident.closing));
}

/** One of them was typed. */
export async function continueClosing(
  turn: OfficerTurn,
  talk: StoredIncidentTalk,
  typed: string,
): Promise<boolean> {
  const incident = await incidentToHandle(turn, talk.incidentId ?? '');
  if (!incident) return true;
  if (!isOpen(incident.status)) {
    await leaveTalk(turn, incident);
    return false;
  }
  await keepAndAsk(turn, incident, answerClosing(closingStateSchema.parse(talk.state), typed));
  return true;
}

/** Asks again where it stands, after something else was served. */
export async function resumeClosing(turn: OfficerTurn, talk: StoredIncidentTalk): Promise<void> {
  const incident = await incidentToHandle(turn, talk.incidentId ?? '');
  if (incident) await keepAndAsk(turn, incident, closingStateSchema.parse(talk.state));
}

/** "Sửa …" under the summary. */
export async function editClosingAnswer(
  turn: OfficerTurn,
  incidentId: string,
  chosen: string,
): Promise<void> {
  const incident = await incidentToHandle(turn, incidentId);
  if (!incident) return;
  const key = closingKeys.find((one) => one === chosen);
  const state = await stateOf(turn, incident);
  if (!key || !state) return turn.reply({ text: turn.say('old-button') });
  await keepAndAsk(turn, incident, editClosing(state, key));
}

/** Confirmed: closed, told to everyone who knew of it; the closing report's time limit runs from now. */
export async function closeIncident(turn: OfficerTurn, incidentId: string): Promise<void> {
  const { say, tx, now, officer, deps } = turn;
  const found = await incidentToHandle(turn, incidentId);
  if (!found) return;
  if (!isOpen(found.status)) return sayItIsOver(turn, found);
  const state = await stateOf(turn, found);
  const closing = state && closingOf(state);
  if (!closing) return turn.reply({ text: say('old-button') });
  const { incident } = await note(
    turn,
    found,
    { kind: 'closed', text: closing.cause },
    { status: 'closed', closedAt: now, closing },
  );
  await cancelAlerts(tx, incident.id);
  await deps.keepClocks(tx, incident, now);
  await leaveTalk(turn, incident);
  await tellEveryone(turn, incident, (theirs, language) => ({
    text: theirs('incident-closed-told', {
      headline: headline({ catalogue: deps.catalogue, language }, { ...incident, drill: false }),
      name: officer.name,
    }),
  }));
  const drill = await offerToRecordDrill(turn, incident);
  const done = [say('incident-closed-done', { number: incident.number }), ...drill.lines].join('\n\n');
  await turn.reply({
    text: inDrill(turn, incident, done),
    choices: [...drill.choices, ...incidentChoices(say, incident, 'handle')],
  });
}

async function keepAndAsk(turn: OfficerTurn, incident: Incident, state: ClosingState): Promise<void> {
  const { say } = turn;
  await beginTalk(turn, incident, 'closing', state);
  const leave = [{ label: say('button-incident-never-mind'), data: incidentTap('view', incident) }];
  if (state.at !== 'confirm') {
    return turn.reply({
      text: say('incident-closing-ask', {
        step: closingKeys.indexOf(state.at) + 1,
        of: closingKeys.length,
        question: say(`incident-closing-${state.at}`),
      }),
      choices: [leave],
    });
  }
  const lines = closingKeys.map((key) =>
    say('incident-closing-line', {
      label: say(`incident-closing-label-${key}`),
      answer: state.answers[key] ?? '',
    }),
  );
  await turn.reply({
    text: say('incident-closing-confirm', {
      headline: headline(languageOf(turn), incident),
      lines: lines.join('\n'),
    }),
    choices: [
      [{ label: say('button-incident-close-yes'), data: incidentTap('close-yes', incident) }],
      ...closingKeys.map((key) => [
        {
          label: say('button-incident-closing-edit', { label: say(`incident-closing-label-${key}`) }),
          data: incidentTap('close-edit', incident, key),
        },
      ]),
      leave,
    ],
  });
}

async function stateOf({ tx, officer }: OfficerTurn, incident: Incident): Promise<ClosingState | undefined> {
  const talk = await findIncidentTalk(tx, officer.id);
  if (talk?.stage !== 'closing' || talk.incidentId !== incident.id) return undefined;
  return closingStateSchema.parse(talk.state);
}
