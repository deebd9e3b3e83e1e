import { isRepeat, type Step, type Zone } from "@strideiq/engine";
import type { MatchingRules } from "../rules/activity-rules.ts";
import type { Sport } from "../activity/activity.ts";
import type { PlannedSession } from "./planned-session.ts";
import type { RunSummary } from "./run-summary.ts";

/** One activity, or several that lie close together and may be one session: warm-up, race, cool-down. */
export interface Unit {
  readonly ids: readonly string[];
  readonly sport: Sport;
  readonly metres: number | null;
  readonly movingSeconds: number;
  readonly fastShare: number | null;
  readonly startAt: number;
}

export const unitOf = (runs: readonly RunSummary[]): Unit => {
  const seconds = runs.reduce((sum, run) => sum + run.movingSeconds, 0);
  const fast = runs.reduce((sum, run) => sum + (run.fastShare ?? 0) * run.movingSeconds, 0);
  return {
    ids: runs.map(({ id }) => id),
    sport: runs[0]?.sport ?? "other",
    metres: runs.every(({ metres }) => metres === null)
      ? null
      : runs.reduce((sum, { metres }) => sum + (metres ?? 0), 0),
    movingSeconds: seconds,
    fastShare: runs.every(({ fastShare }) => fastShare === null) || seconds <= 0 ? null : fast / seconds,
    startAt: Math.min(...runs.map(({ startAt }) => startAt)),
  };
};

const BESIDE_RUNNING: Readonly<Record<"cross_training" | "strength", readonly Sport[]>> = {
  cross_training: ["ride", "swim", "cross_training", "hike", "walk"],
  strength: ["strength"],
};

/** A run is matched with runs only: a walk is not a run. */
export function isCompatible({ kind }: PlannedSession, sport: Sport): boolean {
  return kind === "cross_training" || kind === "strength"
    ? BESIDE_RUNNING[kind].includes(sport)
    : sport === "run";
}

/**
 * How little a session and what was done look alike: 0 is the same, and each weight is what a wrong kind, or an
 * amount too large or too small by a factor of e, costs. Amounts that are not known cost nothing.
 */
export function costOf(session: PlannedSession, unit: Unit, { weights }: MatchingRules): number {
  const amounts = [
    { weight: weights.duration, ratio: ratioOf(unit.movingSeconds, session.seconds) },
    { weight: weights.distance, ratio: session.isEstimated ? null : ratioOf(unit.metres, session.metres) },
  ];
  const known = amounts.flatMap(({ ratio, weight }) => (ratio === null ? [] : [{ ratio, weight }]));
  const weighed = known.reduce((sum, { ratio, weight }) => sum + weight * Math.abs(Math.log(ratio)), 0);
  const all = weights.duration + weights.distance;
  const told = known.reduce((sum, { weight }) => sum + weight, 0);
  return (told === 0 ? 0 : (weighed * all) / told) + weights.kind * kindCost(session, unit);
}

const ratioOf = (done: number | null, planned: number): number | null =>
  done === null || done <= 0 || planned <= 0 ? null : done / planned;

const EASY: readonly Zone[] = ["walk", "recovery", "easy", "steady", "sprint"];

/** How far the share of fast running is from the one that was planned. */
const kindCost = (session: PlannedSession, { fastShare }: Unit): number =>
  fastShare === null || !session.isRun ? 0 : Math.min(1, Math.abs(fastShare - plannedFastShare(session)) * 2);

function plannedFastShare({ seconds, steps }: PlannedSession): number {
  return seconds <= 0 ? 0 : fastSecondsOf(steps) / seconds;
}

function fastSecondsOf(steps: readonly Step[]): number {
  let fast = 0;
  for (const step of steps) {
    if (isRepeat(step)) fast += step.repeat * fastSecondsOf(step.steps);
    else if (!EASY.includes(step.zone)) fast += step.seconds;
  }
  return fast;
}
