import { isCutShort } from "../plan/change-facts.ts";
import type { DayFacts, PlanFacts, RaceWeekFacts } from "../plan/measured-plan.ts";
import { taperWeeksOf } from "../plan/race-weeks.ts";
import type { LawLimits } from "../rulebook/law-limits.ts";
import { atLeast, atMost, judgementOf, notApplicable, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const taperFalls = defineLaw({
  id: "T2",
  name: "taper-falls",
  sentence:
    "Each week of the taper is lower than the one before it, down to half the peak or less in race week.",
  reason: "A taper that rises again is a second build; runners who taper strictly race faster.",
  severity: "must",
  quantity: "share",
  shape: "plan",
  judge: (facts, limits) => {
    const peak = Math.max(0, ...facts.raceWeeks.map((week) => week.metresLeast));
    if (peak === 0) return notApplicable("the plan holds no run before the race");
    return judgementOf([...fallFindings(facts), ...shareFindings(facts, peak, limits)], "");
  },
});

/** A week that lost days to a break, was run otherwise or led to another race date is none to fall from. */
function fallFindings(facts: PlanFacts): readonly Finding[] {
  const { raceWeeks, rules, change } = facts;
  const taper = taperWeeksOf(raceWeeks, rules.laws.T1.peakShare);
  const isOfAnotherPlan = ({ epochDay }: DayFacts): boolean =>
    change !== null && (epochDay < (change.courseFrom ?? -Infinity) || change.otherwise.has(epochDay));
  return raceWeeks.slice(0, taper).flatMap((week, index): readonly Finding[] => {
    const last = raceWeeks[index + 1];
    if (last !== undefined && (isCutShort(last, facts) || last.days.some(isOfAnotherPlan))) return [];
    const before = last?.metresLeast ?? 0;
    const falls = week.metresMost < before;
    const finding: Finding = {
      verdict: falls ? "pass" : "breach",
      measured: week.metresMost,
      limit: before,
      quantity: "distance",
      ...firstWeekOf(week),
      ...(falls ? {} : { why: "the taper does not fall" }),
    };
    return [finding];
  });
}

/** Marathon tapers are known week by week, shorter ones by their last two weeks. */
function shareFindings(
  { plan, raceWeeks }: PlanFacts,
  peak: number,
  limits: LawLimits["T2"],
): readonly Finding[] {
  const findings: Finding[] = [];
  const peakMost = Math.max(...raceWeeks.map((week) => week.metresMost));
  limits.shares[plan.distance].forEach((range, index) => {
    const week = raceWeeks[index];
    if (week === undefined || !week.complete) return;
    const share = week.metresMost / peak;
    const more = { ...firstWeekOf(week), why: "outside the usual share of the peak" };
    findings.push(atMost(share, range.max, "flag", more));
    findings.push(atLeast(week.metresLeast / peakMost, range.min, "flag", more));
    if (index === 0) findings.push(atMost(share, limits.raceWeekShareMax, "breach", firstWeekOf(week)));
  });
  return findings;
}

const firstWeekOf = ({ weekNumbers: [week] }: RaceWeekFacts): { readonly week?: number } =>
  week === undefined ? {} : { week };
