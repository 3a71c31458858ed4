import { subscribe } from 'node:diagnostics_channel';

/** Whether Node's `fetch` failed before a request could be written: name, connection, TLS. Then nothing was sent. */
export function neverConnected(error: unknown): boolean {
  return causesOf(error).some((cause) => failedConnections.has(cause));
}

/** What went wrong, in one line. It may hold the URL: take secrets out before it goes any further. */
export function explainNetworkError(error: unknown): string {
  if (error instanceof Error && error.name === 'AbortError') return 'no answer in time';
  return causesOf(error)
    .map(({ message, code }) => message || code)
    .filter(Boolean)
    .join(': ');
}

/**
 * Node's fetch tells only here that no connection came about; a reset during the TLS handshake, as filters do it,
 * otherwise looks like a reset after the request.
 */
const failedConnections = new WeakSet<object>();
subscribe('undici:client:connectError', (event) => {
  failedConnections.add((event as { error: object }).error);
});

/** The error, what caused it, and the failures of each address when all were tried. */
function causesOf(error: unknown): NodeJS.ErrnoException[] {
  if (!(error instanceof Error)) return [];
  const tried = error instanceof AggregateError ? error.errors.flatMap(causesOf) : [];
  return [error, ...tried, ...causesOf(error.cause)];
}
