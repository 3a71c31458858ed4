/**
 * Where a layer writes what an operator should know; pino's logger is one. The object holds ids and figures, never
 * names, answers, texts of messages or tokens.
 */
export interface Log {
  debug(object: object, message: string): void;
  info(object: object, message: string): void;
  warn(object: object, message: string): void;
  error(object: object, message: string): void;
}
