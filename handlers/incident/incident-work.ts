import type { Instant } from '#domain/time.ts';
import type { Tx } from '#storage/store.ts';
import type { HandlerDeps } from '#handlers/turn.ts';

/** What recording an incident takes: a turn has it, and so has the scheduler, where nobody answers. */
export interface IncidentWork {
  tx: Tx;
  deps: Pick<HandlerDeps, 'catalogue' | 'newId' | 'escalate' | 'keepClocks'>;
  now: Instant;
}
