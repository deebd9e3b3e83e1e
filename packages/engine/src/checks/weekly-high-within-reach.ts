import { judgementOf } from "./judgement.ts";
import { defineLaw } from "./law.ts";
import { weeklyHighFindings } from "./weekly-high.ts";

export const weeklyHighWithinReach = defineLaw({
  id: "V1",
  name: "weekly-high-within-reach",
  sentence:
    "A new weekly high stays within 30 % of the highest of the four weeks before; small weeks may add a fixed step.",
  reason:
    "Above that step lie the injured novices of the studies; nearly every published plan stays below it.",
  severity: "must",
  quantity: "distance",
  shape: "plan",
  judge: (facts, limits) =>
    judgementOf(weeklyHighFindings(facts, limits, "breach"), "one week alone has no high"),
});
