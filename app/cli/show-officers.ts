import { inviteDays, printedInviteCode } from '#domain/invite-code.ts';
import { shortDay } from '#locales/dates.ts';
import { textIn } from '#locales/text.ts';
import { channelName } from '#handlers/channel-words.ts';
import { table } from '#app/cli/table.ts';
import type { InviteLink } from '#app/commands/invite-links.ts';
import type { NewInvite } from '#app/commands/new-invite.ts';
import type { AddedOfficer } from '#app/commands/officers-add.ts';
import type { InvitedOfficer } from '#app/commands/officers-invite.ts';
import type { OfficerRow } from '#app/commands/officers-list.ts';
import { qrForTerminal } from '#app/qr-code.ts';

/** What the commands about officers print for people; `--json` prints the same. */

const say = textIn('vi');

export function showAddedOfficer(added: AddedOfficer): string {
  return say('cli-officer-added', { officerId: added.officerId, ...inviteWords(added) });
}

export function showInvitedOfficer(invited: InvitedOfficer): string {
  return say('cli-officer-invited', { officerId: invited.officerId, ...inviteWords(invited) });
}

function inviteWords({ inviteCode, links, full = [] }: NewInvite) {
  const code = printedInviteCode(inviteCode);
  const where =
    links.length + full.length > 0 ? links.map(linkLines) : [say('cli-invite-anywhere', { code })];
  const noRoom = full.map((channel) => say('cli-invite-full', { channel: channelName(say, channel) }));
  return { code, days: inviteDays, where: [...where, ...noRoom].join('\n') };
}

/** Where to send the code, and that link again as a QR code, to be read off the screen. */
function linkLines({ channel, name, link }: InviteLink): string {
  const words = { channel: channelName(say, channel), name, link };
  const line = channel === 'telegram' ? say('cli-invite-tap', words) : say('cli-invite-send', words);
  return `${line}\n${qrForTerminal(link)}`;
}

export function showOfficers(rows: readonly OfficerRow[]): string {
  if (rows.length === 0) return say('cli-officers-none');
  const headings = [
    say('cli-unit-code'),
    say('cli-officer'),
    say('cli-officer-positions'),
    say('cli-officer-channels'),
    say('cli-officer-id'),
  ];
  return table(
    headings,
    rows.map(({ unit, name, positions, channels, officerId }) => [
      unit ?? '',
      name,
      positions.map((position) => say(`position-${position}`)).join(', '),
      channels.map(channelWords).join(', ') || say('cli-officer-no-channel'),
      officerId,
    ]),
  );
}

function channelWords({ channel, since, blocked, retired }: OfficerRow['channels'][number]): string {
  const name = channelName(say, channel);
  if (retired) return say('cli-officer-channel-retired', { channel: name });
  return blocked
    ? say('cli-officer-channel-blocked', { channel: name })
    : say('cli-officer-channel', { channel: name, since: shortDay(since.slice(0, 10)) });
}
