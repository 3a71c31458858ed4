import { fold } from '#domain/vietnamese.ts';

/** What a typed word means inside a guided conversation, where it is no answer to any question. */
export type DialogueWord = 'back' | 'skip' | 'help' | 'send' | 'take-last';

export function dialogueWord(text: string): DialogueWord | undefined {
  const folded = fold(text).replace(/[!.…]+$/u, '');
  const asked = folded.replace(/\s*\?+$/u, '');
  // "Vì sao?"; of the other words only the bare ones are meant.
  return words.get(folded) ?? (words.get(asked) === 'help' ? 'help' : undefined);
}

const words = new Map<string, DialogueWord>([
  ...['quay lai', 'lui lai', 'lui', 'cau truoc', 'back', '<'].map((word) => [word, 'back'] as const),
  ...['bo qua', 'qua', 'skip', 'next'].map((word) => [word, 'skip'] as const),
  ...[
    '?',
    'la sao',
    'la gi',
    'vi sao',
    'tai sao',
    'sao lai hoi',
    'can cu dau',
    'vi sao toi nhan',
    'giai thich',
    'tro giup',
    'help',
  ].map((word) => [word, 'help'] as const),
  ...['lay so lieu ky truoc', 'so lieu ky truoc', 'nhu ky truoc', 'giong ky truoc', 'giong thang truoc'].map(
    (word) => [word, 'take-last'] as const,
  ),
  ...['gui', 'gui bao cao', 'gui di', 'send', 'nop', 'nop bao cao'].map((word) => [word, 'send'] as const),
]);
