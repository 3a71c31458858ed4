import type { Turn } from '#handlers/turn.ts';

/** A kind as it stands on a button; "Chưa rõ" for one that nobody knows. */
export function shortKind({ deps, language, say }: Turn, key: string | undefined): string {
  const kind = deps.catalogue.incidents.kinds.find((one) => one.key === key);
  return kind?.shortLabel[language] ?? say('button-incident-not-known');
}
