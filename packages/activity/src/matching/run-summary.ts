import { type CalendarDate, paceMidpoint, type TrainingPaces } from "@strideiq/engine";
import type { Activity, Sport } from "../activity/activity.ts";
import type { ElevationRules } from "../rules/activity-rules.ts";
import { markedSession } from "./planned-session.ts";
import { type SpeedProfile, speedProfileOf } from "./speed-profile.ts";

/** The little of an activity by which it is matched: thousands of these are matched without their tracks. */
export interface RunSummary {
  readonly id: string;
  readonly day: CalendarDate;
  readonly sport: Sport;
  /** Milliseconds since 1970. */
  readonly startAt: number;
  readonly endAt: number;
  readonly metres: number | null;
  readonly movingSeconds: number;
  /** Share of the time clearly faster than easy; null when no paces are known. */
  readonly fastShare: number | null;
  /** The session that the executed workout names. */
  readonly marker: string | null;
}

/** Null for an activity whose day nobody knows: it waits until the athlete tells it. */
export const summaryOf = (
  activity: Activity,
  paces: TrainingPaces | null,
  rules: ElevationRules,
): RunSummary | null => summaryFrom(activity, speedProfileOf(activity, rules), paces);

/** The same of an activity whose track was put aside, from the speeds that were kept of it. */
export function summaryFrom(
  activity: Activity,
  speeds: SpeedProfile,
  paces: TrainingPaces | null,
): RunSummary | null {
  const { elapsedSeconds, id, metres, movingSeconds, sport, start, workout } = activity;
  if (start === null) return null;
  const texts = [workout?.name ?? "", ...(workout?.notes ?? []), activity.name ?? "", activity.notes ?? ""];
  return {
    id,
    day: start.day,
    sport,
    startAt: start.at,
    endAt: start.at + elapsedSeconds * 1000,
    metres,
    movingSeconds,
    fastShare: paces === null ? null : fastShareOf(speeds, paces),
    marker: texts.map(markedSession).find((marker) => marker !== null) ?? null,
  };
}

/** Faster than the middle between the fast end of easy and threshold: where work begins, whatever it is called. */
function fastShareOf(speeds: SpeedProfile, paces: TrainingPaces): number | null {
  const line = 1000 / ((paces.easy.fast + paceMidpoint(paces.threshold)) / 2);
  let [fast, all] = [0, 0];
  for (const [metresPerSecond, seconds] of speeds) {
    all += seconds;
    if (metresPerSecond > line) fast += seconds;
  }
  return all === 0 ? null : fast / all;
}
