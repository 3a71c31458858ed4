import { isTalkStage } from '#domain/incident/talk.ts';
import { endIncidentTalk, type StoredIncidentTalk } from '#storage/queries/incident-talks.ts';
import { findIncident } from '#storage/queries/incidents.ts';
import { answerTalk } from '#handlers/incident/answer-text.ts';
import { clockStage } from '#handlers/incident/clock-question.ts';
import { continueClockTalk, resumeClockTalk } from '#handlers/incident/clock-talk.ts';
import {
  continuePaperTalk,
  paperStage,
  resumePaperTalk,
  stopPaperTalk,
} from '#handlers/incident/paper-talk.ts';
import { continueClosing, resumeClosing } from '#handlers/incident/close.ts';
import { askForHelp, continueHelp } from '#handlers/incident/help-request.ts';
import { resumeReporting, stopReporting } from '#handlers/incident/reporting.ts';
import { askSeverity, continueSeverity } from '#handlers/incident/severity.ts';
import { turnAbout } from '#handlers/incident/turn-about.ts';
import { continueWorking } from '#handlers/incident/update.ts';
import { askWarning, continueWarning } from '#handlers/incident/warn-units.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * A text typed by somebody who is being asked about an incident, or works on one; commands have been served before. Gives
 * back what turns out to be no word about an incident, so that it means something else.
 */
export async function continueTalk(
  turn: OfficerTurn,
  talk: StoredIncidentTalk,
  typed: string,
): Promise<string | undefined> {
  if (isTalkStage(talk.stage)) return answerTalk(turn, talk, typed);
  return (await taken(await turnOf(turn, talk), talk, typed)) ? undefined : typed;
}

/** False: the words mean something else. */
async function taken(turn: OfficerTurn, talk: StoredIncidentTalk, typed: string): Promise<boolean> {
  switch (talk.stage) {
    case clockStage:
      return continueClockTalk(turn, talk, typed);
    case paperStage:
      await continuePaperTalk(turn, talk, typed);
      return true;
    case 'working':
      return continueWorking(turn, talk, typed);
    case 'severity':
      return continueSeverity(turn, talk, typed);
    case 'help':
      return continueHelp(turn, talk, typed);
    case 'warn':
      return continueWarning(turn, talk, typed);
    case 'closing':
      return continueClosing(turn, talk, typed);
    default:
      return endUnknown(turn, talk);
  }
}

/** Asks again where the conversation stands, after something else was served; nothing where nothing is being asked. */
export async function resumeTalk(turn: OfficerTurn, talk: StoredIncidentTalk): Promise<void> {
  if (isTalkStage(talk.stage)) return resumeReporting(turn, talk);
  if (talk.stage === clockStage) return resumeClockTalk(await turnOf(turn, talk), talk);
  if (talk.stage === paperStage) return resumePaperTalk(turn, talk);
  return resumeWork(await turnOf(turn, talk), talk);
}

/** What is said of papers holds the link to a draft. */
async function turnOf(turn: OfficerTurn, { stage, incidentId }: StoredIncidentTalk): Promise<OfficerTurn> {
  const incident =
    stage === paperStage || incidentId === null ? undefined : await findIncident(turn.tx, incidentId);
  return incident ? turnAbout(turn, incident) : turn;
}

/** What somebody who handles an incident is being asked; while they only work on it, nothing is. */
async function resumeWork(turn: OfficerTurn, talk: StoredIncidentTalk): Promise<void> {
  const incidentId = talk.incidentId ?? '';
  switch (talk.stage) {
    case 'severity':
      return askSeverity(turn, incidentId);
    case 'help':
      return askForHelp(turn, incidentId);
    case 'warn':
      return askWarning(turn, incidentId);
    case 'closing':
      return resumeClosing(turn, talk);
  }
}

/** "/huy": no more questions. What is recorded stays recorded. */
export async function stopTalk(turn: OfficerTurn, talk: StoredIncidentTalk): Promise<void> {
  if (isTalkStage(talk.stage)) return stopReporting(turn, talk);
  if (talk.stage === paperStage) return stopPaperTalk(turn, talk);
  await endIncidentTalk(turn.tx, turn.officer.id);
  await (await turnOf(turn, talk)).reply({ text: turn.say('incident-talk-left') });
}

/** Another version stored it: ended, so that what the person types next is understood. The incident itself is in its row. */
async function endUnknown({ tx, officer, deps }: OfficerTurn, talk: StoredIncidentTalk): Promise<boolean> {
  deps.log.warn(
    { talk: talk.id, stage: talk.stage },
    'a conversation about an incident that cannot be gone on with was ended',
  );
  await endIncidentTalk(tx, officer.id);
  return false;
}
