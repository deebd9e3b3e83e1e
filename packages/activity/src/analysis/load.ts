import { paceMidpoint, type TrainingPaces } from "@strideiq/engine";
import type { Activity } from "../activity/activity.ts";
import type { SpeedProfile } from "../matching/speed-profile.ts";
import type { ActivityRules } from "../rules/activity-rules.ts";
import { beatsOf } from "./rhythm.ts";

/** What is known of the athlete when a run is weighed. */
export interface Athlete {
  readonly paces: TrainingPaces | null;
  /** Beats a minute at threshold; null when it was never measured. */
  readonly thresholdHeartRate: number | null;
}

export interface Load {
  /** An hour at threshold is 100. */
  readonly value: number;
  readonly from: "pace" | "heart_rate" | "effort" | "assumed";
}

/**
 * What a run weighs, by the best that is known of it: level pace against threshold pace (rTSS) where it can be
 * true, heart rate against that of threshold, session RPE times minutes (Foster), or time alone at the intensity
 * that is usual for its sport. All on
 * one scale, hours times the square of intensity times 100, so that they can stand in one curve.
 */
export const loadOf = (activity: Activity, athlete: Athlete, rules: ActivityRules): Load =>
  loadFrom(
    activity,
    beatsOf(activity, rules.elevation).map(({ metresPerSecond, seconds }) => [metresPerSecond, seconds]),
    athlete,
    rules,
  );

/** The same of an activity whose track was put aside, from the speeds that were kept of it. */
export function loadFrom(
  activity: Activity,
  speeds: SpeedProfile,
  { paces, thresholdHeartRate }: Athlete,
  rules: ActivityRules,
): Load {
  const hours = activity.movingSeconds / 3600;
  const isRun = activity.sport === "run";
  if (isRun && paces !== null && activity.metres !== null) {
    const threshold = 1000 / paceMidpoint(paces.threshold);
    const intensity = normalizedSpeed(speeds, rules.recording.metresPerSecondMax) / threshold;
    if (intensity > 0 && intensity <= rules.load.paceIntensityMax)
      return { value: hours * intensity ** 2 * 100, from: "pace" };
  }
  const { averageHeartRate, effort } = activity;
  if (thresholdHeartRate !== null && averageHeartRate !== null)
    return { value: hours * (averageHeartRate / thresholdHeartRate) ** 2 * 100, from: "heart_rate" };
  if (effort !== null) return { value: (hours * 100 * effort) / rules.load.thresholdEffort, from: "effort" };
  return { value: hours * rules.load.assumedIntensity[activity.sport] ** 2 * 100, from: "assumed" };
}

/** Session RPE times minutes, in Foster's arbitrary units; null without an effort. */
export const sessionRpeOf = ({ effort, movingSeconds }: Activity): number | null =>
  effort === null ? null : (effort * movingSeconds) / 60;

/**
 * The even speed that would have been as hard: the fourth-power mean over the run, as normalized graded pace
 * weighs the fast parts more (McGregor and Coggan). What nobody could have run is left out; 0 when nothing is left.
 */
function normalizedSpeed(speeds: SpeedProfile, metresPerSecondMax: number): number {
  let [weighted, all] = [0, 0];
  for (const [metresPerSecond, seconds] of speeds) {
    if (metresPerSecond > metresPerSecondMax) continue;
    weighted += metresPerSecond ** 4 * seconds;
    all += seconds;
  }
  return all > 0 ? (weighted / all) ** 0.25 : 0;
}
