/** Does the work for each item, the next one only when it is done: for statements, of which a transaction takes one at a time. */
export async function oneByOne<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const [index, item] of items.entries()) results.push(await work(item, index));
  return results;
}
