import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { textIn } from '#locales/text.ts';
import type { BotRow } from '#app/commands/bots.ts';
import type { InviteLink } from '#app/commands/invite-links.ts';
import { qrPicture } from '#app/qr-code.ts';

/** The files that were written, and why not all of them could be. The command line's own process writes them, wherever the database is. */
export interface QrFiles {
  pictures: string[];
  pictureError?: string;
}

/** `FOLDER/zalo-4242.png` for each bot: its link. */
export function writeBotPictures(folder: string, bots: readonly BotRow[]): Promise<QrFiles> {
  return writeAll(
    bots.map(({ bot, link }) => ({
      file: join(folder, `${bot.replaceAll(/[^\w.-]+/g, '-')}.png`),
      text: link,
    })),
  );
}

/**
 * `an.png` gives `an-zalo.png` and `an-telegram.png`, one for each bot that an invite names. Telegram's link carries the code,
 * so that nobody else on this machine may read them.
 */
export function writeInvitePictures(file: string, links: readonly InviteLink[]): Promise<QrFiles> {
  const extension = extname(file).toLowerCase() === '.png' ? extname(file) : '';
  const stem = file.slice(0, file.length - extension.length);
  return writeAll(
    links.map(({ channel, link }) => ({ file: `${stem}-${channel}.png`, text: link })),
    { mode: 0o600 },
  );
}

async function writeAll(
  pictures: { file: string; text: string }[],
  options: { mode?: number } = {},
): Promise<QrFiles> {
  const written: string[] = [];
  for (const { file, text } of pictures) {
    try {
      await mkdir(dirname(file), { recursive: true });
      // An earlier one would keep its own mode.
      await rm(file, { force: true });
      await writeFile(file, qrPicture(text), options);
      written.push(file);
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? String(error);
      return { pictures: written, pictureError: textIn('vi')('cli-qr-not-written', { file, reason }) };
    }
  }
  return { pictures: written };
}
