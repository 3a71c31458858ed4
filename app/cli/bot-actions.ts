import { type Came, cameOf } from '#app/cli/came.ts';
import { configured, type Env } from '#app/cli/configured.ts';
import { writeBotPictures } from '#app/cli/qr-files.ts';
import { showBots, showPictures } from '#app/cli/show-bots.ts';
import { withDatabase } from '#app/cli/with-database.ts';

/** `bots`; `qr`: a folder for the picture of each bot's link. */
export async function bots(env: Env, { qr }: { qr?: string }): Promise<Came> {
  return configured(env, async (config) => {
    const outcome = await withDatabase(config, 'bots', {});
    if (!outcome.ok || outcome.result.length === 0 || qr === undefined) return cameOf(outcome, showBots);
    const rows = outcome.result;
    const files = await writeBotPictures(qr, rows);
    if (files.pictureError !== undefined) return { kind: 'refused', error: files.pictureError };
    return {
      kind: 'shown',
      json: rows.map((row, at) => ({ ...row, picture: files.pictures[at] })),
      text: `${showBots(rows)}\n\n${showPictures(files)}`,
    };
  });
}
