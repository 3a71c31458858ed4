import { textIn } from '#locales/text.ts';
import { type Came, cameOf } from '#app/cli/came.ts';
import { configured, type Env } from '#app/cli/configured.ts';
import { table } from '#app/cli/table.ts';
import { withDatabase } from '#app/cli/with-database.ts';
import type { ContactShown } from '#app/commands/contacts.ts';
import type { BegunDrill } from '#app/commands/incidents-drill.ts';
import type { SystemShown } from '#app/commands/systems.ts';

/** What the commands about contacts, systems and drills do, given the environment and their options as they were typed. */

export async function contactsList(env: Env): Promise<Came> {
  return configured(env, async (config) =>
    cameOf(await withDatabase(config, 'contacts-list', {}), showContacts),
  );
}

export async function contactsAdd(
  env: Env,
  { name, phone, public: isPublic = false }: { name: string; phone: string; public?: boolean },
): Promise<Came> {
  return configured(env, async (config) =>
    cameOf(await withDatabase(config, 'contacts-add', { name, phone, isPublic }), showContacts),
  );
}

export async function contactsRemove(env: Env, phone: string): Promise<Came> {
  return configured(env, async (config) =>
    cameOf(await withDatabase(config, 'contacts-remove', { phone }), showContacts),
  );
}

export async function systemsList(env: Env, { unit }: { unit?: string }): Promise<Came> {
  const options = unit === undefined ? {} : { unit };
  return configured(env, async (config) =>
    cameOf(await withDatabase(config, 'systems-list', options), showSystems),
  );
}

export async function systemsAdd(
  env: Env,
  { unit, name, level: typed }: { unit: string; name: string; level?: string },
): Promise<Came> {
  if (typed !== undefined && !/^[1-5]$/.test(typed)) {
    return { kind: 'misused', error: say('cli-wrong-level', { text: typed }) };
  }
  const level = typed === undefined ? {} : { level: Number(typed) };
  return configured(env, async (config) =>
    cameOf(await withDatabase(config, 'systems-add', { unit, name, ...level }), showSystems),
  );
}

export async function incidentsDrill(env: Env, options: { unit: string; text: string }): Promise<Came> {
  const { unit, text } = options;
  return configured(env, async (config) =>
    cameOf(await withDatabase(config, 'incidents-drill', { unit, text }), showDrill),
  );
}

const say = textIn('vi');

function showDrill({ number, told }: BegunDrill): string {
  const names = told.map(({ name }) => name).join(', ');
  return names === '' ? say('cli-drill-begun-untold', { number }) : say('cli-drill-begun', { number, names });
}

function showContacts(contacts: readonly ContactShown[]): string {
  if (contacts.length === 0) return say('cli-contacts-none');
  return table(
    [say('cli-contact-name'), say('cli-contact-number'), say('cli-contact-public')],
    contacts.map(({ name, phone, public: isPublic }) => [
      name,
      phone,
      isPublic ? say('button-incident-yes') : say('button-incident-no'),
    ]),
  );
}

function showSystems(systems: readonly SystemShown[]): string {
  if (systems.length === 0) return say('cli-systems-none');
  return table(
    [say('cli-system-unit'), say('cli-system-name'), say('cli-system-level')],
    systems.map(({ unit, name, level }) => [unit, name, level === null ? '–' : String(level)]),
  );
}
