import { positionKinds, type PositionKind } from '#domain/organisation.ts';
import { textIn } from '#locales/text.ts';
import { type Came, cameOf } from '#app/cli/came.ts';
import { configured, type Env } from '#app/cli/configured.ts';
import { writeInvitePictures } from '#app/cli/qr-files.ts';
import { showPictures } from '#app/cli/show-bots.ts';
import { showAddedOfficer, showInvitedOfficer, showOfficers } from '#app/cli/show-officers.ts';
import { withDatabase } from '#app/cli/with-database.ts';
import type { Outcome } from '#app/commands/command.ts';
import type { NewInvite } from '#app/commands/new-invite.ts';

/** What the commands about officers do, given the environment and their options as they were typed. */

const say = textIn('vi');

/** `qr`: where the pictures of an invite's links go. */
interface InviteOptions {
  qr?: string;
}

export async function officersAdd(
  env: Env,
  { unit, name, position, qr }: { unit: string; name: string; position: string } & InviteOptions,
): Promise<Came> {
  if (!isPosition(position)) {
    const words = { text: position, known: positionKinds.join(', ') };
    return { kind: 'misused', error: say('cli-wrong-position', words) };
  }
  return configured(env, async (config) => {
    const added = await withDatabase(config, 'officers-add', { unit, name, position });
    return invited(added, showAddedOfficer, qr);
  });
}

export async function officersList(env: Env, { unit }: { unit?: string }): Promise<Came> {
  const options = unit === undefined ? {} : { unit };
  return configured(env, async (config) =>
    cameOf(await withDatabase(config, 'officers-list', options), showOfficers),
  );
}

export async function officersInvite(
  env: Env,
  officerId: string,
  { unlink = false, qr }: { unlink?: boolean } & InviteOptions,
): Promise<Came> {
  return configured(env, async (config) => {
    const outcome = await withDatabase(config, 'officers-invite', { officerId, unlink });
    return invited(outcome, showInvitedOfficer, qr);
  });
}

function isPosition(text: string): text is PositionKind {
  return (positionKinds as readonly string[]).includes(text);
}

/** The code is shown this once, so it is shown also where a picture cannot be written. */
async function invited<T extends NewInvite>(
  outcome: Outcome<T>,
  textOf: (result: T) => string,
  qr: string | undefined,
): Promise<Came> {
  if (!outcome.ok || qr === undefined) return cameOf(outcome, textOf);
  const { result } = outcome;
  const files = await writeInvitePictures(qr, result.links);
  return {
    kind: 'shown',
    json: { ...result, ...files },
    text: `${textOf(result)}\n${showPictures(files)}`,
    failed: files.pictureError !== undefined,
  };
}
