import { isFinishPlan } from "./finish-plan.ts";
import { atLeast, atMost, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const weekWithinWhatDaysCarry = defineLaw({
  id: "E4",
  name: "week-within-what-days-carry",
  sentence:
    "A build week holds no more than its days can carry next to the long run, and the peak week lies in the range that published plans have for the race.",
  reason: "Distance pressed into too few days turns every run into a long run.",
  severity: "must",
  quantity: "distance",
  shape: "plan",
  judge: (facts, { carryFactor, peakMetres }) => {
    const { plan, weeks, peakWeekMetres } = facts;
    const findings: Finding[] = [];
    for (const week of weeks) {
      const [longest] = week.runs;
      if (week.source.kind !== "build" || longest === undefined) continue;
      // Whichever options are run, a shorter longest run carries least: the other runs at their most stand beside it.
      const { metresLeast, metresMost } = longest;
      const carried = metresLeast * (1 + carryFactor * (week.runDays - 1));
      const beside = week.metresMost - metresMost;
      findings.push(atMost(beside + metresLeast, carried, "breach", { week: week.number }));
    }
    const range = peakMetres[plan.distance];
    const week = weeks.find(({ metres }) => metres === peakWeekMetres)?.number;
    findings.push(
      atMost(peakWeekMetres, range.max, "breach", { week, why: "the peak week is beyond published plans" }),
      atLeast(peakWeekMetres, range.min, isFinishPlan(facts) ? "flag" : "breach", {
        week,
        why: "the peak week is below published plans",
      }),
    );
    return judgementOf(findings, "");
  },
});
