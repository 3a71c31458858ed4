export type Fault =
  /** Telegram says no, in its own envelope. */
  | { kind: 'refuse'; status: number; description?: string; retryAfter?: number }
  /** A gateway answers in its place, with a page of HTML. */
  | { kind: 'gateway'; status: number }
  /** Nothing is done and no answer comes. */
  | { kind: 'hang' }
  /** The call is obeyed, then the connection is cut before the answer. */
  | { kind: 'drop' };

export interface Faults {
  /** The next calls of the method (default: one `sendMessage`) go wrong like this. */
  next(fault: Fault, on?: { method?: string; times?: number }): void;
  /** Every call is answered by the gateway until `over()`. */
  outage(status?: number): void;
  over(): void;
}

export function createFaults(): Faults & { take(method: string): Fault | undefined } {
  const planned: { method: string; fault: Fault }[] = [];
  let always: Fault | undefined;
  return {
    next(fault, { method = 'sendMessage', times = 1 } = {}) {
      for (let n = 0; n < times; n += 1) planned.push({ method, fault });
    },
    outage(status = 502) {
      always = { kind: 'gateway', status };
    },
    over() {
      always = undefined;
    },
    take(method) {
      if (always) return always;
      const index = planned.findIndex((plan) => plan.method === method);
      return index < 0 ? undefined : planned.splice(index, 1)[0]?.fault;
    },
  };
}
