import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { missingCells, spokenLabel } from '#domain/incident/papers.ts';
import { paperKinds } from '#domain/incident/papers/paper-forms.ts';
import { paperFromRecord } from '#handlers/incident/paper-record.ts';
import { textIn } from '#locales/text.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { addEvent } from '#storage/queries/incident-events.ts';
import { findIncidentByNumber } from '#storage/queries/incidents.ts';
import { inTransaction } from '#storage/transaction.ts';
import { renderPaper } from '#web/papers/render-paper.ts';
import { type CommandContext, done, type Outcome, refused } from '#app/commands/command.ts';
import { writeWholeFile } from '#app/commands/write-whole-file.ts';

/** `file` is absolute: the server has a working directory of its own. */
export const incidentsPaperOptions = z.strictObject({
  number: z.string(),
  kind: z.enum(paperKinds),
  file: z.string().refine(isAbsolute),
});

/** What `cli incidents paper --json` prints; `blank`: the required cells that nobody has filled, in Vietnamese. */
export interface WrittenPaper {
  file: string;
  bytes: number;
  blank: string[];
}

/** Writes a draft on the agency's own server, for its administrator; the timeline says that it was taken. */
export async function writePaper(
  { store, catalogue, clock, newId }: CommandContext,
  { number, kind, file }: z.infer<typeof incidentsPaperOptions>,
): Promise<Outcome<WrittenPaper>> {
  const say = textIn('vi');
  const now = clock.now();
  const incident = await findIncidentByNumber(store.db, number.trim());
  if (!incident) return refused(say('cli-incident-unknown', { number: number.trim() }));
  if (kind === 'closing' && !incident.closing) {
    return refused(say('paper-closing-too-early', { number: incident.number }));
  }
  const paper = await paperFromRecord(store.db, { catalogue, now }, incident, kind);
  const { content } = await renderPaper(paper, catalogue, now);
  const reason = await writeWholeFile(file, content);
  if (reason !== undefined) return refused(say('cli-backup-not-written', { file, reason }));
  await inTransaction(store, async (tx) => {
    const event = { id: newId(), incidentId: incident.id, at: now };
    await addEvent(tx, { ...event, kind: 'paper-fetched', details: { paper: kind, by: 'administrator' } });
    await recordAudit(tx, {
      ...{ at: now, action: 'incident-paper-fetched', subjectId: incident.id },
      details: { event: event.id },
    });
  });
  const blank = missingCells(paper).map((cell) => spokenLabel(cell, 'vi'));
  return done({ file, bytes: content.length, blank });
}
