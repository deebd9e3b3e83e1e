import type { LawVerdict, Units } from "@strideiq/engine";
import { type LawQuantity, lawWordsOf, quantityOf } from "../names/law-words.ts";
import { VERDICT_NAMES } from "../names/names.ts";
import { formatDistance } from "../numbers/format-distance.ts";
import { formatMinutes } from "../numbers/format-duration.ts";

/** A verdict in words: the law's name, how it went, and the numbers behind it. */
export interface ExplainedLaw {
  readonly name: string;
  readonly verdict: string;
  /** `52 %, limit 50 %, weeks 3 and 7`; empty where there is nothing to add. */
  readonly detail: string;
}

export function explainLaw(law: LawVerdict, units: Units): ExplainedLaw {
  const { id, verdict, weeks, why } = law;
  const numbers = [
    lawNumbers(law, units),
    weeks === undefined || weeks.length === 0 ? "" : weekWords(weeks),
  ].filter((text) => text !== "");
  return {
    name: lawWordsOf(id)?.name ?? `Law ${id}`,
    verdict: VERDICT_NAMES[verdict],
    detail: [numbers.join(", "), why ?? ""].filter((text) => text !== "").join("; "),
  };
}

/** Nothing found where nothing may be found is no news. */
function lawNumbers({ id, limit, measured }: LawVerdict, units: Units): string {
  if (measured === undefined) return "";
  if (limit === undefined) return formatQuantity(measured, quantityOf(id, [measured]), units);
  return measured === 0 && limit === 0 ? "" : measuredAgainst(id, measured, limit, units);
}

/** `53 %, limit 50 %`. Either side of a limit may be the right one; the verdict says which. */
export function measuredAgainst(id: string, measured: number, limit: number, units: Units): string {
  const quantity = quantityOf(id, [measured, limit]);
  return `${formatQuantity(measured, quantity, units)}, limit ${formatQuantity(limit, quantity, units)}`;
}

/** A number of a law in the athlete's units: a share as per cent, seconds as minutes. */
export function formatQuantity(value: number, quantity: LawQuantity, units: Units): string {
  switch (quantity) {
    case "distance":
      return formatDistance(value, units);
    case "duration":
      return formatMinutes(value);
    case "share":
      return `${(value * 100).toFixed(value > 0 && value < 0.1 ? 1 : 0).replace(/\.0$/, "")} %`;
    case "days":
      return counted(value, "day");
    case "weeks":
      return counted(value, "week");
    case "count":
      return String(Math.round(value * 100) / 100);
  }
}

/** `1 day`, `3 days`. */
export const counted = (value: number, noun: string): string =>
  `${String(Math.round(value * 10) / 10)} ${noun}${value === 1 ? "" : "s"}`;

/** `week 3`, `weeks 3 and 7`, `weeks 1 to 6`, `weeks 1 to 3, 7 and 9`. */
export function weekWords(weeks: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const week of [...new Set(weeks)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.to === week - 1) last.to = week;
    else runs.push({ from: week, to: week });
  }
  const words = runs.flatMap(({ from, to }) =>
    to - from < 2 ? [...new Set([from, to])].map(String) : [`${String(from)} to ${String(to)}`],
  );
  const list =
    words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}` : words.join("");
  return `${weeks.length === 1 ? "week" : "weeks"} ${list}`;
}
