/** A sleep that others can end. */
export interface WakeUp {
  wake(): void;
  /** Resolves after `ms`, at the next `wake`, or when the signal aborts; at once if `wake` came since the last sleep. */
  sleep(ms: number): Promise<void>;
}

export function createWakeUp(signal: AbortSignal): WakeUp {
  let woken = false;
  let end: (() => void) | undefined;

  function wake(): void {
    woken = true;
    end?.();
  }

  signal.addEventListener('abort', wake);
  return {
    wake,
    async sleep(ms) {
      if (!woken && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          end = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      end = undefined;
      woken = false;
    },
  };
}
