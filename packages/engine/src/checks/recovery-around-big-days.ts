import { briskMetresOf } from "../plan/doses.ts";
import type { PlanFacts, RunFacts } from "../plan/measured-plan.ts";
import type { SessionKind } from "../plan/vocabulary.ts";
import type { LawLimits } from "../rulebook/law-limits.ts";
import { atMost, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

const BEFORE_RACE: readonly SessionKind[] = ["easy", "recovery", "strides"];
/** Law L2 allows an easy long run on the day after a tune-up race. */
const AFTER_RACE: readonly SessionKind[] = [...BEFORE_RACE, "long"];

export const recoveryAroundBigDays = defineLaw({
  id: "H3",
  name: "recovery-around-big-days",
  sentence:
    "Two easy days follow a long run with much marathon pace in it; the days around a tune-up race are easy.",
  reason: "The biggest sessions of a plan are worth what is absorbed of them.",
  severity: "must",
  quantity: "count",
  shape: "plan",
  judge: (facts, limits) => {
    const findings: Finding[] = [];
    for (const run of facts.runs) {
      if (run.kind === "long") findings.push(...afterLongFindings(run, facts, limits));
      if (run.kind === "tune_up_race") {
        findings.push(dayFinding(run, -1, BEFORE_RACE, facts), dayFinding(run, 1, AFTER_RACE, facts));
      }
    }
    return judgementOf(findings, "no long run with much marathon pace, and no tune-up race");
  },
});

function afterLongFindings(long: RunFacts, facts: PlanFacts, limits: LawLimits["H3"]): readonly Finding[] {
  if (briskMetresOf(long.doses) < limits.marathonPaceMetres) return [];
  const findings: Finding[] = [];
  for (let after = 1; after <= limits.easyDaysAfter; after += 1) {
    const day = facts.dayAt.get(long.epochDay + after);
    const hard = day?.runs.filter((run) => run.quality).length ?? 0;
    findings.push(
      atMost(hard, 0, "breach", {
        week: day?.week ?? long.week,
        why: "too soon after a long run with marathon pace",
      }),
    );
  }
  return findings;
}

function dayFinding(
  race: RunFacts,
  offset: number,
  allowed: readonly SessionKind[],
  { dayAt }: PlanFacts,
): Finding {
  const day = dayAt.get(race.epochDay + offset);
  const hard = day?.runs.filter((run) => run.quality || !allowed.includes(run.kind)).length ?? 0;
  return atMost(hard, 0, "breach", {
    week: day?.week ?? race.week,
    why: "not easy next to a tune-up race",
  });
}
