import { type CalendarDate, epochDay } from "@strideiq/engine";
import type { ActivityRules } from "../rules/activity-rules.ts";
import type { Activity, Caution, LocalStart, Sport } from "./activity.ts";
import { isTooFastToRun } from "./sport.ts";

/** What an athlete tells of an activity that no device recorded. */
export interface ToldRun {
  readonly day: CalendarDate;
  readonly sport: Sport;
  readonly metres: number | null;
  readonly seconds: number;
  /** Session RPE, above 0 to 10. */
  readonly effort: number | null;
  readonly name: string | null;
}

/** An activity from what its athlete tells; null when nobody could have run it. */
export function activityFromTold(
  id: string,
  { day, effort, metres, name, seconds, sport }: ToldRun,
  rules: ActivityRules,
): Activity | null {
  if (sport === "run" && isTooFastToRun({ metres, movingSeconds: seconds }, rules.records)) return null;
  return {
    ...{ id, name, notes: null, device: null, workout: null, faults: [] },
    ...{ source: "manual", format: "manual", sport, surface: "unknown" },
    start: startOnDay(day),
    ...{ metres, elapsedSeconds: seconds, movingSeconds: seconds, effort },
    ...{ ascentMetres: null, averageHeartRate: null, maxHeartRate: null },
    ...{ laps: [], track: [], isTracked: false },
    cautions: metres === null ? ["distance_missing"] : [],
  };
}

/** Of a told day nobody knows the hour: it is taken to be noon, so that no zone makes another day of it. */
const startOnDay = (day: CalendarDate): LocalStart => ({
  at: (epochDay(day) + 0.5) * 86_400_000,
  day,
  utcOffsetSeconds: 0,
  from: "athlete",
});

/** An activity on the day that its athlete tells, whatever its device's clock said. */
export const onToldDay = (activity: Activity, day: CalendarDate): Activity => ({
  ...activity,
  start: startOnDay(day),
  cautions: activity.cautions.filter((caution) => caution !== "clock_wrong" && caution !== "day_from_home"),
});

const OF_SPORT: readonly Caution[] = ["sport_guessed", "sport_unknown", "sport_told", "impossible_speed"];

/** An activity of the sport that its athlete tells, whatever its source said. */
export const asToldSport = (activity: Activity, sport: Sport): Activity => ({
  ...activity,
  sport,
  surface: sport === "run" ? activity.surface : "unknown",
  cautions: [...activity.cautions.filter((caution) => !OF_SPORT.includes(caution)), "sport_told"],
});
