import type { Tap } from '#domain/callback.ts';
import { recognise, resumes } from '#domain/command.ts';
import { isBareIncidentWord } from '#domain/incident/bare-word.ts';
import { asksForIncidents, numberAskedFor } from '#domain/incident/asks.ts';
import { recogniseIncident } from '#domain/incident/recognise.ts';
import { ackWord, falseAlarmWord } from '#domain/incident/responder-words.ts';
import { isTalkStage } from '#domain/incident/talk.ts';
import type { StoredIncidentTalk } from '#storage/queries/incident-talks.ts';
import { findIncident } from '#storage/queries/incidents.ts';
import { carryOut } from '#handlers/carry-out.ts';
import { acknowledgeByWord } from '#handlers/incident/acknowledge.ts';
import { goBack } from '#handlers/incident/after-talk.ts';
import { askWhichOne, reportIncident } from '#handlers/incident/begin.ts';
import { asksAboutIncidents, showIncidentsAskedFor } from '#handlers/incident/command.ts';
import { askIfFalseAlarm } from '#handlers/incident/false-alarm.ts';
import { showIncidents } from '#handlers/incident/list.ts';
import { talkOf } from '#handlers/incident/open-talk.ts';
import { continueTalk, resumeTalk, stopTalk } from '#handlers/incident/talk.ts';
import { openDialogue } from '#handlers/open-dialogue.ts';
import { routeTap } from '#handlers/route-tap.ts';
import type { OfficerTurn } from '#handlers/turn.ts';
import { typedUnderNewest } from '#handlers/incident/typed-under.ts';
import { typedChoice } from '#handlers/typed-choice.ts';

/**
 * What is typed by somebody who is in a conversation about an incident. Gives back what means something else; undefined: it
 * has been dealt with.
 */
export async function typeInTalk(turn: OfficerTurn, typed: string): Promise<string | undefined> {
  const talk = await talkOf(turn);
  const isAsked = talk !== undefined && isTalkStage(talk.stage);
  const under = await typedUnderNewest(turn, typed, isAsked ? talk : undefined);
  if (under) return void (await tapMeanwhile(turn, under, talk));
  if (!talk || (await hasGoneOnSince(turn, talk))) return typed;
  const chosen = isAsked ? undefined : await typedChoice(turn, typed, talk);
  if (chosen?.kind === 'tap') {
    await routeTap(turn, chosen.tap);
    return undefined;
  }
  const rest = (await serve(turn, talk, typed)) ? undefined : await continueTalk(turn, talk, typed);
  if (rest === typed) return typed;
  await goBack(turn, talk, rest);
  return undefined;
}

/** The question that was open is asked again where nothing came of it: a number would not be its answer any more. */
async function tapMeanwhile(
  turn: OfficerTurn,
  tap: Tap,
  talk: StoredIncidentTalk | undefined,
): Promise<void> {
  await routeTap(turn, tap);
  const left = talk && (await talkOf(turn));
  if (left?.id === talk?.id && left && isTalkStage(left.stage) && tap.args[0] === 'view')
    await resumeTalk(turn, left);
}

/** Whoever works on an incident, or may add to one, and has gone on with a report since means the report. */
async function hasGoneOnSince(turn: OfficerTurn, { stage, updatedAt }: StoredIncidentTalk): Promise<boolean> {
  if (stage !== 'working' && stage !== 'more') return false;
  const dialogue = await openDialogue(turn);
  return dialogue !== undefined && dialogue.updatedAt > updatedAt;
}

/** Words that mean the same in every conversation about an incident; false for all others. */
async function serve(turn: OfficerTurn, talk: StoredIncidentTalk, typed: string): Promise<boolean> {
  const command =
    recognise(typed, { inDialogue: true }) ?? (talk.stage === 'working' ? resumes(typed) : undefined);
  const { incidentId } = talk;
  const isWorking = talk.stage === 'working';
  if (command?.kind === 'stop') await stopTalk(turn, talk);
  else if (command?.kind === 'incident') await askMeanwhile(turn, talk, command.rest);
  else if (command) {
    await carryOut(turn, command, await openDialogue(turn));
    await resumeTalk(turn, talk);
  } else if (asksForIncidents(typed) || (!isWorking && (await asksAboutIncidents(turn, typed)))) {
    await showMeanwhile(turn, talk, typed);
  } else if (talk.stage === 'working' && incidentId !== null && falseAlarmWord(typed)) {
    await askIfFalseAlarm(turn, incidentId);
  } else if (talk.stage === 'working' && incidentId !== null && isAnotherReport(typed)) {
    const incident = await findIncident(turn.tx, incidentId);
    if (!incident) return false;
    await askWhichOne(turn, incident, typed);
  } else return ackWord(typed) && (await acknowledgeByWord(turn));
  return true;
}

/** "/suco" in the middle of it: what follows it is a report, alone it asks whether that is another one. */
async function askMeanwhile(turn: OfficerTurn, talk: StoredIncidentTalk, rest: string): Promise<void> {
  const text = rest.trim();
  const number = numberAskedFor(text, { exactly: true });
  if (number) return showMeanwhile(turn, talk, number);
  if (text !== '' && !isBareIncidentWord(text)) return reportIncident(turn, { text });
  if (!isTalkStage(talk.stage)) return showIncidents(turn);
  const incident = talk.incidentId === null ? undefined : await findIncident(turn.tx, talk.incidentId);
  return incident ? askWhichOne(turn, incident, undefined) : resumeTalk(turn, talk);
}

/** Looked at in the middle of a question, which is asked again unless looking was the way out of it. */
async function showMeanwhile(turn: OfficerTurn, talk: StoredIncidentTalk, asked: string): Promise<void> {
  await showIncidentsAskedFor(turn, asked);
  const left = await talkOf(turn);
  if (left?.stage === talk.stage) await resumeTalk(turn, left);
}

/** "Sự cố!" alone, from whoever works on one; anything longer is an update about it. */
function isAnotherReport(typed: string): boolean {
  return isBareIncidentWord(typed) && recogniseIncident(typed).kind === 'incident';
}
