import { easyMetresOf } from "../plan/doses.ts";
import { sum } from "../plan/facts.ts";
import type { RunFacts } from "../plan/measured-plan.ts";
import { atLeast, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const mostlyEasy = defineLaw({
  id: "I1",
  name: "mostly-easy",
  sentence: "Most of the distance is easy: in every build week, and more so over the whole plan.",
  reason: "Easy running carries the volume that hard running needs; all successful distributions share that.",
  severity: "must",
  quantity: "share",
  shape: "plan",
  judge: ({ weeks, runs }, { weekShareMin, planShareMin }) => {
    const findings: Finding[] = [];
    for (const week of weeks) {
      if (week.source.kind !== "build" || week.metres === 0) continue;
      findings.push(atLeast(easyShareOf(week.runs), weekShareMin, "breach", { week: week.number }));
    }
    const training = runs.filter((run) => !run.isGoalRace);
    if (training.length > 0)
      findings.push(atLeast(easyShareOf(training), planShareMin, "flag", { why: "over the whole plan" }));
    return judgementOf(findings, "the plan holds no run");
  },
});

function easyShareOf(runs: readonly RunFacts[]): number {
  const total = sum(runs, (run) => run.doses.totalMetres);
  return total === 0 ? 1 : sum(runs, (run) => easyMetresOf(run.doses)) / total;
}
