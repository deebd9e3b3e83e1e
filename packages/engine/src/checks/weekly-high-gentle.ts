import { judgementOf } from "./judgement.ts";
import { defineLaw } from "./law.ts";
import { weeklyHighFindings } from "./weekly-high.ts";

export const weeklyHighGentle = defineLaw({
  id: "V2",
  name: "weekly-high-gentle",
  sentence:
    "A new weekly high aims at a tenth more than the highest of the four weeks before, or a fixed step where that is more.",
  reason: "Published plans grow by five to ten percent from high to high; more is for short horizons.",
  severity: "default",
  quantity: "distance",
  shape: "plan",
  judge: (facts, limits) =>
    judgementOf(weeklyHighFindings(facts, limits, "flag"), "one week alone has no high"),
});
