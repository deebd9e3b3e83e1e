import { atLeast, atMost, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

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
    let lastBuild: number | null = null;
    let afterCutback = false;
    for (const week of weeks) {
      if (week.source.kind === "cutback") {
        afterCutback = true;
        continue;
      }
      if (week.source.kind === "build") {
        if (afterCutback && lastBuild !== null) {
          findings.push(atMost(week.metres, lastBuild * share.max, "breach", { week: week.number }));
          findings.push(atLeast(week.metres, lastBuild * share.min, "breach", { week: week.number }));
        }
        lastBuild = week.metres;
      }
      afterCutback = false;
    }
    return judgementOf(findings, "no build week follows a cutback");
  },
});
