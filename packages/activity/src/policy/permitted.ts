import type { Source } from "../recording/recording.ts";
import type { ActivityRules } from "../rules/activity-rules.ts";

/** What is about to be done with a recording or with a number made from it. */
export const PURPOSES = ["show_athlete", "show_coach", "model", "combine", "keep"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Anything that carries where it comes from: a recording, an activity, a number made from several. */
export type Provenanced =
  | { readonly source: Source; readonly keptDays?: number }
  | { readonly sources: readonly Source[]; readonly keptDays?: number };

/**
 * The one gate in front of every use: whether everything that something comes from may be used so. A number made
 * from several sources may be used for what all of them allow.
 */
export function isPermitted(
  thing: Provenanced,
  purpose: Purpose,
  policies: ActivityRules["sources"],
): boolean {
  const sources = "source" in thing ? [thing.source] : thing.sources;
  return sources.every((source) => allows(policies[source], purpose, thing.keptDays ?? 0));
}

type Policy = ActivityRules["sources"][Source];

function allows({ combined, keepDays, model, shownTo }: Policy, purpose: Purpose, keptDays: number): boolean {
  const isKept = keepDays === null || keptDays <= keepDays;
  switch (purpose) {
    case "show_athlete":
    case "keep":
      return isKept;
    case "show_coach":
      return isKept && shownTo === "coach";
    case "model":
      return isKept && model;
    case "combine":
      return isKept && combined;
  }
}

/** Those of several things that may be used so. */
export const permitted = <Thing extends Provenanced>(
  things: readonly Thing[],
  purpose: Purpose,
  policies: ActivityRules["sources"],
): readonly Thing[] => things.filter((thing) => isPermitted(thing, purpose, policies));
