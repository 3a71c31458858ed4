import { fold } from '#domain/vietnamese.ts';

/** What a typed word means inside a guided conversation, where it is no answer to any question. */
export type DialogueWord = 'back' | 'skip' | 'help' | 'send' | 'take-last';

export function dialogueWord(text: string): DialogueWord | undefined {
  const folded = fold(text).replace(/[!.…]+$/u, '');
  return words.get(folded);
}

const words = new Map<string, DialogueWord>([
  ...['quay lai', 'lui lai', 'lui', 'cau truoc', 'back', '<'].map((word) => [word, 'back'] as const),
  ...['bo qua', 'qua', 'skip', 'next'].map((word) => [word, 'skip'] as const),
  ...['?', 'la sao', 'la gi', 'giai thich', 'tro giup', 'help'].map((word) => [word, 'help'] as const),
  ...['lay so lieu ky truoc', 'so lieu ky truoc', 'nhu ky truoc', 'giong ky truoc', 'giong thang truoc'].map(
    (word) => [word, 'take-last'] as const,
  ),
  ...['gui', 'gui bao cao', 'gui di', 'send', 'nop', 'nop bao cao'].map((word) => [word, 'send'] as const),
]);
