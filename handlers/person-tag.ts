/** A person as a button names them beside the id of a row: the last 12 digits of their id, which are random. */
export function personTag({ id }: { id: string }): string {
  return id.slice(-12);
}
