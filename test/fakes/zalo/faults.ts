export type Fault =
  /** Zalo says no, in its own envelope and with HTTP 200; or with the code as HTTP status, or named `errorCode`. */
  | { kind: 'refuse'; code: number; description?: string; asStatus?: boolean; camelCase?: boolean }
  /** A gateway answers in its place, with a page of HTML. */
  | { kind: 'gateway'; status: number }
  /** This body with HTTP 200. */
  | { kind: 'body'; body: string }
  /** Nothing is done and no answer comes. */
  | { kind: 'hang' }
  /** The call is obeyed, then the connection is cut before the answer. */
  | { kind: 'drop' }
  /** The call is obeyed, and the connection is cut in the middle of the answer. */
  | { kind: 'cut' }
  /** The call is obeyed; of the answer the second half comes only when `rest` resolves. */
  | { kind: 'halting'; rest: Promise<void> };

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
