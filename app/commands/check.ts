/** One line of `cli doctor --json`: what was looked at, how it is, and what to mend. */
export interface Check {
  check: 'settings' | 'directives' | 'folder' | 'database' | 'reach' | 'drafts' | 'telegram' | 'zalo';
  state: 'ok' | 'warn' | 'fail';
  message: string;
}
