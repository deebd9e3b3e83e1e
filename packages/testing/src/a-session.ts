import type { PlannedSession, RunSummary } from "@strideiq/activity";
import type { SingleStep, Step, Zone } from "@strideiq/engine";
import { onDate } from "./a-plan.ts";
import { PACES } from "./paces.ts";

/** A step of so many seconds in a zone, at the middle of the test runner's pace. */
export function timeStep(zone: Zone, seconds: number): SingleStep {
  const range = zone === "walk" || zone === "sprint" ? PACES.easy : PACES[zone];
  return { zone, by: "time", seconds, metres: (seconds / ((range.fast + range.slow) / 2)) * 1000 };
}

export const repeated = (repeat: number, ...steps: readonly Step[]): Step => ({ repeat, steps });

const secondsOf = (steps: readonly Step[]): number =>
  steps.reduce(
    (sum, step) => sum + ("repeat" in step ? step.repeat * secondsOf(step.steps) : step.seconds),
    0,
  );
const metresOf = (steps: readonly Step[]): number =>
  steps.reduce((sum, step) => sum + ("repeat" in step ? step.repeat * metresOf(step.steps) : step.metres), 0);

/** A planned session of these steps on a day. */
export function aSession(
  id: string,
  day: string,
  kind: PlannedSession["kind"],
  steps: readonly Step[],
  change: Partial<PlannedSession> = {},
): PlannedSession {
  return {
    id,
    day: onDate(day),
    week: 1,
    phase: "build",
    kind,
    isRun: kind !== "strength" && kind !== "cross_training",
    title: kind,
    metres: metresOf(steps),
    seconds: secondsOf(steps),
    isEstimated: false,
    steps,
    ...change,
  };
}

/** What was run, by its amounts: `07:00` for the hour, so many minutes, at the test runner's easy pace if not told. */
export function aSummary(
  id: string,
  day: string,
  hour: string,
  minutes: number,
  change: Partial<RunSummary> = {},
): RunSummary {
  const startAt = Date.parse(`${day}T${hour}:00Z`);
  return {
    id,
    day: onDate(day),
    sport: "run",
    startAt,
    endAt: startAt + minutes * 60_000,
    metres: timeStep("easy", minutes * 60).metres,
    movingSeconds: minutes * 60,
    fastShare: 0,
    marker: null,
    ...change,
  };
}
