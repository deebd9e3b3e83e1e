import { RACE_DISTANCES, type RaceDistance } from "@strideiq/engine";
import type { StandardPlan } from "../api/standard-plans.ts";
import { createOwn } from "../preferences/stored.ts";

export const TIERS = ["low", "mid", "high"] as const;

/** What is shown; `all` leaves a question open. */
export interface Filter {
  readonly distance: RaceDistance | "all";
  readonly weeks: string;
  readonly tier: (typeof TIERS)[number] | "all";
}

export const NO_FILTER: Filter = { distance: "all", weeks: "all", tier: "all" };

/** The tab remembers it, so that one comes back from a plan to the same shelf. */
export const storedFilter = createOwn<Filter>("strideiq.gallery", restoreFilter);

export function restoreFilter(text: string | null): Filter {
  const [distance, weeks = "", tier] = readTexts(text);
  return {
    distance: RACE_DISTANCES.find((known) => known === distance) ?? "all",
    weeks: /^\d{1,2}$/.test(weeks) ? weeks : "all",
    tier: TIERS.find((known) => known === tier) ?? "all",
  };
}

function readTexts(text: string | null): readonly (string | undefined)[] {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    if (typeof value !== "object" || value === null) return [];
    return ["distance", "weeks", "tier"].map((key) => {
      const found: unknown = Reflect.get(value, key);
      return typeof found === "string" ? found : undefined;
    });
  } catch {
    return [];
  }
}

/** The plans that answer the filter: the shorter first, then by level. */
export const matching = (plans: readonly StandardPlan[], filter: Filter): readonly StandardPlan[] =>
  plans
    .filter(
      ({ distance, weeks, tier }) =>
        (filter.distance === "all" || distance === filter.distance) &&
        (filter.weeks === "all" || String(weeks) === filter.weeks) &&
        (filter.tier === "all" || tier === filter.tier),
    )
    .toSorted((a, b) => a.weeks - b.weeks || TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier));

/** The lengths that there are for a distance. */
export const weeksOffered = (
  plans: readonly StandardPlan[],
  distance: Filter["distance"],
): readonly number[] =>
  [...new Set(matching(plans, { ...NO_FILTER, distance }).map(({ weeks }) => weeks))].toSorted(
    (a, b) => a - b,
  );
