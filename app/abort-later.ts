/** Aborts so many ms after `signal` has; does not keep the process alive for it. */
export function abortsAfter(signal: AbortSignal, ms: number): AbortSignal {
  const later = new AbortController();
  const begin = () => void setTimeout(() => later.abort(), ms).unref();
  if (signal.aborted) begin();
  else signal.addEventListener('abort', begin, { once: true });
  return later.signal;
}
