import { easyMetresOf } from "../plan/doses.ts";
import type { RunFacts } from "../plan/measured-plan.ts";
import { atLeast, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const mostlyEasy = defineLaw({
  id: "I1",
  name: "mostly-easy",
  sentence:
    "Most of the distance is easy, whichever options are chosen: in every build week, and more so over the whole plan.",
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

/**
 * The share by the choices that leave least of it: of each session the option that is worth most to the hard share so
 * far, until no choice raises it any more (Dinkelbach 1967, which ends after two or three rounds).
 */
function easyShareOf(runs: readonly RunFacts[]): number {
  let hardShare = 0;
  for (;;) {
    const share = hardShareOf(runs, hardShare);
    if (share <= hardShare) return 1 - hardShare;
    hardShare = share;
  }
}

/** The hard share when each session is run by the option that stands furthest above a share. */
function hardShareOf(runs: readonly RunFacts[], above: number): number {
  let [hard, total] = [0, 0];
  for (const { options } of runs) {
    let [mostHard, itsTotal] = [0, 0];
    let most = -Infinity;
    for (const { doses } of options) {
      const itsHard = doses.totalMetres - easyMetresOf(doses);
      const worth = itsHard - above * doses.totalMetres;
      if (worth > most) [most, mostHard, itsTotal] = [worth, itsHard, doses.totalMetres];
    }
    hard += mostHard;
    total += itsTotal;
  }
  return total === 0 ? 0 : hard / total;
}
