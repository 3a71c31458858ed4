import { z } from 'zod';
import { textIn } from '#locales/text.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { addContact, listContacts, removeContact } from '#storage/queries/contacts.ts';
import { inTransaction } from '#storage/transaction.ts';
import { type CommandContext, done, type Outcome, refused } from '#app/commands/command.ts';

export const contactsAddOptions = z.strictObject({
  name: z.string().trim().min(1).max(100),
  phone: z.string().trim().min(1).max(40),
  isPublic: z.boolean(),
});
export const contactsRemoveOptions = z.strictObject({ phone: z.string() });

/** One row of `cli contacts list --json`, in the order in which people are shown them. */
export interface ContactShown {
  name: string;
  phone: string;
  /** Shown to strangers too. */
  public: boolean;
}

/** Whom people are told to ring when they report an incident. */
export async function showContacts({ store }: CommandContext): Promise<Outcome<ContactShown[]>> {
  const contacts = await listContacts(store.db);
  return done(contacts.map(({ name, phone, isPublic }) => ({ name, phone, public: isPublic })));
}

/** Adds one after those that are there. */
export async function addNewContact(
  context: CommandContext,
  { name, phone, isPublic }: z.infer<typeof contactsAddOptions>,
): Promise<Outcome<ContactShown[]>> {
  const { store, newId, clock } = context;
  if (!isPhone(phone)) return refused(textIn('vi')('cli-contact-phone', { phone }));
  const added = await inTransaction(store, async (tx) => {
    const contacts = await listContacts(tx);
    if (contacts.some((one) => digits(one.phone) === digits(phone))) return false;
    const place = 1 + Math.max(0, ...contacts.map((one) => one.place));
    const id = newId();
    await addContact(tx, { id, name, phone, place, isPublic });
    await recordAudit(tx, { at: clock.now(), action: 'contact-added', subjectId: id, details: { isPublic } });
    return true;
  });
  if (!added) return refused(textIn('vi')('cli-contact-known', { phone }));
  return showContacts(context);
}

export async function removeOldContact(
  context: CommandContext,
  { phone }: z.infer<typeof contactsRemoveOptions>,
): Promise<Outcome<ContactShown[]>> {
  const { store, clock } = context;
  const removed = await inTransaction(store, async (tx) => {
    const contact = (await listContacts(tx)).find((one) => digits(one.phone) === digits(phone));
    if (!contact) return false;
    await removeContact(tx, contact.phone);
    await recordAudit(tx, { at: clock.now(), action: 'contact-removed', subjectId: contact.id });
    return true;
  });
  if (!removed) return refused(textIn('vi')('cli-contact-unknown', { phone }));
  return showContacts(context);
}

/** Three digits (113) or more, written as people write them. */
function isPhone(phone: string): boolean {
  return /^\+?[\d .()-]+$/.test(phone) && digits(phone).length >= 3;
}

function digits(phone: string): string {
  return phone.replace(/\D/g, '');
}
