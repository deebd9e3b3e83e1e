/** What of a list comes next, from a query that leaves out what is not asked. */
export const pageOf = <Cursor>({
  after,
  limit,
}: {
  readonly after?: Cursor | undefined;
  readonly limit: number;
}) => (after === undefined ? { limit } : { after, limit });

/** The cursor of the next page; null when this was the last. */
export const nextOf = <Item>(
  items: readonly Item[],
  limit: number,
  idOf: (item: Item) => string,
): string | null => {
  const last = items.at(-1);
  return items.length === limit && last !== undefined ? idOf(last) : null;
};
