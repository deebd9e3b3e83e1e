import type { PlanFacts } from "../plan/measured-plan.ts";
import type { LawLimits } from "../rulebook/law-limits.ts";
import { atLeast, atMost, type Finding } from "./judgement.ts";
import { scaledQuota } from "./quota.ts";

/** Long runs with enough, and not too much, half-marathon pace: how many, and when the last one is. */
export function halfMarathonPaceFindings(
  { longRuns, fullWeeks, rules }: PlanFacts,
  { halfMarathon: { longRunsMin, metres, lastDays } }: LawLimits["I7"],
): readonly Finding[] {
  const needed = scaledQuota(longRunsMin, fullWeeks, rules.laws.I8);
  if (needed === 0) return [];
  const paced = longRuns.filter(({ written }) => {
    const held = written.doses.metres.half_marathon;
    return held >= metres.min && held <= metres.max;
  });
  const why = "too few long runs at half-marathon pace";
  const findings = [atLeast(paced.length, needed, "breach", { quantity: "count", why })];
  const last = paced.at(-1);
  if (last === undefined) return findings;
  const when = { week: last.week, why: "the last long run at half-marathon pace lies outside its window" };
  return [
    ...findings,
    atLeast(last.daysToRace, lastDays.min, "breach", when),
    atMost(last.daysToRace, lastDays.max, "breach", when),
  ];
}
