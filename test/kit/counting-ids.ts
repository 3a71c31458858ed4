import type { NewId } from '#domain/clock.ts';

/** Ids that are valid UUIDs (version 7) and count from 1, so that they sort as they were made. */
export function countingIds(): NewId {
  let count = 0;
  return () => {
    count += 1;
    return `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`;
  };
}
