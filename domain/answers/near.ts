/**
 * Whether one slip of the thumb makes `typed` of `meant`: a letter too many, too few, another one, or two neighbours
 * swapped. Equal words are near, too. Folded words.
 */
export function isNear(typed: string, meant: string): boolean {
  const longer = typed.length - meant.length;
  if (Math.abs(longer) > 1) return false;
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at += 1;
  if (longer === 1) return typed.slice(at + 1) === meant.slice(at);
  if (longer === -1) return typed.slice(at) === meant.slice(at + 1);
  if (typed.slice(at + 1) === meant.slice(at + 1)) return true;
  const isSwap = typed[at] === meant[at + 1] && typed[at + 1] === meant[at];
  return isSwap && typed.slice(at + 2) === meant.slice(at + 2);
}
