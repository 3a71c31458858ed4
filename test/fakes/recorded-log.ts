import type { Log } from '#domain/log.ts';

export interface LogLine {
  level: keyof Log;
  object: Record<string, unknown>;
  message: string;
}

/** A log that keeps its lines; `text()` is all that an operator would see, stacks of errors included. */
export function recordedLog(): Log & { lines: LogLine[]; text(): string } {
  const lines: LogLine[] = [];
  const write = (level: keyof Log) => (object: object, message: string) => {
    lines.push({ level, object: { ...object }, message });
  };
  return {
    lines,
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    text: () => JSON.stringify(lines, (_, value) => (value instanceof Error ? deepText(value) : value)),
  };
}

function deepText(error: Error): string {
  const cause = error.cause instanceof Error ? deepText(error.cause) : String(error.cause ?? '');
  return `${error.stack} ${JSON.stringify({ ...error })} ${cause}`;
}
