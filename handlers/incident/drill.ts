import { isBareIncidentWord } from '#domain/incident/bare-word.ts';
import { withoutDrillWord } from '#domain/incident/drill-word.ts';
import type { PositionKind } from '#domain/organisation.ts';
import { reportIncident } from '#handlers/incident/begin.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "Diễn tập sự cố", "DIỄN TẬP: web bị hack": the same as the real thing, and said to be none on every message. */
export async function beginDrill(turn: OfficerTurn, typed: string): Promise<void> {
  const { officer, say } = turn;
  if (!officer.positions.some(({ kind }) => mayBegin.has(kind))) {
    return turn.reply({ text: say('incident-drill-refused') });
  }
  const text = withoutDrillWord(typed);
  const described = text !== '' && !isBareIncidentWord(text);
  await reportIncident(turn, { drill: true, ...(described ? { text } : {}) }, [say('incident-drill-begun')]);
}

const mayBegin: ReadonlySet<PositionKind> = new Set(['head', 'responder', 'coordinator', 'administrator']);
