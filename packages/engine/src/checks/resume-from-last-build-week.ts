import { atLeast, atMost, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";
import { isLostDay } from "../plan/change-facts.ts";
import { sum } from "../plan/facts.ts";
import type { PlanFacts, WeekFacts } from "../plan/measured-plan.ts";

export const resumeFromLastBuildWeek = defineLaw({
  id: "V6",
  name: "resume-from-last-build-week",
  sentence:
    "After a cutback the distance resumes at that of the last build week, neither below it nor far above.",
  reason: "Growth reckoned from a cutback ratchets a plan down; a jump after one takes its rest back.",
  severity: "must",
  quantity: "distance",
  shape: "plan",
  judge: (facts, { share }) => {
    const findings: Finding[] = [];
    let lastBuild: Held | null = null;
    let afterCutback = false;
    for (const week of facts.weeks) {
      const isCut = week.days.some((day) => isLostDay(facts.change, day));
      if (isCut) lastBuild = null;
      if (week.source.kind === "cutback") {
        afterCutback = true;
        continue;
      }
      if (week.source.kind === "build") {
        if (afterCutback && lastBuild !== null) {
          const more = { week: week.number };
          findings.push(atMost(week.metresMost, lastBuild.least * share.max, "breach", more));
          findings.push(atLeast(week.metresLeast, lastBuild.most * share.min, "breach", more));
        }
        if (!isCut) lastBuild = heldBy(week, facts);
      }
      afterCutback = false;
    }
    return judgementOf(findings, "no build week follows a cutback");
  },
});

/**
 * What a build week says the legs are used to: by options, `least` is what the next is not to be far above. Where
 * that week or the cutback lost days nobody knows: law V1 alone has the way up from there.
 */
interface Held {
  readonly least: number;
  readonly most: number;
}

/** A week that was run otherwise than planned takes nothing from the weeks to come, and asks for no more of them. */
function heldBy({ number, metresLeast, metresMost }: WeekFacts, { change, plannedDays }: PlanFacts): Held {
  const run = { least: metresLeast, most: metresMost };
  if (change === null) return run;
  const planned = plannedDays
    .filter(({ week }) => week === number)
    .flatMap((day) => day.runs.filter((one) => !one.isGoalRace));
  return {
    least: Math.max(
      run.least,
      sum(planned, (one) => one.metresLeast),
    ),
    most: Math.min(
      run.most,
      sum(planned, (one) => one.metresMost),
    ),
  };
}
