/**
 * The item at a place that the caller knows to be in the row: rows that are made from each other have one length.
 * Where they do not, that is a mistake of the engine, and must not pass for a week or a day of nothing.
 */
export function itemAt<Item>(row: readonly Item[], index: number): Item {
  const item = row[index];
  if (item === undefined) throw new RangeError(`There is no item ${String(index)} of ${String(row.length)}.`);
  return item;
}
