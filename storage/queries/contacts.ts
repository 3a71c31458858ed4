import type { Reader, Tx } from '#storage/store.ts';

/** Whom to ring when something happens. */
export interface Contact {
  id: string;
  name: string;
  phone: string;
  /** In this order they are shown. */
  place: number;
  /** Shown to strangers too. */
  isPublic: boolean;
}

export async function listContacts(db: Reader, { publicOnly = false } = {}): Promise<Contact[]> {
  return db
    .selectFrom('contacts')
    .selectAll()
    .$if(publicOnly, (query) => query.where('isPublic', '=', true))
    .orderBy('place')
    .orderBy('name')
    .execute();
}

export async function addContact(tx: Tx, contact: Contact): Promise<void> {
  await tx.insertInto('contacts').values(contact).execute();
}

/** False when there is no such number. */
export async function removeContact(tx: Tx, phone: string): Promise<boolean> {
  const rows = await tx.deleteFrom('contacts').where('phone', '=', phone).returning('id').execute();
  return rows.length > 0;
}
