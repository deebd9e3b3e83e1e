interface PageQuery<Cursor> {
  readonly after?: Cursor | undefined;
  readonly limit: number;
}

/** What to look for: one more than is shown tells whether anything comes after it. */
export const pageOf = <Cursor>({ after, limit }: PageQuery<Cursor>) =>
  after === undefined ? { limit: limit + 1 } : { after, limit: limit + 1 };

interface ShownPage<Item, Cursor> {
  readonly items: readonly Item[];
  /** The cursor of the next page; null when this is the last. */
  readonly next: Cursor | null;
}

/** What is shown of what `pageOf` found. */
export function shownPage<Item, Cursor>(
  found: readonly Item[],
  { limit }: Pick<PageQuery<unknown>, "limit">,
  cursorOf: (item: Item) => Cursor,
): ShownPage<Item, Cursor> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last !== undefined ? cursorOf(last) : null };
}
