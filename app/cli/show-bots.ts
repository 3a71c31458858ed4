import { textIn } from '#locales/text.ts';
import { channelName } from '#handlers/channel-words.ts';
import type { QrFiles } from '#app/cli/qr-files.ts';
import type { BotRow } from '#app/commands/bots.ts';
import { qrForTerminal } from '#app/qr-code.ts';

const say = textIn('vi');

/** What `bots` prints for people: each with its QR code, to be read off the screen. */
export function showBots(rows: readonly BotRow[]): string {
  if (rows.length === 0) return say('cli-bots-none');
  return rows.map(botWords).join('\n\n');
}

function botWords({ channel, bot, name, link, people, room }: BotRow): string {
  const words = { channel: channelName(say, channel), bot, name, link };
  const places = room === null ? say('cli-bot-people', { people }) : say('cli-bot-room', { people, room });
  return [say('cli-bot', words), places, qrForTerminal(link)].join('\n');
}

/** Which pictures were written, and why others were not. */
export function showPictures({ pictures, pictureError }: QrFiles): string {
  if (pictures.length === 0 && pictureError === undefined) return say('cli-qr-none');
  return [
    ...(pictures.length > 0 ? [say('cli-qr-written', { files: pictures.join(', ') })] : []),
    ...(pictureError === undefined ? [] : [pictureError]),
  ].join('\n');
}
