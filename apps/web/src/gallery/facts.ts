import type { Plan, PlanWeek, Session } from "@strideiq/engine";
import { figuresOf } from "@strideiq/wording";
import { type Overview, overviewOf } from "../plan/week-totals.ts";

/** What tells two plans apart. Metres and seconds of planning: these plans know no race result. */
export interface PlanFacts {
  readonly weeks: number;
  readonly daysPerWeek: number;
  readonly firstMetres: number;
  readonly peakMetres: number;
  readonly totalMetres: number;
  readonly longestMetres: number;
  readonly longestSeconds: number;
  readonly longRuns: number;
  readonly qualitySessions: number;
  readonly hardestSeconds: number;
}

/** Where a run begins to be long whatever the race. */
const LONG_SECONDS = 90 * 60;

const sessionsOf = (week: PlanWeek): readonly Session[] => week.days.flatMap(({ sessions }) => sessions);

/** The facts of a plan; the goal race is no training and counts in the total only. */
export function factsOf(plan: Plan, overview: Overview = overviewOf(plan)): PlanFacts {
  const training = overview.weeks.filter(({ week }) => week.kind !== "race");
  const sessions = plan.weeks.flatMap(sessionsOf).filter(({ kind }) => kind !== "race");
  const { totalMetres, peakMetres, longestMetres } = figuresOf(plan);
  return {
    weeks: plan.weeks.length,
    daysPerWeek: plan.daysPerWeek,
    firstMetres: plan.weeks[0]?.targetMetres ?? 0,
    peakMetres,
    totalMetres,
    longestMetres,
    longestSeconds: Math.max(0, ...sessions.map(({ seconds }) => seconds)),
    longRuns: sessions.filter(({ kind, seconds }) => kind === "long" && seconds >= LONG_SECONDS).length,
    qualitySessions: sessions.filter(({ quality }) => quality).length,
    hardestSeconds: Math.max(0, ...training.map(({ totals }) => totals.fastSeconds)),
  };
}

/** The week with the most running; race week is none. */
export const peakWeekOf = (plan: Plan): PlanWeek | undefined =>
  plan.weeks
    .filter(({ kind }) => kind !== "race")
    .reduce<PlanWeek | undefined>(
      (best, week) => (best === undefined || week.targetMetres > best.targetMetres ? week : best),
      undefined,
    );
