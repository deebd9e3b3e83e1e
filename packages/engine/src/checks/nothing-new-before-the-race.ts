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
  shape: "plan",
  judge: ({ runs }, { days }) => {
    const isLate = (run: RunFacts): boolean => run.daysToRace < days;
    const known = new Set(runs.filter((run) => !isLate(run)).flatMap(certainEffortsOf));
    const findings: Finding[] = [];
    for (const run of runs) {
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
