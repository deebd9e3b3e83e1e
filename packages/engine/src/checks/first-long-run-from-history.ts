import { atMost, grownBy, judgementOf, notApplicable } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const firstLongRunFromHistory = defineLaw({
  id: "E2",
  name: "first-long-run-from-history",
  sentence:
    "The first long run starts from the longest run of the last thirty days, with a small step at most.",
  reason:
    "A single run far beyond the longest recent one is where runners get hurt, more than in any big week.",
  severity: "must",
  quantity: "distance",
  shape: "plan",
  judge: ({ knownLongestMetres, longRuns, weeks, opening, change }, limits) => {
    if (knownLongestMetres === null) return notApplicable("the longest recent run is not known");
    if (knownLongestMetres === 0)
      return notApplicable("no run in the last thirty days: law L3 sets the first runs");
    const first = longRuns[0] ?? weeks[0]?.runs[0];
    if (first === undefined) return notApplicable("the plan holds no run");
    // Once the first week was run otherwise it is its plan that started somewhere; law L3 sees to the rest.
    const metres = change === null || change.otherwise.size === 0 ? first.metresMost : opening.longestMetres;
    return judgementOf(
      [atMost(metres, grownBy(knownLongestMetres, limits), "breach", { week: first.week })],
      "",
    );
  },
});
