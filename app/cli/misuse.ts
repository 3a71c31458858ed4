import type { CommanderError } from 'commander';
import { textIn } from '#locales/text.ts';

/** What is wrong with a command line, in our words; commander's message only gives the name that it is about. */
export function misuse({ code, message }: CommanderError): string {
  const say = textIn('vi');
  const name = /'([^']+)'/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'commander.unknownCommand':
      return say('cli-unknown-command', { name });
    case 'commander.unknownOption':
      return say('cli-unknown-option', { name });
    case 'commander.missingMandatoryOptionValue':
      return say('cli-missing-option', { name });
    case 'commander.optionMissingArgument':
      return say('cli-missing-value', { name });
    case 'commander.missingArgument':
      return say('cli-missing-argument', { name });
    case 'commander.excessArguments':
      return say('cli-too-many-arguments');
    default:
      return say('cli-which-command');
  }
}
