import { readYesNo } from '#domain/answers/yes-no.ts';
import type { FormCell } from '#domain/incident/papers/paper-forms.ts';

type AnswerType = NonNullable<FormCell['ask']>['answer'];

/** `text` as it is kept: for `level` the digit, for `yes-no` "yes" or "no". */
export type ReadCell =
  | { kind: 'read'; text: string }
  | { kind: 'wrong' }
  | { kind: 'too-long'; limit: number };

/** What somebody typed for a cell of a paper. */
export function readCell(type: AnswerType, typed: string): ReadCell {
  const text = typed.normalize('NFC').trim();
  if ([...text].length > longestCell) return { kind: 'too-long', limit: longestCell };
  switch (type) {
    case 'text':
      return text === '' ? { kind: 'wrong' } : { kind: 'read', text };
    case 'phone':
      return text.split(/[;,/]/).every(isPhone) ? { kind: 'read', text } : { kind: 'wrong' };
    case 'email':
      return /^[\w.%+-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i.test(text)
        ? { kind: 'read', text }
        : { kind: 'wrong' };
    case 'level': {
      const level = /^(?:cấp(?: độ)?\s*|cap(?: do)?\s*)?([1-5])$/iu.exec(text)?.[1];
      return level ? { kind: 'read', text: level } : { kind: 'wrong' };
    }
    case 'yes-no': {
      const yes = readYesNo(text);
      return yes === undefined ? { kind: 'wrong' } : { kind: 'read', text: yes ? 'yes' : 'no' };
    }
  }
}

/** A cell of an official form, not an essay. */
const longestCell = 1_000;

/** Digits with whatever people put between them: `0235 3852 641`, `(0235) 385.2641`, `+84 912 345 678`. */
export function isPhone(text: string): boolean {
  return /^\s*\+?[\d\s().-]+$/.test(text) && /^\d{8,12}$/.test(text.replace(/\D/g, ''));
}
