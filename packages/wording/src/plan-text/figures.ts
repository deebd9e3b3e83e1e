import { type Plan, type PlanWeek, type Session, type Units } from "@strideiq/engine";
import { distanceNumber, formatDistance } from "../numbers/format-distance.ts";
import { chosenOf } from "../workout/session-view.ts";

/** The few numbers by which a runner knows a plan. Metres; an estimated plan has estimated figures. */
export interface PlanFigures {
  readonly totalMetres: number;
  readonly peakMetres: number;
  readonly peakWeek: number;
  readonly longestMetres: number;
  readonly estimated: boolean;
}

export const sessionsOf = (week: PlanWeek): readonly Session[] =>
  week.days.flatMap(({ sessions }) => sessions);

const isEstimated = (week: PlanWeek): boolean => sessionsOf(week).some(({ estimated }) => estimated === true);

/** Totals, the biggest week and the longest run of training: the goal race is neither. */
export function figuresOf({ weeks }: Plan): PlanFigures {
  const training = weeks.filter(({ kind }) => kind !== "race");
  const peak = training.reduce<PlanWeek | undefined>(
    (best, week) => (best === undefined || week.targetMetres > best.targetMetres ? week : best),
    undefined,
  );
  const runs = weeks.flatMap(sessionsOf).filter(({ kind }) => kind !== "race");
  return {
    totalMetres: weeks.reduce((sum, { targetMetres }) => sum + targetMetres, 0),
    peakMetres: peak?.targetMetres ?? 0,
    peakWeek: peak?.week ?? 0,
    longestMetres: Math.max(0, ...runs.map((run) => chosenOf(run).metres)),
    estimated: weeks.some(isEstimated),
  };
}

/** A distance of a plan, marked as an estimate where it is one. */
export const planDistance = (metres: number, estimated: boolean, units: Units): string =>
  `${estimated ? "~" : ""}${formatDistance(metres, units)}`;

/** The distance of a week as a bare number. */
export const weekNumber = (week: PlanWeek, units: Units): string =>
  `${isEstimated(week) ? "~" : ""}${distanceNumber(week.targetMetres, units)}`;
