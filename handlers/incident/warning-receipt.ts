import { isId } from '#domain/callback.ts';
import { shorten } from '#domain/shorten.ts';
import type { Instant } from '#domain/time.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { acknowledgeWarning, type OpenWarning, openWarningsTo } from '#storage/queries/warnings.ts';
import { warningTap } from '#handlers/incident/incident-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "Đã nhận" under a warning: whoever sent it sees how many have read it. */
export async function receiveWarning(turn: OfficerTurn, warningId: string): Promise<void> {
  const { tx, now, officer, say } = turn;
  const outcome = isId(warningId)
    ? await acknowledgeWarning(tx, { warningId, officerId: officer.id, at: now })
    : undefined;
  if (outcome === undefined) return turn.reply({ text: say('old-button') });
  if (outcome === 'now') {
    const action = 'warning-acknowledged';
    await recordAudit(tx, { at: now, actorId: officer.id, action, subjectId: warningId });
  }
  await turn.reply({ text: say('incident-warning-received') });
}

/** An older warning is no news that somebody would say "đã nhận" to without its button, days. */
const recentDays = 7;

/** Warnings that a typed "đã nhận" may mean. */
export async function warningsToReceive({ tx, officer, now }: OfficerTurn): Promise<OpenWarning[]> {
  const since: Instant = new Date(now.getTime() - recentDays * 24 * 3_600_000);
  return openWarningsTo(tx, officer.id, since);
}

/** One of several that "đã nhận" may mean, as a choice. */
export function warningChoice({ say }: OfficerTurn, { id, text }: OpenWarning) {
  return { label: say('button-incident-warning', { text: shorten(text, 40) }), data: warningTap(id) };
}
