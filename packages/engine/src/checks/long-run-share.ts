import { atMost, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const longRunShare = defineLaw({
  id: "L5",
  name: "long-run-share",
  sentence:
    "The long run is at most a set share of its week, by run days, whichever options are chosen; in big weeks a smaller one.",
  reason: "A week that is mostly one run loads it without the running that supports it.",
  severity: "must",
  quantity: "share",
  shape: "plan",
  judge: ({ weeks }, limits) => {
    const findings: Finding[] = [];
    for (const week of weeks) {
      if (week.longRun === null || week.touchesRaceWeek || week.metres === 0) continue;
      const { metresLeast, metresMost } = week.longRun;
      const share = metresMost / (week.metresLeast - metresLeast + metresMost);
      const most = week.runDays >= limits.manyDays ? limits.shareManyDays : limits.shareFewDays;
      findings.push(atMost(share, most, "breach", { week: week.number }));
      if (week.metresMost >= limits.bigWeekMetres)
        findings.push(atMost(share, limits.bigWeekShare, "flag", { week: week.number }));
    }
    return judgementOf(findings, "no week has a long run");
  },
});
