import { atMost, judgementOf, notApplicable } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const peakAgainstFirstWeek = defineLaw({
  id: "V7",
  name: "peak-against-first-week",
  sentence: "The peak week is not many times the first week.",
  reason: "Whoever begins far below the peak needs more time than one plan has.",
  severity: "must",
  quantity: "share",
  shape: "plan",
  judge: ({ weeks }, { ratioMax, ratioAim }) => {
    const first = weeks[0]?.metresLeast ?? 0;
    if (first === 0) return notApplicable("the first week holds no run");
    const peak = weeks.reduce((a, b) => (b.metresMost > a.metresMost ? b : a));
    const ratio = peak.metresMost / first;
    const more = { week: peak.number };
    return judgementOf([atMost(ratio, ratioMax, "breach", more), atMost(ratio, ratioAim, "flag", more)], "");
  },
});
