import { atLeast, atMost, judgementOf, notApplicable } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const lastBigLongRun = defineLaw({
  id: "L4",
  name: "last-big-long-run",
  sentence:
    "The last long run near the peak lies close enough to the race to count and far enough to be digested.",
  reason: "Its effect lasts for weeks, its fatigue for about two; published plans agree on the window.",
  severity: "must",
  quantity: "days",
  shape: "plan",
  judge: ({ plan, longRuns, peakLongRun }, { peakShare, days }) => {
    if (peakLongRun === null) return notApplicable("the plan has no long run");
    const big = longRuns.filter((run) => run.metres >= peakShare * peakLongRun.metres);
    const last = big.reduce((a, b) => (b.daysToRace < a.daysToRace ? b : a), peakLongRun);
    const range = days[plan.distance];
    const more = { week: last.week };
    return judgementOf(
      [
        atLeast(last.daysToRace, range.min, "breach", more),
        atMost(last.daysToRace, range.max, "breach", more),
      ],
      "",
    );
  },
});
