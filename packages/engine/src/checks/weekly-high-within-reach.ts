import { judgementOf } from "./judgement.ts";
import { defineLaw } from "./law.ts";
import { inTwoWeeks, weeklyHighFindings } from "./weekly-high.ts";

export const weeklyHighWithinReach = defineLaw({
  id: "V1",
  name: "weekly-high-within-reach",
  sentence:
    "A new weekly high stays within 30 % of the highest of the four weeks before; small weeks may add a fixed step, but two such steps in a row no more than half of the week they began from.",
  reason:
    "Above that step lie the injured novices of the studies; nearly every published plan stays below it. Two steps in a row are one climb: those who stayed whole grew by half in two weeks.",
  severity: "must",
  quantity: "distance",
  shape: "plan",
  judge: (facts, limits) =>
    judgementOf(
      [
        ...weeklyHighFindings(facts, limits, "breach"),
        ...weeklyHighFindings(facts, limits.twoWeeks, "breach", inTwoWeeks(limits.twoWeeks)),
      ],
      "one week alone has no high",
    ),
});
