import { type DestinationStream, pino } from 'pino';
import type { Log } from '#domain/log.ts';
import type { LogLevel } from '#app/settings.ts';

/** The product's log, one JSON line each; to standard output unless told otherwise. */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = { level, serializers: { err: describeError, error: describeError } };
  return destination ? pino(options, destination) : pino(options);
}

interface DescribedError {
  type?: string;
  message: string;
  code?: string;
  constraint?: string;
  stack?: string;
  cause?: DescribedError;
  /** One for each address that was tried. */
  errors?: DescribedError[];
}

/**
 * What an operator needs of an error, and no more: pino would write an error under `error` as `{}`, and one under `err` with
 * every property, among them PostgreSQL's `detail` and `where`, which quote rows.
 */
function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { message: withoutPasswords(String(error)) };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return {
    type: error.name,
    message: withoutPasswords(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(error.stack ? { stack: withoutPasswords(error.stack) } : {}),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
    ...(error instanceof AggregateError ? { errors: error.errors.map(describeError) } : {}),
  };
}

function withoutPasswords(text: string): string {
  return text.replaceAll(/:\/\/[^\s/]+@/g, '://…@');
}
