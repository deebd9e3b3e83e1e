import { isCutShort, isSuspendedIn } from "../plan/change-facts.ts";
import { hasFasterRunning } from "../plan/doses.ts";
import { sum } from "../plan/facts.ts";
import { taperWeeksOf } from "../plan/race-weeks.ts";
import { atLeast, judgementOf, notApplicable } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const taperKeepsTouch = defineLaw({
  id: "T4",
  name: "taper-keeps-touch",
  sentence: "Every week of the taper keeps a short faster session; strides are enough.",
  reason: "Distance falls, speed stays: that is what makes a taper more than a rest.",
  severity: "must",
  quantity: "count",
  shape: "plan",
  judge: (facts) => {
    const { raceWeeks, rules, change } = facts;
    if (change?.isSuspended === true)
      return notApplicable("while hard running rests, nothing but easy running is asked for");
    const taper = Math.max(1, taperWeeksOf(raceWeeks, rules.laws.T1.peakShare));
    // Days lost to a break, to pain or to illness come first back easily; strides among them are no loss.
    const open = raceWeeks
      .slice(0, taper)
      .filter((week) => !isCutShort(week, facts) && !isSuspendedIn(week, change));
    const findings = open.map((raceWeek) => {
      const runs = raceWeek.days.flatMap((day) => day.runs).filter((run) => !run.isGoalRace);
      const touches = sum(runs, (run) => (hasFasterRunning(run.doses) ? 1 : 0));
      return atLeast(touches, 1, "breach", { week: raceWeek.weekNumbers[0] });
    });
    return judgementOf(findings, "the plan has no week before the race");
  },
});
