import { type CalendarDate, paceMidpoint, type TrainingPaces } from "@strideiq/engine";
import { beatsOf } from "../analysis/rhythm.ts";
import type { Activity, Sport } from "../activity/activity.ts";
import type { ElevationRules } from "../rules/activity-rules.ts";
import { markedSession } from "./planned-session.ts";

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
export function summaryOf(
  activity: Activity,
  paces: TrainingPaces | null,
  rules: ElevationRules,
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
    fastShare: paces === null ? null : fastShareOf(activity, paces, rules),
    marker: texts.map(markedSession).find((marker) => marker !== null) ?? null,
  };
}

/** Faster than the middle between the fast end of easy and threshold: where work begins, whatever it is called. */
function fastShareOf(activity: Activity, paces: TrainingPaces, rules: ElevationRules): number | null {
  const line = 1000 / ((paces.easy.fast + paceMidpoint(paces.threshold)) / 2);
  let [fast, all] = [0, 0];
  for (const { metresPerSecond, seconds } of beatsOf(activity, rules)) {
    all += seconds;
    if (metresPerSecond > line) fast += seconds;
  }
  return all === 0 ? null : fast / all;
}
