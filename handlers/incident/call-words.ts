import { listContacts } from '#storage/queries/contacts.ts';
import { coordinatorName } from '#storage/queries/units.ts';
import type { Tx } from '#storage/store.ts';
import type { Say } from '#locales/text.ts';

/** Whom to ring now, from a telephone: the numbers in the settings; without any, who they are. */
export async function callNow(tx: Tx, say: Say): Promise<string> {
  const contacts = await listContacts(tx);
  if (contacts.length > 0) return [say('incident-call-now'), ...lines(say, contacts)].join('\n');
  const coordinator = await coordinatorName(tx);
  return coordinator
    ? say('incident-call-without-numbers', { coordinator })
    : say('incident-call-without-anybody');
}

/** What anybody may know: the public numbers alone. */
export async function publicContacts(tx: Tx, say: Say): Promise<string> {
  const contacts = await listContacts(tx, { publicOnly: true });
  if (contacts.length === 0) return say('incident-public-contacts-none');
  return [say('incident-public-contacts'), ...lines(say, contacts)].join('\n');
}

function lines(say: Say, contacts: readonly { name: string; phone: string }[]): string[] {
  return contacts.map(({ name, phone }) => say('incident-contact-line', { name, phone }));
}
