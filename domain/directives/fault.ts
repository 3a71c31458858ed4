/** Something wrong in a directive that its shape cannot rule out, such as the name of a duty that does not exist. */
export interface Fault {
  /** Keys and indexes that lead there from the thing that was looked at. */
  path: (string | number)[];
  /** For the administrator who mends the file. */
  reason: string;
}

/** A fault in one of several directives: the path starts at the directive of that index. */
export interface DirectiveFault extends Fault {
  directive: number;
}

/** The same faults, seen from further out. */
export function below(path: Fault['path'], faults: readonly Fault[]): Fault[] {
  return faults.map((fault) => ({ path: [...path, ...fault.path], reason: fault.reason }));
}
