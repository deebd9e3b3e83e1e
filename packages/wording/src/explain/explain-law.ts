import type { LawVerdict, Quantity, Units, Verdict } from "@strideiq/engine";
import { measureOf } from "../names/law-measures.ts";
import { lawWordsOf } from "../names/law-words.ts";
import { VERDICT_NAMES } from "../names/names.ts";
import { formatDistance, metresPerUnit } from "../numbers/format-distance.ts";
import { formatClock, formatMinutes } from "../numbers/format-duration.ts";
import { formatPace } from "../numbers/format-pace.ts";

/** A verdict in words: the law's name, how it went, and what was found. */
export interface ExplainedLaw {
  readonly name: string;
  readonly verdict: string;
  /** `long run as a share of its week: 52 %, at most 50 %, weeks 3 and 7`; empty where there is nothing to add. */
  readonly detail: string;
}

export function explainLaw(law: LawVerdict, units: Units): ExplainedLaw {
  const { id, verdict, weeks = [] } = law;
  const parts = [findingOf(law, units), weeks.length === 0 ? "" : weekWords(weeks)];
  return {
    name: lawWordsOf(id)?.name ?? `Law ${id}`,
    verdict: VERDICT_NAMES[verdict],
    detail: parts.filter((text) => text !== "").join(", "),
  };
}

/** What was found, with the thing that its numbers count: never a bare number. */
function findingOf(law: LawVerdict, units: Units): string {
  const { id, verdict, measured, limit, quantity = "count" } = law;
  const why = verdict === "pass" ? undefined : law.why;
  const measure = measureOf(id, quantity, why);
  if (measured === undefined) return why ?? "";
  // Of what may not happen at all "1, at most 0" is no sentence; and that it does not happen is no news.
  if (quantity === "count" && limit === 0)
    return measured === 0 ? "" : `${why ?? measure}${measured > 1 ? ` (${String(measured)})` : ""}`;
  const numbers = lawNumbers(law, measured, quantity, units);
  const found = measure === "" || numbers === "" ? numbers : `${measure}: ${numbers}`;
  if (why === undefined) return found;
  return found === "" ? why : `${why} (${found})`;
}

/** Nothing found where nothing may be found is no news. */
function lawNumbers(
  { limit, verdict }: LawVerdict,
  measured: number,
  quantity: Quantity,
  units: Units,
): string {
  if (limit === undefined) return formatQuantity(measured, quantity, units);
  return measured === 0 && limit === 0 ? "" : measuredAgainst({ quantity, limit, measured, verdict }, units);
}

interface Numbers {
  readonly quantity: Quantity;
  readonly measured: number;
  readonly limit: number;
  readonly verdict: Verdict;
}

/** `53 %, at most 50 %`. On which side the limit lies follows from the verdict. */
function measuredAgainst({ quantity, limit, measured, verdict }: Numbers, units: Units): string {
  const [found, bound] = besideEachOther(measured, limit, quantity, units);
  if (measured === limit) return `${found}, limit ${bound}`;
  if (found === bound) return `${found}, just ${measured > limit ? "above" : "below"} the limit`;
  return `${found}, ${measured > limit === (verdict === "pass") ? "at least" : "at most"} ${bound}`;
}

/** Two numbers that are told beside each other: more exactly where rounding would make one of them. */
export function besideEachOther(
  one: number,
  other: number,
  quantity: Quantity,
  units: Units,
): readonly [string, string] {
  const say = (value: number): string => formatQuantity(value, quantity, units);
  if (one === other || say(one) !== say(other)) return [say(one), say(other)];
  return [preciseQuantity(one, quantity, units), preciseQuantity(other, quantity, units)];
}

/** A number of a law in the athlete's units: a share as per cent, seconds as minutes. */
export function formatQuantity(value: number, quantity: Quantity, units: Units): string {
  switch (quantity) {
    case "distance":
      return formatDistance(value, units);
    case "duration":
      return formatMinutes(value);
    case "pace":
      return formatPace(value, units);
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

/** For a number so close to its limit that rounding would hide on which side it lies. */
function preciseQuantity(value: number, quantity: Quantity, units: Units): string {
  if (quantity === "distance") return `${(value / metresPerUnit(units)).toFixed(3)} ${units}`;
  if (quantity === "duration") return formatClock(value);
  return quantity === "share" ? `${(value * 100).toFixed(2)} %` : String(value);
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
  return `${weeks.length === 1 ? "week" : "weeks"} ${listWords(words)}`;
}

/** `3`, `3 and 7`, `1 to 3, 7 and 9`. */
export const listWords = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}` : words.join("");
