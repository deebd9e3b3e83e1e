import { chartOf } from "@strideiq/activity";
import type { ActivityDetail, ActivityReading } from "@strideiq/application";
import type { ActivityAnswer, ActivityDetailAnswer } from "@strideiq/contracts";
import { PACED_ZONES } from "@strideiq/engine";
import { CAUTION_WORDS, FAULT_WORDS } from "@strideiq/wording";

const CHART_POINTS_MAX = 600;

/** An activity as it travels. */
export function presentActivity({ activity, countsAs, session }: ActivityReading): ActivityAnswer {
  const { ascentMetres, averageHeartRate, device, effort, elapsedSeconds, format, id, maxHeartRate } =
    activity;
  const { metres, movingSeconds, name, source, sport, start, surface } = activity;
  return {
    activityId: id,
    ...{ source, format, sport, surface, name, device },
    startAt: start === null ? null : new Date(start.at).toISOString(),
    day: start?.day ?? null,
    ...{ metres, movingSeconds, elapsedSeconds, ascentMetres, averageHeartRate, maxHeartRate, effort },
    notes: [
      ...activity.faults.map((fault) => FAULT_WORDS[fault]),
      ...activity.cautions.map((caution) => CAUTION_WORDS[caution]),
    ],
    countsAs,
    session,
  };
}

/** The same with laps and track. */
export function presentDetail(detail: ActivityDetail): ActivityDetailAnswer {
  const { activity, analysis, duplicates, review } = detail;
  const { bestEfforts, heartRateZones, levelSecondsPerKm, load, paceZones } = analysis;
  return {
    ...presentActivity(detail),
    load,
    levelSecondsPerKm,
    paceZones: paceZones && PACED_ZONES.map((zone) => ({ zone, seconds: paceZones[zone] })),
    heartRateZones: heartRateZones?.map((one, index) => ({ zone: index + 1, ...one })) ?? null,
    bestEfforts: [...bestEfforts],
    laps: activity.laps.map(({ averageHeartRate, fromSeconds, metres, seconds }) => ({
      fromSeconds,
      seconds,
      metres,
      averageHeartRate,
    })),
    track: presentTrack(activity),
    review: review === null ? null : presentReview(review),
    duplicates: duplicates.map(({ device, id, metres, source }) => ({
      activityId: id,
      source,
      device,
      metres,
    })),
  };
}

function presentTrack({ track }: ActivityDetail["activity"]): ActivityDetailAnswer["track"] {
  const chart = chartOf(track, CHART_POINTS_MAX);
  if (chart === null) return null;
  const { altitude, heartRate, metres, seconds, secondsPerKm } = chart;
  return {
    seconds: [...seconds],
    metres: [...metres],
    secondsPerKm: [...secondsPerKm],
    altitude: [...altitude],
    heartRate: [...heartRate],
  };
}

const presentReview = ({
  by,
  intent,
  score,
  volume,
}: NonNullable<ActivityDetail["review"]>): NonNullable<ActivityDetailAnswer["review"]> => ({
  by,
  score,
  volume,
  intent: intent === null ? null : { ...intent, reasons: [...intent.reasons], steps: [...intent.steps] },
});
