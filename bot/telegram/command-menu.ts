import type { Api } from 'grammy';

import type { BotId } from '#domain/channel.ts';
import type { Log } from '#domain/log.ts';
import { attempt, describeFailure } from '#bot/telegram/attempt.ts';

export interface CommandMenu {
  /** Two letters (`vi`); absent: for everyone without a menu in their language. */
  language?: string;
  /** `command` without the slash, 1–32 of a–z, 0–9 and _; `description` 1–256 characters. */
  commands: { command: string; description: string }[];
}

/** Shows the commands in Telegram's menu. Best effort: they work when typed, so a failure is one line for debugging. */
export async function offerCommands(
  { api, bot, log }: { api: Pick<Api, 'setMyCommands'>; bot: BotId; log: Log },
  menus: CommandMenu[],
): Promise<void> {
  for (const { language, commands } of menus) {
    const outcome = await attempt(() =>
      api.setMyCommands(commands, language === undefined ? {} : { language_code: language as 'vi' }),
    );
    if (!outcome.ok) {
      log.debug({ bot, answer: describeFailure(outcome.failure) }, 'command menu not set');
      return;
    }
  }
}
