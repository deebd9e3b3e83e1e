import { type LawVerdict, type Plan, type PlanWeek } from "@strideiq/engine";
import type { WeekFacts } from "./expression.ts";
import type { PlanRule } from "./parse-plugin.ts";

/** The plan with a verdict for each rule of a plugin: a flag for the weeks in which it does not hold. */
export function judgeByRules(plan: Plan, rules: readonly PlanRule[]): Plan {
  if (rules.length === 0) return plan;
  const facts = plan.weeks.map((week) => factsOf(plan, week));
  const verdicts = rules.map((rule) => verdictOf(rule, facts));
  return { ...plan, certificate: { ...plan.certificate, laws: [...plan.certificate.laws, ...verdicts] } };
}

function verdictOf({ id, sentence, holds }: PlanRule, facts: readonly WeekFacts[]): LawVerdict {
  try {
    const weeks = facts.filter((week) => !holds(week)).map(({ week }) => week.number);
    return weeks.length === 0 ? { id, verdict: "pass" } : { id, verdict: "flag", weeks, why: sentence };
  } catch {
    // A division by nothing: no reason to keep a plan from its athlete.
    return { id, verdict: "not_applicable", why: "This rule could not be judged for this plan." };
  }
}

function factsOf(plan: Plan, week: PlanWeek): WeekFacts {
  const sessions = week.days.flatMap((day) => day.sessions);
  const runs = week.days.filter((day) => day.sessions.some(({ metres }) => metres > 0));
  return {
    plan: { distance: plan.request.distance, tier: plan.tier, weeks: plan.weeks.length },
    week: {
      number: week.week,
      toRace: plan.weeks.length - week.week,
      phase: week.phase,
      kind: week.kind,
      km: sum(sessions.map(({ metres }) => metres)) / 1_000,
      longKm:
        Math.max(0, ...sessions.filter(({ kind }) => kind === "long").map(({ metres }) => metres)) / 1_000,
      qualityDays: week.days.filter((day) => day.sessions.some(({ quality }) => quality)).length,
      runDays: runs.length,
      sessions: sessions.map(({ kind, workout, metres, seconds, quality }) => ({
        kind,
        workout: workout ?? "",
        km: metres / 1_000,
        minutes: seconds / 60,
        quality,
      })),
    },
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
