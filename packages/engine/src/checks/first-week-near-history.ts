import { atLeast, atMost, judgementOf, notApplicable } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const firstWeekNearHistory = defineLaw({
  id: "V4",
  name: "first-week-near-history",
  sentence:
    "The first week starts where the athlete is: at the mean of the last four weeks, a little more at most.",
  reason: "The jump into a plan is the one that plans forget; below that mean, fitness is given away.",
  severity: "must",
  quantity: "distance",
  shape: "plan",
  judge: ({ knownWeeklyMetres: mean, weeks: [first] }, { share, smallMetres, smallStepMetres }) => {
    if (mean === null) return notApplicable("the weekly distance before the plan is not known");
    if (first === undefined) return notApplicable("the plan has no weeks");
    const most = mean < smallMetres ? mean + smallStepMetres : mean * share.max;
    const more = { week: first.number };
    return judgementOf(
      [
        atMost(first.runMetresMost, most, "breach", more),
        atLeast(first.metresLeast, mean * share.min, "flag", more),
      ],
      "",
    );
  },
});
