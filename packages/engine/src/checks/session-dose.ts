import type { Doses } from "../plan/doses.ts";
import type { LawLimits } from "../rulebook/law-limits.ts";
import { atMost, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const sessionDose = defineLaw({
  id: "I3",
  name: "session-dose",
  sentence:
    "No session holds more threshold, interval, repetition or marathon-pace running than one session can use.",
  reason: "Past a certain dose a session only makes the next one worse.",
  severity: "must",
  quantity: "distance",
  shape: "plan",
  judge: ({ runs }, limits) => {
    const findings: Finding[] = [];
    for (const run of runs) {
      if (run.kind === "race" || run.kind === "tune_up_race") continue;
      for (const { doses } of run.options) findings.push(...doseFindings(doses, limits, run.week));
    }
    return judgementOf(findings, "the plan holds no run before the race");
  },
});

/** 10K pace counts with the intervals, half-marathon pace with marathon pace: with the slower neighbour's room. */
function doseFindings({ metres, seconds }: Doses, limits: LawLimits["I3"], week: number): readonly Finding[] {
  const amounts = [
    [seconds.threshold, limits.thresholdSeconds, "too long at threshold", "duration"],
    [metres.threshold, limits.thresholdMetres, "too far at threshold", "distance"],
    [metres.interval + metres.ten_k, limits.intervalMetres, "too far at interval effort", "distance"],
    [metres.repetition, limits.repetitionMetres, "too far at repetition effort", "distance"],
    [
      metres.marathon + metres.half_marathon,
      limits.marathonPaceMetres,
      "too far at marathon pace",
      "distance",
    ],
  ] as const;
  const findings: Finding[] = [];
  for (const [amount, most, why, quantity] of amounts)
    if (amount > 0) findings.push(atMost(amount, most, "breach", { quantity, week, why }));
  return findings;
}
