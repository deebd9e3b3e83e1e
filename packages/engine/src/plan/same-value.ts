/** Whether two values of JSON say the same; a database that keeps documents may have changed the order of keys. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [entries, otherEntries] = [definedEntries(one), definedEntries(other)];
  if (entries.length !== otherEntries.length) return false;
  const values = new Map(otherEntries);
  return entries.every(([key, value]) => values.has(key) && sameValue(value, values.get(key)));
}

const definedEntries = (value: object): readonly (readonly [string, unknown])[] =>
  Object.entries(value).filter(([, part]) => part !== undefined);
