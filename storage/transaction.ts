import type { Store, Tx } from '#storage/store.ts';

const tries = 4;

/**
 * The only door for writing. Commits when `work` resolves, rolls back when it throws. A transaction that the
 * database broke off for the sake of another (deadlock, serialization) is run again, so `work` must do nothing but
 * use `tx`: no HTTP, nothing kept outside.
 */
export async function inTransaction<T>(store: Store, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.db.transaction().execute(work);
    } catch (error) {
      if (attempt === tries || !wasBrokenOff(error)) throw error;
    }
  }
}

function wasBrokenOff(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === '40P01' || code === '40001';
}
