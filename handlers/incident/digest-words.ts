import type { OutgoingMessage } from '#domain/channel.ts';
import type { Officer } from '#domain/organisation.ts';
import { dayOf, type Instant, timeOf } from '#domain/time.ts';
import { longDay } from '#locales/dates.ts';
import { textIn } from '#locales/text.ts';
import type { Tx } from '#storage/store.ts';
import { incidentList, incidentsInSightOf } from '#handlers/incident/list.ts';
import type { IncidentLanguage } from '#handlers/incident/incident-words.ts';

/** How the open incidents of a head's or a coordinator's units stand, read at sending; nothing when none is open any more. */
export async function incidentDigest(
  tx: Tx,
  officer: Officer,
  { catalogue, now }: Pick<IncidentLanguage, 'catalogue'> & { now: Instant },
): Promise<OutgoingMessage | undefined> {
  const open = await incidentsInSightOf(tx, officer);
  if (open.length === 0) return undefined;
  const { language } = officer;
  const title = textIn(language)('incident-digest-title', {
    time: timeOf(now, catalogue.zone),
    day: longDay(language, dayOf(now, catalogue.zone)),
  });
  return incidentList(tx, { catalogue, language }, title, open);
}
