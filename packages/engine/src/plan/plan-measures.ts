import { fastSecondsOf } from "./doses.ts";
import { factsOf, sum } from "./facts.ts";
import type { LawRules, PlanUnderLaw } from "./measured-plan.ts";
import type { Plan } from "./plan.ts";

/** What a coach asks of a plan first, in the order in which it is told. */
export const PLAN_MEASURES = [
  "weeks",
  "runs",
  "totalMetres",
  "peakMetres",
  "longestMetres",
  "hardSessions",
  "thresholdSeconds",
  "fasterSeconds",
  "racePaceSeconds",
  "cutbackWeeks",
  "taperWeeks",
  "remarks",
] as const;

export type PlanMeasure = (typeof PLAN_MEASURES)[number];

/** A plan in a dozen numbers. The goal race is in none of them. */
export type PlanMeasures = Readonly<Record<PlanMeasure, number>>;

/** As fine as a coach speaks of it: what differs by less is no difference. */
const METRES_OF_A_RUN = 100;
const METRES_IN_ALL = 1_000;
const SECONDS = 60;

type JudgedPlan = PlanUnderLaw & Pick<Plan, "certificate">;

/** A plan as a coach compares it with another one. */
export function measuresOf(plan: JudgedPlan, rules: LawRules): PlanMeasures {
  const facts = factsOf(plan, rules);
  const runs = facts.runs.filter(({ isGoalRace }) => !isGoalRace);
  const secondsOf = (amount: (run: (typeof runs)[number]) => number): number =>
    rounded(sum(runs, amount), SECONDS);
  return {
    weeks: plan.weeks.length,
    runs: runs.length,
    totalMetres: rounded(
      sum(runs, ({ metres }) => metres),
      METRES_IN_ALL,
    ),
    peakMetres: rounded(facts.peakWeekMetres, METRES_OF_A_RUN),
    longestMetres: rounded(Math.max(0, ...runs.map(({ metres }) => metres)), METRES_OF_A_RUN),
    hardSessions: runs.filter(({ quality }) => quality).length,
    thresholdSeconds: secondsOf(({ doses }) => doses.seconds.threshold),
    fasterSeconds: secondsOf(({ doses }) => fastSecondsOf(doses) - doses.seconds.threshold),
    racePaceSeconds: secondsOf(({ doses }) => doses.seconds.marathon + doses.seconds.half_marathon),
    cutbackWeeks: plan.weeks.filter(({ kind }) => kind === "cutback").length,
    taperWeeks: plan.weeks.filter(({ phase }) => phase === "taper").length,
    remarks: plan.certificate.laws.filter(({ verdict }) => verdict === "flag").length,
  };
}

const rounded = (amount: number, grain: number): number => Math.round(amount / grain) * grain;
