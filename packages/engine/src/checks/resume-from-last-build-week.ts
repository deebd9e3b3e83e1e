import { atLeast, atMost, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";
import type { WeekFacts } from "../plan/measured-plan.ts";

export const resumeFromLastBuildWeek = defineLaw({
  id: "V6",
  name: "resume-from-last-build-week",
  sentence:
    "After a cutback the distance resumes at that of the last build week, neither below it nor far above.",
  reason: "Growth reckoned from a cutback ratchets a plan down; a jump after one takes its rest back.",
  severity: "must",
  quantity: "distance",
  shape: "plan",
  judge: ({ weeks }, { share }) => {
    const findings: Finding[] = [];
    let lastBuild: WeekFacts | null = null;
    let afterCutback = false;
    for (const week of weeks) {
      if (week.source.kind === "cutback") {
        afterCutback = true;
        continue;
      }
      if (week.source.kind === "build") {
        if (afterCutback && lastBuild !== null) {
          const more = { week: week.number };
          findings.push(atMost(week.metresMost, lastBuild.metresLeast * share.max, "breach", more));
          findings.push(atLeast(week.metresLeast, lastBuild.metresMost * share.min, "breach", more));
        }
        lastBuild = week;
      }
      afterCutback = false;
    }
    return judgementOf(findings, "no build week follows a cutback");
  },
});
