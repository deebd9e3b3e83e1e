import { atLeast, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const runDaysCarryTheirDistance = defineLaw({
  id: "E3",
  name: "run-days-carry-their-distance",
  sentence:
    "A build week has only as many run days as its distance fills with real runs beside the long run.",
  reason:
    "Runs of a few minutes cost a day and train nothing; fewer and longer runs serve a small week better.",
  severity: "must",
  quantity: "distance",
  shape: "plan",
  judge: ({ weeks }, { otherRunMetresMin }) => {
    const findings: Finding[] = [];
    for (const week of weeks) {
      const [longest] = week.runs;
      if (week.source.kind !== "build" || longest === undefined || week.runDays < 2) continue;
      const others = (week.metres - longest.metres) / (week.runDays - 1);
      findings.push(atLeast(others, otherRunMetresMin, "breach", { week: week.number }));
    }
    return judgementOf(findings, "no build week with more than one run");
  },
});
