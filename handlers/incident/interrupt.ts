import { isBareIncidentWord } from '#domain/incident/bare-word.ts';
import { asksForDrill } from '#domain/incident/asks.ts';
import { recogniseIncident } from '#domain/incident/recognise.ts';
import { ackWord, falseAlarmWord } from '#domain/incident/responder-words.ts';
import type { StoredDialogue } from '#storage/queries/dialogues.ts';
import { asideDialogue } from '#handlers/aside.ts';
import { acknowledgeByWord } from '#handlers/incident/acknowledge.ts';
import { askInDoubt, reportIncident } from '#handlers/incident/begin.ts';
import { asksAboutIncidents, showIncidentsAskedFor } from '#handlers/incident/command.ts';
import { beginDrill } from '#handlers/incident/drill.ts';
import { falseAlarmByWord } from '#handlers/incident/false-alarm.ts';
import { answeringIn, askAgain } from '#handlers/open-dialogue.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * Outside of a conversation about an incident: does it report an incident, or take up, call off or ask about one? `open`: the question about
 * a report that it may be the answer to, which is asked again afterwards.
 */
export async function interruptByIncident(
  turn: OfficerTurn,
  typed: string,
  open: StoredDialogue | undefined,
): Promise<boolean> {
  if (/^\s*\//.test(typed)) return false;
  if (asksForDrill(typed)) {
    await beginDrill(turn, typed);
    return true;
  }
  if (ackWord(typed) && (await acknowledgeByWord(turn))) return true;
  if (falseAlarmWord(typed) && (await falseAlarmByWord(turn))) return true;
  if (await asksAboutIncidents(turn, typed)) {
    await showIncidentsAskedFor(turn, typed);
    if (open) await askAgain(turn, open);
    return true;
  }
  const answering = open && answeringIn(turn, open);
  const recognised = recogniseIncident(typed, answering ? { answering } : {});
  // A reason or a remark about a report's figures may well speak of incidents: one question tells it from an alarm.
  const isRemark = open?.kind === asideDialogue && recognised.kind === 'incident';
  switch (isRemark ? 'doubt' : recognised.kind) {
    case 'none':
      return false;
    case 'doubt':
      await askInDoubt(turn, typed);
      return true;
    case 'incident':
      await reportIncident(turn, isBareIncidentWord(typed) ? {} : { text: typed });
      return true;
  }
}
