import { textIn } from '#locales/text.ts';
import type { Config } from '#app/config.ts';

/** What is printed when everything runs: where it is, and what an administrator does next. */
export function nextSteps(config: Config, port: number): string {
  const say = textIn('vi');
  const url = `http://${config.host}:${port}`;
  const where =
    config.database.kind === 'pglite'
      ? say('started-on-folder', { folder: config.database.folder })
      : say('started-on-postgres');
  return [
    say('started', { url }),
    where,
    ...(config.sandbox ? [say('started-room', { url })] : []),
    ...(config.zalo ? [say('started-zalo', { count: config.zalo.tokens.length })] : []),
    ...(config.telegram ? [say('started-telegram')] : []),
    ...(config.telegram || config.zalo ? [] : [say('started-without-channel')]),
    say('started-commands'),
    '',
  ].join('\n');
}
