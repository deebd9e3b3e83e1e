import type { RunFacts } from "../plan/measured-plan.ts";
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
    const least = Math.max(...longRuns.map((run) => run.metresLeast));
    const most = Math.max(...longRuns.map((run) => run.metresMost));
    // Near the peak by one choice at least, and by every choice: the first must not come late, the second not early.
    const latest = lastOf(longRuns, peakLongRun, ({ metresMost }) => metresMost >= peakShare * least);
    const surest = lastOf(longRuns, peakLongRun, ({ metresLeast }) => metresLeast >= peakShare * most);
    const range = days[plan.distance];
    return judgementOf(
      [
        atLeast(latest.daysToRace, range.min, "breach", { week: latest.week }),
        atMost(surest.daysToRace, range.max, "breach", { week: surest.week }),
      ],
      "",
    );
  },
});

const lastOf = (runs: readonly RunFacts[], peak: RunFacts, isBig: (run: RunFacts) => boolean): RunFacts =>
  runs.filter(isBig).reduce((a, b) => (b.daysToRace < a.daysToRace ? b : a), peak);
