import { comingRuns } from "../plan/change-facts.ts";
import type { RunFacts } from "../plan/measured-plan.ts";
import { effortsOf } from "../plan/stimulus.ts";
import { holdsOrBreaks, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const nothingNewBeforeTheRace = defineLaw({
  id: "T5",
  name: "nothing-new-before-the-race",
  sentence: "The last two weeks hold no kind of effort that the plan has not held before.",
  reason: "What is new makes sore, and there is no time left to get used to it.",
  severity: "must",
  quantity: "count",
  shape: "plan",
  judge: (facts, { days }) => {
    const isLate = (run: RunFacts): boolean => run.daysToRace < days;
    // What was planned and missed is not new to the plan; how to come back to it is for law C2 to say.
    const planned = facts.plannedDays.flatMap((day) => day.runs);
    const known = new Set(planned.filter((run) => !isLate(run)).flatMap(certainEffortsOf));
    const findings: Finding[] = [];
    for (const run of comingRuns(facts)) {
      if (!isLate(run) || run.isGoalRace || run.kind === "tune_up_race") continue;
      const isKnown = run.options.every((option) => effortsOf(option).every((effort) => known.has(effort)));
      findings.push(holdsOrBreaks(isKnown, "an effort that the plan has not held before", run.week));
    }
    return judgementOf(findings, "the plan has no run in its last two weeks");
  },
});

/** Known is only what every option of a session holds. */
function certainEffortsOf({ options }: RunFacts): readonly string[] {
  const [first, ...others] = options.map(effortsOf);
  return (first ?? []).filter((effort) => others.every((efforts) => efforts.includes(effort)));
}
