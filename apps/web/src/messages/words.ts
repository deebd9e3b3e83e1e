/** A count with its noun. */
export const plural = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`;

/** Days until the race as runners say it: weeks while it is far, days when it is near. */
export function untilRace(days: number): string {
  if (days < 0) return `${plural(-days, "day", "days")} ago`;
  if (days === 0) return "today";
  return days < 14
    ? `in ${plural(days, "day", "days")}`
    : `in ${plural(Math.round(days / 7), "week", "weeks")}`;
}

/** "a, b or c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
