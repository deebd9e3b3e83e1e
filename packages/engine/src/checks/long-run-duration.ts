import { atMost, judgementOf, notApplicable, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const longRunDuration = defineLaw({
  id: "L6",
  name: "long-run-duration",
  sentence: "No run but the race takes longer, at easy pace, than the race's long runs ever should.",
  reason: "The body counts hours, not kilometres: beyond them the damage grows faster than the fitness.",
  severity: "must",
  quantity: "duration",
  shape: "plan",
  judge: ({ plan, runs, easyPace }, { secondsMax, secondsAim }) => {
    if (easyPace === null) return notApplicable("the plan holds no easy running to reckon with");
    const aim = secondsAim[plan.distance];
    const findings: Finding[] = [];
    for (const run of runs) {
      if (run.isGoalRace) continue;
      const seconds = run.metresMost * easyPace;
      findings.push(atMost(seconds, secondsMax[plan.distance], "breach", { week: run.week }));
      if (aim !== null) findings.push(atMost(seconds, aim, "flag", { week: run.week }));
    }
    return judgementOf(findings, "the plan holds no run before the race");
  },
});
